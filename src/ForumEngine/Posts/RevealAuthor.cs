using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>An anonymous post before staff; <paramref name="Name"/> is null until they have asked for it.</summary>
public sealed record UnnamedPost(PostInPlace At, int? MemberId, string? Name);

/// <summary>
/// Staff learn who wrote an anonymous post, by an act that the staff log keeps with its reason (查看匿名作者). Who asked once
/// sees it again at the same place.
/// </summary>
public sealed class RevealAuthor(ForumDb db, FindPost find)
{
    private const string Act = "post.reveal";

    /// <summary>Whoever may see addresses may know names.</summary>
    public static bool May(Viewer who, BoardNode board) => who.May(StaffRight.SeeAddresses, board);

    public async Task<Outcome<UnnamedPost>> OpenAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await find.VisibleAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        var (post, _, board) = found.Value;
        if (!May(who, board)) return Refusal.Forbidden("NeedsStaffRight");
        if (!post.IsAnonymous) return Refusal.NotFound;
        var asked = await db.StaffActs.AnyAsync(a => a.ThreadId == post.ThreadId && a.PostId == postId && a.Act == Act && a.ActorId == who.MemberId, cancel);
        return new UnnamedPost(found.Value, asked ? post.AuthorId : null, asked ? post.AuthorName : null);
    }

    public async Task<Refusal?> RunAsync(Viewer who, long postId, string reason, CancellationToken cancel)
    {
        var found = await OpenAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        reason = reason.Trim();
        if (reason.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        if (reason.Length > StaffAct.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", StaffAct.ReasonLength);
        var (post, thread, _) = found.Value.At;
        // Who it is stays out of the log, which others read too.
        db.Log(who, Act, reason, thread.BoardId, thread.Id, post.Id);
        await db.SaveChangesAsync(cancel);
        return null;
    }
}
