using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>What stands around the reply form; the title is empty when the thread was deleted meanwhile.</summary>
public sealed record ReplyPage(long ThreadId, string Title, BoardNode Board, Quotation? Quoted);

/// <summary>Reads what the reply form shows.</summary>
public sealed class ReplyFormQuery(ForumDb db, BoardTrees trees, QuotePost quotes)
{
    /// <summary>Refuses whoever may not reply.</summary>
    public async Task<Outcome<ReplyPage>> RunAsync(Viewer viewer, long threadId, long? quote, CancellationToken cancel)
    {
        var thread = await db.Threads.SingleOrDefaultAsync(t => t.Id == threadId, cancel);
        if (thread is null) return Refusal.NotFound;
        var board = (await trees.CurrentAsync(cancel)).Find(thread.BoardId);
        if (ThreadRules.WhyNotReply(viewer, board, FindPost.Facts(thread)) is { } refused) return refused;
        return await PageAsync(viewer, thread, board!, quote, cancel);
    }

    /// <summary>The same for a form that was refused: null when the viewer may not even read the thread.</summary>
    public async Task<ReplyPage?> AroundAsync(Viewer viewer, long threadId, long? quote, CancellationToken cancel)
    {
        var thread = await db.Threads.SingleOrDefaultAsync(t => t.Id == threadId, cancel);
        var board = thread is null ? null : (await trees.CurrentAsync(cancel)).Find(thread.BoardId);
        if (thread is null || viewer.IsGuest) return null;
        var unreadable = ThreadRules.WhyNotRead(viewer, board, FindPost.Facts(thread));
        if (unreadable is { Kind: not RefusalKind.Gone }) return null;
        // What was deleted meanwhile is not told any more, nor quoted; only the writer's own text stays.
        if (unreadable is not null) return new ReplyPage(thread.Id, "", board!, null);
        return await PageAsync(viewer, thread, board!, quote, cancel);
    }

    private async Task<ReplyPage> PageAsync(Viewer viewer, Thread thread, BoardNode board, long? quote, CancellationToken cancel) =>
        new(thread.Id, thread.Title, board, quote is { } id ? await quotes.PreviewAsync(viewer, board, FindPost.Facts(thread), id, cancel) : null);
}
