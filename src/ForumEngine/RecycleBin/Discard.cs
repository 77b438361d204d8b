using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.RecycleBin;

/// <summary>Who throws something away, when and why.</summary>
public sealed record Discard(DateTime At, int? ById, string ByName, string Reason)
{
    public static Discard By(Viewer who, string reason = "") => new(who.Now, who.MemberId, who.Name, reason);

    /// <summary>In the caller's transaction, which saves the row.</summary>
    public void Put(ForumDb db, long threadId, long? postId, int? authorId) => db.BinItems.Add(new BinItem
    {
        ThreadId = threadId,
        PostId = postId,
        AuthorId = authorId,
        At = At,
        ById = ById,
        ByName = ByName,
        Reason = Reason,
    });

    /// <summary>It is back, or purged.</summary>
    public static Task TakeOutAsync(ForumDb db, long threadId, long? postId, CancellationToken cancel) =>
        db.BinItems.Where(i => i.ThreadId == threadId && i.PostId == postId).ExecuteDeleteAsync(cancel);
}
