using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>A post with what surrounds it.</summary>
public sealed record PostInPlace(Post Post, Thread Thread, BoardNode Board);

/// <summary>Finds posts by their id, as far as the viewer may see them.</summary>
public sealed class FindPost(ForumDb db, BoardTrees trees, SettingsSource settings, Ranks ranks)
{
    /// <summary>The permalink's target: page and floor as they are now, whatever was merged or moved since.</summary>
    public async Task<Outcome<string>> AddressAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await VisibleAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        if (WhyNotShown(who, found.Value) is { } gone) return gone;
        return await AddressAsync(found.Value.Thread, found.Value.Post.Floor, cancel);
    }

    /// <summary>The same for what the viewer is known to see: after a write, and for the lift.</summary>
    public async Task<string> AddressAsync(long threadId, int floor, CancellationToken cancel)
    {
        var thread = await db.Threads.Where(t => t.Id == threadId).Select(t => new { t.NewestFirst, t.LastFloor }).SingleOrDefaultAsync(cancel);
        var perPage = (await settings.CurrentAsync(cancel)).Reading.PostsPerPage;
        return Paging.FloorUrl(threadId, floor, perPage, thread is { NewestFirst: true } ? thread.LastFloor : null);
    }

    private async Task<string> AddressAsync(Thread thread, int floor, CancellationToken cancel) =>
        Paging.FloorUrl(thread.Id, floor, (await settings.CurrentAsync(cancel)).Reading.PostsPerPage, thread.NewestFirst ? thread.LastFloor : null);

    /// <summary>What was taken out of a thread has no floor on its page to go to, but for those who see what is deleted.</summary>
    public static Refusal? WhyNotShown(Viewer who, PostInPlace at) => at.Post.State switch
    {
        ContentState.Published => null,
        ContentState.Purged => new Refusal(RefusalKind.Gone, "PostDeleted"),
        _ when ThreadStaffRules.SeesDeleted(who, at.Board) => null,
        ContentState.Recycled => new Refusal(RefusalKind.Gone, "PostDeleted"),
        _ => who.Is(at.Post.AuthorId) ? null : Refusal.NotFound,
    };

    public async Task<Outcome<PostInPlace>> VisibleAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await (from p in db.Posts join t in db.Threads on p.ThreadId equals t.Id where p.Id == postId select new { Post = p, Thread = t })
            .SingleOrDefaultAsync(cancel);
        if (found is null) return Refusal.NotFound;
        var board = (await trees.CurrentAsync(cancel)).Find(found.Thread.BoardId);
        if (ThreadRules.WhyNotRead(who, board, Facts(found.Thread)) is { } refused) return refused;
        if (!ReplyVisibility.Sees(who, board!, Facts(found.Thread), found.Post.Floor, found.Post.AuthorId)) return Refusal.NotFound;
        return new PostInPlace(found.Post, found.Thread, board!);
    }

    public async Task<Outcome<PostInPlace>> ForEditingAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await VisibleAsync(who, postId, cancel);
        if (found.Refusal is not null) return found;
        var (post, thread, board) = found.Value;
        var rank = post.AuthorId == who.MemberId ? who.Rank : await ranks.OfAsync(post.AuthorId, cancel);
        return PostRules.WhyNotEdit(who, board, Facts(thread), Facts(post, rank)) is { } refused ? refused : found;
    }

    public static ThreadFacts Facts(Thread t) => new(t.Id, t.BoardId, t.State, t.IsClosed, t.ReadLevel, t.AuthorId, t.HidesReplies) { CreatedAt = t.CreatedAt, LastPostAt = t.LastPostAt };

    public static PostFacts Facts(Post p, Rank authorRank) => new(p.Id, p.Floor, p.AuthorId, authorRank, p.State, p.CreatedAt) { IsBlocked = p.IsBlocked };
}
