using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Review;
using ForumEngine.Storage;
using ForumEngine.Threads;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>A thread that staff have chosen.</summary>
public sealed record ChosenThread(Thread Thread, BoardNode Board)
{
    public string AuthorName => Thread.IsAnonymous ? "" : Thread.AuthorName;
}

/// <summary>
/// Threads before an act, with what the form offers; without those that the viewer may not know of or is no staff of.
/// <paramref name="Stubs"/> are links that moves have left, which can only be taken away.
/// </summary>
public sealed record Choice(IReadOnlyList<ChosenThread> Threads, IReadOnlyList<ChosenThread> Stubs, IReadOnlyList<BoardNode> Boards)
{
    public IEnumerable<ChosenThread> All => Threads.Concat(Stubs);

    /// <summary>Boards that pre-moderate threads (先审后发), at least some of them. A move is a decision already: it publishes there at once.</summary>
    public IReadOnlySet<int> Reviewed { get; init; } = new HashSet<int>();

    /// <summary>Their board, if all are in one: only then a type can be chosen.</summary>
    public BoardNode? Board => Threads.DistinctBy(t => t.Board.Id).Take(2).ToList() is [var only] ? only.Board : null;
}

/// <summary>Reads what was chosen on a board's list or a thread's page.</summary>
public sealed class ChosenThreads(ForumDb db, BoardTrees trees, ReviewPolicies policies)
{
    public async Task<Outcome<Choice>> ReadAsync(Viewer who, IReadOnlyList<long> threadIds, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        long[] ids = [.. threadIds.Distinct().Take(ActOnThreads.Most)];
        var found = await db.Threads.Where(t => ids.Contains(t.Id) && t.State != ContentState.Purged).ToListAsync(cancel);
        var chosen = found.OrderBy(t => Array.IndexOf(ids, t.Id))
            .Select(t => (Thread: t, Board: tree.FindVisible(t.BoardId, who))).Where(t => t.Board is not null)
            .Select(t => new ChosenThread(t.Thread, t.Board!))
            .Where(t => t.Thread.State == ContentState.Published || ThreadStaffRules.SeesDeleted(who, t.Board)).ToList();
        if (chosen.Count == 0) return Refusal.NotFound;
        chosen = [.. chosen.Where(t => ThreadStaffRules.MayAct(who, t.Board))];
        if (chosen.Count == 0) return Refusal.Forbidden("NeedsStaffRight");
        var targets = MoveThread.TargetsFor(who, tree);
        var reviewing = (await policies.CurrentAsync(cancel)).Where(p => p.OnThreads).Select(p => WordBoards.Read(p.Boards).ToList()).ToList();
        return new Choice([.. chosen.Where(t => t.Thread.RedirectToThreadId is null)], [.. chosen.Where(t => t.Thread.RedirectToThreadId is not null)], targets)
        {
            Reviewed = targets.Where(b => reviewing.Exists(of => of.Count == 0 || of.Exists(b.PathIds.Contains))).Select(b => b.Id).ToHashSet(),
        };
    }

    /// <summary>What was done just now, by this member: each with whether it can still be undone.</summary>
    public async Task<IReadOnlyList<(ThreadRecord Record, string Title)>> DoneAsync(Viewer who, IReadOnlyList<long> recordIds, CancellationToken cancel)
    {
        long[] ids = [.. recordIds.Distinct().Take(ActOnThreads.Most * 4)];
        var rows = await (from r in db.ThreadRecords join t in db.Threads on r.ThreadId equals t.Id where ids.Contains(r.Id) && r.ActorId == who.MemberId orderby r.Id select new { r, t.Title }).ToListAsync(cancel);
        return [.. rows.Select(x => (x.r, x.Title))];
    }
}
