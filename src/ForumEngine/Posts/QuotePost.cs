using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>A post as it is quoted.</summary>
public sealed record Quotation(long PostId, int Floor, string Author, string Excerpt);

/// <summary>Quotes posts of the thread that is answered; whoever may read the thread may quote its published posts.</summary>
public sealed class QuotePost(ForumDb db)
{
    /// <summary>Forum code with a reference to the post, or nothing when it isn't there.</summary>
    public async Task<string> SourceAsync(Viewer who, BoardNode board, ThreadFacts thread, long postId, CancellationToken cancel)
    {
        var post = await Quotable(who, board, thread, postId).Select(p => new { p.AuthorName, p.IsAnonymous, p.CreatedAt, p.Body }).SingleOrDefaultAsync(cancel);
        if (post is null) return "";
        var time = TimeZoneInfo.ConvertTimeFromUtc(post.CreatedAt, who.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return QuoteSource.For(postId, post.IsAnonymous ? "" : post.AuthorName, time, post.Body) + "\n";
    }

    /// <summary>What the form shows above the text.</summary>
    public async Task<Quotation?> PreviewAsync(Viewer who, BoardNode board, ThreadFacts thread, long postId, CancellationToken cancel)
    {
        var post = await Quotable(who, board, thread, postId).Select(p => new { p.Floor, p.AuthorName, p.IsAnonymous, p.Body }).SingleOrDefaultAsync(cancel);
        return post is null ? null : new Quotation(postId, post.Floor, post.IsAnonymous ? "" : post.AuthorName, PostMarkup.ToExcerpt(post.Body, 120));
    }

    private IQueryable<Post> Quotable(Viewer who, BoardNode board, ThreadFacts thread, long postId) =>
        db.Posts.Where(p => p.ThreadId == thread.Id && p.Id == postId && p.State == ContentState.Published && !p.IsBlocked).SeenBy(who, board, thread);
}
