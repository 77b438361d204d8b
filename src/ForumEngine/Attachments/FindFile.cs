using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Attachments;

/// <summary>A file that the viewer may have; <paramref name="Board"/> is null while no post has it.</summary>
public sealed record FoundFile(Attachment File, BoardNode? Board);

/// <summary>Finds a file by its id and asks every right anew: the board's, the thread's, the post's, its own.</summary>
public sealed class FindFile(ForumDb db, BoardTrees trees, PostRenderer renderer, SettingsSource settings)
{
    public async Task<Outcome<FoundFile>> RunAsync(Viewer who, long id, CancellationToken cancel)
    {
        var found = await (from a in db.Attachments
                           where a.Id == id
                           join p in db.Posts on a.PostId equals p.Id into posts
                           from p in posts.DefaultIfEmpty()
                           join t in db.Threads on p.ThreadId equals t.Id into threads
                           from t in threads.DefaultIfEmpty()
                           select new { File = a, Post = p, Thread = t }).SingleOrDefaultAsync(cancel);
        if (found is null) return Refusal.NotFound;
        if (found.Post is null || found.Thread is null)
            return found.File.PostId is null && who.Is(found.File.MemberId) ? new FoundFile(found.File, null) : Refusal.NotFound;

        var board = (await trees.CurrentAsync(cancel)).Find(found.Thread.BoardId);
        var (facts, post) = (FindPost.Facts(found.Thread), found.Post);
        // A file on what can't be read is not there, whatever the reason.
        if (AttachmentRules.WhyNotReadPost(who, board, facts, post.State, post.Floor, post.AuthorId) is not null) return Refusal.NotFound;
        if (post.IsBlocked && !who.IsStaff(board!)) return Refusal.NotFound;
        if (found.File.IsInline && !await IsShownAsync(who, board!, post, id, cancel)) return Refusal.NotFound;
        return AttachmentRules.WhyNotRead(who, board!, Facts(found.File)) is { } refused ? refused : new FoundFile(found.File, board);
    }

    public static FileFacts Facts(Attachment file) => new(file.MemberId, file.IsImage, file.ReadLevel);

    /// <summary>What stands in a hidden part of the text is for those who see that part.</summary>
    private async Task<bool> IsShownAsync(Viewer who, BoardNode board, Post post, long id, CancellationToken cancel)
    {
        if (who.Is(post.AuthorId) || who.IsStaff(board)) return true;
        var (html, hidden) = (post.Html, post.HiddenHtml);
        if (post.RendererVersion != await renderer.VersionAsync(cancel))
        {
            var fresh = await renderer.RenderAsync(post.Body, post.Options, cancel);
            (html, hidden) = (fresh.Html, fresh.Hidden);
        }
        if (hidden is null) return true;
        var isShown = await db.PollOptions.AnyAsync(o => o.AttachmentId == id && o.ThreadId == post.ThreadId, cancel);
        var replied = who.MemberId is { } member
            && await db.Posts.AnyAsync(p => p.ThreadId == post.ThreadId && p.AuthorId == member && p.Floor > 1 && p.State == ContentState.Published, cancel);
        PostMarkup.Resolve(html, hidden, new ReaderFacts
        {
            HasReplied = replied,
            PostAge = who.Now - post.CreatedAt,
            HideEndsAfterDays = (await settings.CurrentAsync(cancel)).Markup.HideEndsAfterDays,
            Attachment = shown => { isShown |= shown == id; return null; },
        });
        return isShown;
    }
}
