using System.Text.Json;
using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>A thread whose row is locked, inside the transaction that changes it. Its entity is tracked: what is set on it is saved.</summary>
internal sealed class HeldThread(ForumDb db, Viewer who, Thread thread, BoardNode board, Rank authorRank, ActNote note)
{
    public ForumDb Db => db;
    public Viewer Who => who;
    public Thread Thread => thread;
    public BoardNode Board => board;
    public ActNote Note => note;
    public List<ThreadRecord> Records { get; } = [];

    /// <summary>Whose unread counts have changed.</summary>
    public HashSet<int> Told { get; } = [];

    public Refusal? Check(ThreadAct act) => ThreadStaffRules.Check(who, act, board, thread.AuthorId, authorRank);

    /// <summary>
    /// The record, its line in the staff log and the notice to the author. Older records of the same facet stand no longer, and don't
    /// end by themselves any more.
    /// </summary>
    public async Task<ThreadRecord> RecordAsync(Done done, CancellationToken cancel)
    {
        var record = await done.PutAsync(db, who, thread.Id, board.Id, note.Reason, cancel);
        Records.Add(record);
        if (done.PostId is null) thread.HasRecords = true;
        var author = done.PostId is null ? thread.AuthorId : done.AuthorId;
        var isAnonymous = done.PostId is null ? thread.IsAnonymous : done.IsAnonymous;
        db.Log(who, done.Act, note.Reason, board.Id, thread.Id, done.PostId, isAnonymous ? null : author, Details(done));
        if (note.Tells || ActNote.MustTell(who)) await TellAsync(author, done, cancel);
        return record;
    }

    private static string Details(Done done) =>
        JsonSerializer.Serialize(new { from = done.Before, to = done.After, until = done.Until, undoes = done.Undoes });

    /// <summary>Only the notice: of an act that another thread's record tells of.</summary>
    public Task TellAsync(Done done, CancellationToken cancel) =>
        note.Tells || ActNote.MustTell(who) ? TellAsync(thread.AuthorId, done, cancel) : Task.CompletedTask;

    private async Task TellAsync(int? author, Done done, CancellationToken cancel)
    {
        if (author is not { } member || who.Is(member)) return;
        Told.Add(member);
        await Notify.AddAsync(db, new Notice
        {
            MemberId = member,
            Kind = Mark.NoticeOf(done.Act),
            At = who.Now,
            ActorId = who.MemberId,
            ActorName = who.Name,
            ThreadId = thread.Id,
            PostId = done.PostId,
            Title = thread.Title,
            Reason = note.Reason,
        }, cancel);
    }
}

/// <summary>What was done, for the record. <paramref name="Act"/> is noun and verb.</summary>
internal sealed record Done(Facet Facet, string Act, string Before, string After)
{
    public DateTime? Until { get; init; }
    public long? PostId { get; init; }

    /// <summary>Of the post; a thread's own are used without one.</summary>
    public int? AuthorId { get; init; }

    public bool IsAnonymous { get; init; }
    public long? Undoes { get; init; }

    /// <summary>The record alone, for what has a line and a notice of its own. Older records of the same facet stand no longer. The caller saves it.</summary>
    public async Task<ThreadRecord> PutAsync(ForumDb db, Viewer who, long threadId, int boardId, string reason, CancellationToken cancel)
    {
        await db.ThreadRecords
            .Where(r => r.ThreadId == threadId && r.Facet == Facet && r.PostId == PostId && r.State == RecordState.Standing)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RecordState.Superseded).SetProperty(x => x.EndsAt, (DateTime?)null), cancel);
        var record = new ThreadRecord
        {
            ThreadId = threadId,
            PostId = PostId,
            BoardId = boardId,
            Facet = Facet,
            Act = Act,
            Before = Before,
            After = After,
            At = who.Now,
            ActorId = who.MemberId,
            ActorName = who.Name,
            Reason = reason,
            EndsAt = Until,
            UndoesId = Undoes,
        };
        db.ThreadRecords.Add(record);
        return record;
    }
}

/// <summary>
/// Runs acts on a thread with its row locked, so that two moderators, replies and jobs come one after the other and each decides
/// by what is there now.
/// </summary>
public sealed class OnThread(ForumDb db, BoardTrees trees, Ranks ranks, Outbox outbox, Viewers viewers)
{
    /// <summary>One transaction. A refusal rolls back; so does <c>AlreadyDone</c>, when the act made no record.</summary>
    internal async Task<Outcome<T>> RunAsync<T>(Viewer who, long threadId, ActNote note, Func<HeldThread, Task<Outcome<T>>> act, CancellationToken cancel)
    {
        if (note.WhyNot(who) is { } wrong) return wrong;
        HashSet<int> told = [];
        var done = await db.InTransactionAsync(async () =>
        {
            var held = await HoldAsync(who, threadId, note, cancel);
            if (held.Refusal is { } missing) return missing;
            var result = await act(held.Value);
            if (result.Refusal is null && held.Value.Records.Count == 0) return (Outcome<T>)new Refusal(RefusalKind.Conflict, "AlreadyDone");
            await db.SaveChangesAsync(cancel);
            told = held.Value.Told;
            return result;
        }, cancel);
        if (done.Refusal is not null) return done;
        outbox.Wake();
        foreach (var member in told) viewers.Forget(member);
        return done;
    }

    /// <summary>In the caller's transaction. What the viewer may not know of isn't there.</summary>
    internal async Task<Outcome<HeldThread>> HoldAsync(Viewer who, long threadId, ActNote note, CancellationToken cancel)
    {
        // Changes nothing but locks the row: replies take their floor from it.
        await db.Threads.Where(t => t.Id == threadId).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastFloor, x => x.LastFloor), cancel);
        var thread = await db.Threads.AsTracking().SingleOrDefaultAsync(t => t.Id == threadId && t.RedirectToThreadId == null, cancel);
        if (thread is null || thread.State == ContentState.Purged) return Refusal.NotFound;
        if ((await trees.CurrentAsync(cancel)).FindVisible(thread.BoardId, who) is not { } board) return Refusal.NotFound;
        if (thread.State != ContentState.Published && !ThreadStaffRules.SeesDeleted(who, board)) return Refusal.NotFound;
        return new HeldThread(db, who, thread, board, await ranks.OfAsync(thread.AuthorId, cancel), note);
    }
}
