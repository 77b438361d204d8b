using System.Text.Json;
using ForumEngine.Jobs;
using ForumEngine.Notices;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Likes;

/// <summary>
/// Tells an author of support. While a notice of a post is unread there is no second one for it, and nobody is named twice for
/// the same post, so that liking again and again fills no inbox.
/// </summary>
public sealed class NotifyOfLikes(TimeProvider clock) : IOutboxHandler
{
    public string Kind => PostLiked.Kind;
    public bool InTransaction => true;

    public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        foreach (var payload in payloads)
            if (JsonSerializer.Deserialize<PostLiked>(payload) is { } liked) await TellAsync(db, liked, cancel);
    }

    private async Task TellAsync(ForumDb db, PostLiked liked, CancellationToken cancel)
    {
        var post = await (
            from p in db.Posts
            join t in db.Threads on p.ThreadId equals t.Id
            where p.Id == liked.PostId && p.State == ContentState.Published && t.State == ContentState.Published && p.AuthorId != null
                && db.Likes.Any(l => l.PostId == p.Id && l.MemberId == liked.MemberId)
            select new { AuthorId = p.AuthorId!.Value, ThreadId = t.Id, t.Title }).SingleOrDefaultAsync(cancel);
        if (post is null) return;
        var known = db.Notices.Where(n => n.MemberId == post.AuthorId && n.PostId == liked.PostId && n.Kind == NoticeKind.Like);
        if (await known.AnyAsync(n => n.ReadAt == null || n.ActorId == liked.MemberId, cancel)) return;
        var name = await db.Members.Where(m => m.Id == liked.MemberId).Select(m => m.UserName).SingleOrDefaultAsync(cancel);
        await Notify.AddAsync(db, new Notice
        {
            MemberId = post.AuthorId,
            Kind = NoticeKind.Like,
            At = clock.Now(),
            ActorId = liked.MemberId,
            ActorName = name ?? "",
            ThreadId = post.ThreadId,
            PostId = liked.PostId,
            Title = post.Title,
        }, cancel);
        // The next like of the same batch must find it.
        await db.SaveChangesAsync(cancel);
    }
}
