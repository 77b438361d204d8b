using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>Deleted threads, newest first; <see cref="Next"/> is where the next page starts.</summary>
public sealed record RecycledList(IReadOnlyList<RecycledThread> Threads, long? Next);

public sealed record RecycledThread(long Id, string Title, int? AuthorId, string AuthorName, int Replies, DateTime CreatedAt, BoardNode Board);

/// <summary>The recycle bin of the boards in which the viewer may restore.</summary>
public sealed class RecycleBin(ForumDb db, BoardTrees trees)
{
    private const int PageSize = 20;

    public async Task<RecycledList> ReadAsync(Viewer who, long? before, CancellationToken cancel)
    {
        var boards = (await trees.CurrentAsync(cancel)).All.Where(b => who.May(StaffRight.RestorePosts, b)).ToDictionary(b => b.Id);
        int[] ids = [.. boards.Keys];
        var threads = db.Threads.Where(t => ids.Contains(t.BoardId) && t.State == ContentState.Recycled);
        if (before is { } id) threads = threads.Where(t => t.Id < id);
        var found = await threads.OrderByDescending(t => t.Id).Take(PageSize + 1)
            .Select(t => new { t.Id, t.Title, t.AuthorId, t.AuthorName, t.IsAnonymous, t.Replies, t.CreatedAt, t.BoardId }).ToListAsync(cancel);
        return new RecycledList([.. found.Take(PageSize).Select(t => new RecycledThread(t.Id, t.Title,
            t.IsAnonymous ? null : t.AuthorId, t.IsAnonymous ? "" : t.AuthorName, t.Replies, t.CreatedAt, boards[t.BoardId]))],
            found.Count > PageSize ? found[PageSize - 1].Id : null);
    }
}
