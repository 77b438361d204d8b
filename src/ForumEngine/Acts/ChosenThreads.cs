using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>A thread that staff have chosen.</summary>
public sealed record ChosenThread(Thread Thread, BoardNode Board)
{
    public string AuthorName => Thread.IsAnonymous ? "" : Thread.AuthorName;
}

/// <summary>Threads before an act, with what the form offers; without those that the viewer may not know of or is no staff of.</summary>
public sealed record Choice(IReadOnlyList<ChosenThread> Threads, IReadOnlyList<BoardNode> Boards)
{
    /// <summary>Their board, if all are in one: only then a type can be chosen.</summary>
    public BoardNode? Board => Threads.DistinctBy(t => t.Board.Id).Take(2).ToList() is [var only] ? only.Board : null;
}

/// <summary>Reads what was chosen on a board's list or a thread's page.</summary>
public sealed class ChosenThreads(ForumDb db, BoardTrees trees)
{
    public async Task<Outcome<Choice>> ReadAsync(Viewer who, IReadOnlyList<long> threadIds, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        long[] ids = [.. threadIds.Distinct().Take(ActOnThreads.Most)];
        var found = await db.Threads.Where(t => ids.Contains(t.Id) && t.RedirectToThreadId == null && t.State != ContentState.Purged).ToListAsync(cancel);
        var chosen = found.OrderBy(t => Array.IndexOf(ids, t.Id))
            .Select(t => (Thread: t, Board: tree.FindVisible(t.BoardId, who))).Where(t => t.Board is not null)
            .Select(t => new ChosenThread(t.Thread, t.Board!))
            .Where(t => t.Thread.State == ContentState.Published || ThreadStaffRules.SeesDeleted(who, t.Board)).ToList();
        if (chosen.Count == 0) return Refusal.NotFound;
        if (!chosen.Exists(t => ThreadStaffRules.MayAct(who, t.Board))) return Refusal.Forbidden("NeedsStaffRight");
        return new Choice([.. chosen.Where(t => ThreadStaffRules.MayAct(who, t.Board))],
            MoveThread.TargetsFor(who, tree));
    }

    /// <summary>What was done just now, by this member: each with whether it can still be undone.</summary>
    public async Task<IReadOnlyList<(ThreadRecord Record, string Title)>> DoneAsync(Viewer who, IReadOnlyList<long> recordIds, CancellationToken cancel)
    {
        long[] ids = [.. recordIds.Distinct().Take(ActOnThreads.Most * 4)];
        var rows = await (from r in db.ThreadRecords join t in db.Threads on r.ThreadId equals t.Id where ids.Contains(r.Id) && r.ActorId == who.MemberId orderby r.Id select new { r, t.Title }).ToListAsync(cancel);
        return [.. rows.Select(x => (x.r, x.Title))];
    }
}
