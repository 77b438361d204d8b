using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>Posts of one thread before an act.</summary>
public sealed record PostChoice(ThreadOnDesk On, IReadOnlyList<Post> Posts);

/// <summary>Reads the posts that were chosen on a thread's page: those of the first one's thread, by floor.</summary>
public sealed class ChosenPosts(ForumDb db, ThreadDesk threads)
{
    public async Task<Outcome<PostChoice>> ReadAsync(Viewer who, IReadOnlyList<long> postIds, CancellationToken cancel)
    {
        long[] ids = [.. postIds.Distinct().Take(ActOnPosts.Most)];
        var posts = await db.Posts.Where(p => ids.Contains(p.Id) && p.State != ContentState.Purged).OrderBy(p => p.ThreadId).ThenBy(p => p.Floor).ToListAsync(cancel);
        if (posts.Count == 0) return Refusal.NotFound;
        var found = await threads.FindAsync(who, posts[0].ThreadId, cancel);
        if (found.Refusal is { } missing) return missing;
        if (!ThreadStaffRules.MayAct(who, found.Value.Board)) return Refusal.Forbidden("NeedsStaffRight");
        return new PostChoice(found.Value, [.. posts.Where(p => p.ThreadId == posts[0].ThreadId)]);
    }
}
