using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.RecycleBin;
using ForumEngine.Staff;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>
/// Sends what waits back to its author, with a reason and the text to send again; or puts it aside, which nobody is told. A
/// published post that waited goes into the recycle bin.
/// </summary>
public sealed class RejectPending(ForumDb db, ReviewDesk desk, Viewers viewers)
{
    public Task<Refusal?> RunAsync(Viewer who, long id, int? version, string? reason, CancellationToken cancel)
    {
        var told = (reason ?? "").Trim();
        if (told.Length == 0) return Task.FromResult<Refusal?>(Refusal.Invalid("Reason", "ReasonMissing"));
        if (told.Length > PendingPost.ReasonLength) return Task.FromResult<Refusal?>(Refusal.Invalid("Reason", "ReasonTooLong", PendingPost.ReasonLength));
        return DecideAsync(who, id, version, PendingState.Rejected, told, cancel);
    }

    public Task<Refusal?> IgnoreAsync(Viewer who, long id, int? version, CancellationToken cancel) => DecideAsync(who, id, version, PendingState.Ignored, "", cancel);

    private async Task<Refusal?> DecideAsync(Viewer who, long id, int? version, PendingState to, string reason, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, id, cancel);
        if (found.Refusal is { } missing) return missing;
        var (row, thread, board) = found.Value;
        if (DecideRules.WhyNot(who, row, version) is { } why) return why;
        var done = await db.InTransactionAsync(async () =>
        {
            var changed = await db.PendingPosts.Where(p => p.Id == id && p.Version == row.Version && p.State == row.State && p.State != to).ExecuteUpdateAsync(p => p
                .SetProperty(x => x.State, to).SetProperty(x => x.Decision, reason).SetProperty(x => x.DecidedById, who.MemberId)
                .SetProperty(x => x.DecidedAt, who.Now).SetProperty(x => x.Version, x => x.Version + 1), cancel);
            if (changed == 0) return false;
            if (to == PendingState.Rejected && row.PostId is not null) await BinAsync(who, row, board.Id, reason, cancel);
            if (to == PendingState.Rejected) await TellAsync(who, row, thread, reason, cancel);
            db.Log(who, to == PendingState.Rejected ? "post.reject" : "post.ignore", reason, board.Id, row.ThreadId, row.PostId, row.IsAnonymous ? null : row.AuthorId,
                BoardLog.Json(new { row.Reasons, row.Title, row.Body }));
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        viewers.Forget(row.AuthorId);
        return done ? null : new Refusal(RefusalKind.Conflict, "AlreadyDone");
    }

    /// <summary>As if it had been deleted: it lies in the bin, and the record can be undone.</summary>
    private async Task BinAsync(Viewer who, PendingPost row, int boardId, string reason, CancellationToken cancel)
    {
        if (await db.Posts.SingleOrDefaultAsync(p => p.Id == row.PostId, cancel) is not { } post) return;
        var (by, whole) = (Discard.By(who, reason), post.Floor == 1);
        var binned = whole ? await ThreadRemoval.RefuseAsync(db, post.ThreadId, by, cancel) : await PostRemoval.RefuseAsync(db, post, by, cancel);
        if (!binned) return;
        var done = whole ? new Done(Facet.State, "thread.delete", "", "bin") : new Done(Facet.PostState, "post.delete", "", "bin") { PostId = post.Id };
        await done.PutAsync(db, who, post.ThreadId, boardId, reason, cancel);
        if (whole) await db.Threads.Where(t => t.Id == post.ThreadId).ExecuteUpdateAsync(t => t.SetProperty(x => x.HasRecords, true), cancel);
    }

    private async Task TellAsync(Viewer who, PendingPost row, Thread? thread, string reason, CancellationToken cancel)
    {
        await Notify.AddAsync(db, new Notice
        {
            MemberId = row.AuthorId,
            Kind = NoticeKind.PostRejected,
            At = who.Now,
            ThreadId = row.ThreadId,
            PostId = row.PostId,
            Title = thread?.Title ?? row.Title,
            Reason = reason,
        }, cancel);
    }
}
