using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>A thread as staff have it before them: with its board and the rank of its author.</summary>
public sealed record ThreadOnDesk(Thread Thread, BoardNode Board, Rank AuthorRank);

/// <summary>Looks up what staff act on. What the viewer may not know of isn't there (security.md D1, D2).</summary>
public sealed class ThreadDesk(ForumDb db, BoardTrees trees, Ranks ranks)
{
    public async Task<Outcome<ThreadOnDesk>> FindAsync(Viewer who, long threadId, CancellationToken cancel)
    {
        var thread = await db.Threads.SingleOrDefaultAsync(t => t.Id == threadId && t.RedirectToThreadId == null, cancel);
        if (thread is null || (await trees.CurrentAsync(cancel)).FindVisible(thread.BoardId, who) is not { } board) return Refusal.NotFound;
        if (thread.State != ContentState.Published && !ThreadStaffRules.SeesDeleted(who, board)) return Refusal.NotFound;
        return new ThreadOnDesk(thread, board, await ranks.OfAsync(thread.AuthorId, cancel));
    }
}
