using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Likes;

/// <summary>Supports a post, and takes it back: one by each member, counted exactly, however many do it at once.</summary>
public sealed class LikePost(ForumDb db, FindPost find, Outbox outbox)
{
    /// <summary>The post as the question "support it?" shows it.</summary>
    public async Task<Outcome<PostInPlace>> OpenAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await find.VisibleAsync(who, postId, cancel);
        if (found.Refusal is not null) return found;
        if (found.Value.Post.State != ContentState.Published) return Refusal.NotFound;
        return LikeRules.WhyNot(who, found.Value.Board, found.Value.Post.AuthorId) is { } refused ? refused : found;
    }

    /// <summary>Answers with the post's place; a second time changes nothing.</summary>
    public async Task<Outcome<PostPlace>> RunAsync(Viewer who, long postId, bool on, CancellationToken cancel)
    {
        var found = on ? await OpenAsync(who, postId, cancel) : await find.VisibleAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        if (who.MemberId is not { } member) return Refusal.SignInFirst;
        var post = found.Value.Post;
        try
        {
            await db.InTransactionAsync(() => on ? AddAsync(post, member, who.Now, cancel) : RemoveAsync(post, member, cancel), cancel);
        }
        catch (Exception error) when (error.IsDuplicateKey())
        {
            // The same member twice at one moment: the first has counted.
            db.ChangeTracker.Clear();
        }
        if (on) outbox.Wake();
        return new PostPlace(post.ThreadId, post.Id, post.Floor);
    }

    private async Task AddAsync(Post post, int member, DateTime now, CancellationToken cancel)
    {
        // First, so that its row is locked: likes of one post come one by one.
        await CountAsync(post, 1, cancel);
        if (await db.Likes.AnyAsync(l => l.PostId == post.Id && l.MemberId == member, cancel))
        {
            await CountAsync(post, -1, cancel);
            return;
        }
        db.Likes.Add(new Like { PostId = post.Id, MemberId = member, At = now });
        Outbox.Add(db, PostLiked.Kind, new PostLiked(post.Id, member), now);
        await db.SaveChangesAsync(cancel);
    }

    private async Task RemoveAsync(Post post, int member, CancellationToken cancel)
    {
        await CountAsync(post, -1, cancel);
        if (await db.Likes.Where(l => l.PostId == post.Id && l.MemberId == member).ExecuteDeleteAsync(cancel) == 0) await CountAsync(post, 1, cancel);
    }

    /// <summary>By id: a merge may have given the post another floor.</summary>
    private Task<int> CountAsync(Post post, int by, CancellationToken cancel) =>
        db.Posts.Where(p => p.Id == post.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Likes, x => x.Likes + by), cancel);
}

/// <summary>A post was supported: its author is told from the outbox.</summary>
public sealed record PostLiked(long PostId, int MemberId)
{
    public const string Kind = "post.liked";
}
