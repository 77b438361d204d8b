using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>
/// Publishes what waited, through the very use case that the form calls: floor, counters, notices and order are those of this
/// moment. Exactly once, however many approve at once. What became of the thread meanwhile is told as a conflict.
/// </summary>
public sealed class ApprovePending(ForumDb db, ReviewDesk desk, StartThread start, ReplyToThread reply, Viewers viewers, Outbox outbox)
{
    /// <summary><paramref name="version"/> is what was read; null for whoever takes it as it is.</summary>
    public async Task<Outcome<PostPlace>> RunAsync(Viewer who, long id, int? version, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, id, cancel);
        if (found.Refusal is { } refused) return refused;
        var (row, thread, board) = found.Value;
        if (DecideRules.WhyNot(who, row, version) is { } why) return why;
        var done = row.PostId is null ? await PublishAsync(new Approval(row, who), thread, cancel) : await ShowAsync(who, row, thread, board, cancel);
        if (done.Refusal is not null) return Explain(done.Refusal);
        outbox.Wake();
        viewers.Forget(row.AuthorId);
        return done;
    }

    private async Task<Outcome<PostPlace>> PublishAsync(Approval approval, Thread? thread, CancellationToken cancel)
    {
        var (row, fields) = (approval.Row, approval.Row.ReadFields());
        var author = await viewers.ForAsync(row.AuthorId, fields.Address, fields.Port, cancel);
        if (author.IsGuest) return Refusal.NotFound;
        // It was written while they might, and whoever approves has decided: neither a wait nor a later sanction stops it.
        author = author with { Sanctions = [], Rights = author.Rights.SetItem(nameof(GroupRight.SkipFlood), 1) };
        if (row.ThreadId is null)
            return await start.RunAsync(author, new NewThread(row.BoardId, row.Title, row.Body, fields.TypeId, row.SubmissionId) { Choices = fields.Choices, Approval = approval }, cancel);
        var at = thread?.RedirectToThreadId ?? row.ThreadId.Value;
        return await reply.RunAsync(author, new Reply(at, row.Body, fields.QuotePostId, row.SubmissionId) { Choices = fields.Choices, Approval = approval }, cancel);
    }

    /// <summary>A post that was published before: it comes back on its floor.</summary>
    private async Task<Outcome<PostPlace>> ShowAsync(Viewer who, PendingPost row, Thread? thread, BoardNode board, CancellationToken cancel)
    {
        var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == row.PostId, cancel);
        if (post is null || thread is null) return new Refusal(RefusalKind.Conflict, "PendingThreadGone");
        var approval = new Approval(row, who);
        return await db.InTransactionAsync<Outcome<PostPlace>>(async () =>
        {
            if (await approval.TakeAsync(db, cancel) is { } gone) return gone;
            var shown = post.Floor == 1 ? await ThreadRemoval.ShowAsync(db, thread.Id, who.Now, cancel) : await PostRemoval.ShowAsync(db, post, who.Now, cancel);
            if (!shown) return new Refusal(RefusalKind.Conflict, "PendingThreadGone");
            var place = new PostPlace(post.ThreadId, post.Id, post.Floor);
            await approval.TellAsync(db, board.Id, place, thread.Title, cancel);
            var author = await viewers.ForAsync(row.AuthorId, null, 0, cancel);
            if (Mentions.Of(author, post.Body) is { Count: > 0 } names)
                new PostWritten(post.ThreadId, post.Id, post.Floor, null) { Mentions = names, IsEdit = true }.Announce(db, who.Now);
            await db.SaveChangesAsync(cancel);
            return place;
        }, cancel);
    }

    /// <summary>The author's rules speak to the author; who approves is told what became of the thread.</summary>
    private static Refusal Explain(Refusal refusal) => refusal switch
    {
        { Kind: RefusalKind.Conflict } => refusal,
        { Code: "ThreadClosed" } => new Refusal(RefusalKind.Conflict, "PendingThreadClosed"),
        { Code: "ThreadDeleted" or "ThreadHidden" or "NotFound" } => new Refusal(RefusalKind.Conflict, "PendingThreadGone"),
        _ => new Refusal(RefusalKind.Conflict, "PendingNoLonger"),
    };
}
