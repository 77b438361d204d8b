using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>A post as staff have it before them; <paramref name="AuthorRank"/> is its author's, not the thread's.</summary>
public sealed record PostOnDesk(Post Post, ThreadOnDesk In, Rank AuthorRank);

/// <summary>Looks up the post that staff act on, by the same rules as its thread.</summary>
public sealed class PostDesk(ForumDb db, ThreadDesk threads, Ranks ranks)
{
    public async Task<Outcome<PostOnDesk>> FindAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == postId, cancel);
        if (post is null) return Refusal.NotFound;
        var found = await threads.FindAsync(who, post.ThreadId, cancel);
        if (found.Refusal is { } missing) return missing;
        if (post.State != ContentState.Published && !ThreadStaffRules.SeesDeleted(who, found.Value.Board)) return Refusal.NotFound;
        return new PostOnDesk(post, found.Value, await ranks.OfAsync(post.AuthorId, cancel));
    }
}
