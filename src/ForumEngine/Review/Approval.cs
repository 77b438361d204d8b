using ForumEngine.Boards;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>
/// Somebody with the right has read a pending post: the use case that publishes it carries this, asks neither filter nor limits
/// again, and takes the row out of the queue in its own transaction.
/// </summary>
public sealed record Approval(PendingPost Row, Viewer By)
{
    /// <summary>First in the transaction: of two who approve at once one waits here and is refused.</summary>
    internal async Task<Refusal?> TakeAsync(ForumDb db, CancellationToken cancel)
    {
        var taken = await db.PendingPosts.Where(p => p.Id == Row.Id && p.Version == Row.Version && p.State != PendingState.Rejected).ExecuteDeleteAsync(cancel);
        return taken == 1 ? null : new Refusal(RefusalKind.Conflict, "AlreadyDone");
    }

    /// <summary>The log's line and the author's notice, after the post is written.</summary>
    internal async Task TellAsync(ForumDb db, int boardId, PostPlace place, string title, CancellationToken cancel)
    {
        if (Row.PostId is null)
            await db.TextPrints.Where(p => p.At == Row.CreatedAt && p.PostId == -Row.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.PostId, place.PostId), cancel);
        db.Log(By, "post.approve", "", boardId, place.ThreadId, place.PostId, Row.IsAnonymous ? null : Row.AuthorId, BoardLog.Json(new { Row.Reasons, Waited = (By.Now - Row.CreatedAt).ToString("c") }));
        await Notify.AddAsync(db, new Notice
        {
            MemberId = Row.AuthorId,
            Kind = NoticeKind.PostApproved,
            At = By.Now,
            ThreadId = place.ThreadId,
            PostId = place.PostId,
            Title = title,
        }, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
