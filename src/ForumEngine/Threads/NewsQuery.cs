using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>
/// How much has come since a page was made: asked over and over by open pages, so it counts to <see cref="Most"/> at most.
/// Who may not read the page is told nothing, not even why.
/// </summary>
public sealed class NewsQuery(ForumDb db, BoardTrees trees)
{
    public const int Most = 100;

    /// <summary>Published floors above <paramref name="after"/>.</summary>
    public async Task<Outcome<int>> OfThreadAsync(Viewer viewer, long threadId, int after, CancellationToken cancel)
    {
        var thread = await db.Threads.Where(t => t.Id == threadId).Select(ThreadFacts.Of).SingleOrDefaultAsync(cancel);
        if (thread is null) return Refusal.NotFound;
        var board = (await trees.CurrentAsync(cancel)).Find(thread.BoardId);
        if (ThreadRules.WhyNotRead(viewer, board, thread) is not null) return Refusal.NotFound;
        return await db.Posts.Where(p => p.ThreadId == threadId && p.Floor > after && p.State == ContentState.Published)
            .SeenBy(viewer, board!, thread).Take(Most).CountAsync(cancel);
    }

    /// <summary>Threads written in after that moment; stickies stand apart from the list.</summary>
    public async Task<Outcome<int>> OfBoardAsync(Viewer viewer, int boardId, DateTime after, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        if (tree.FindVisible(boardId, viewer) is null) return Refusal.NotFound;
        return await db.Threads.VisibleTo(viewer, tree)
            .Where(t => t.BoardId == boardId && t.Sticky == Sticky.No && t.LastPostAt > after).Take(Most).CountAsync(cancel);
    }
}
