using ForumEngine.Jobs;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;

namespace ForumEngine.Threads;

/// <summary>
/// What every staff act on a thread or a post shares: the reason's limit, one transaction with the change, the log line and the
/// notice to the author, and what follows the commit.
/// </summary>
public sealed class StaffAction(ForumDb db, Outbox outbox, Viewers viewers)
{
    /// <summary>
    /// <paramref name="change"/> answers false when there was nothing left to change, because somebody else was faster; then
    /// nothing is logged and the answer is <c>AlreadyDone</c> (409).
    /// </summary>
    internal async Task<Refusal?> RunAsync(Viewer who, StaffLine line, Func<Task<bool>> change, CancellationToken cancel)
    {
        if (line.Reason.Length > StaffAct.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", StaffAct.ReasonLength);
        var done = await db.InTransactionAsync(async () =>
        {
            if (!await change()) return false;
            db.Log(who, line.Act, line.Reason, line.Thread.BoardId, line.Thread.Id, line.PostId, line.IsAnonymous ? null : line.AuthorId, line.Details);
            if (line.AuthorId is { } author && !who.Is(author)) await Notify.AddAsync(db, NoticeTo(author, who, line), cancel);
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        if (!done) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        outbox.Wake();
        if (line.AuthorId is { } told) viewers.Forget(told);
        return null;
    }

    private static Notice NoticeTo(int author, Viewer who, StaffLine line) => new()
    {
        MemberId = author,
        Kind = line.Notice,
        At = who.Now,
        ActorId = who.MemberId,
        ActorName = who.Name,
        ThreadId = line.Thread.Id,
        PostId = line.PostId,
        Title = line.Thread.Title,
        Reason = line.Reason,
    };
}

/// <summary>What is logged and told: <paramref name="Act"/> is noun and verb, <paramref name="AuthorId"/> the one it is done to.</summary>
internal sealed record StaffLine(string Act, NoticeKind Notice, Thread Thread, int? AuthorId, string Reason)
{
    public long? PostId { get; init; }

    /// <summary>Then the log doesn't say whose it is: that is an act of its own.</summary>
    public bool IsAnonymous { get; init; } = Thread.IsAnonymous;
    public string? Details { get; init; }
}
