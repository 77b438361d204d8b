using ForumEngine.Boards;
using ForumEngine.Permissions;

namespace ForumEngine.Threads;

/// <summary>The one filter for lists of threads: pages, search, feeds, profiles and counts all go through it.</summary>
public static class ThreadVisibility
{
    /// <summary>Published threads in boards this viewer may read.</summary>
    public static IQueryable<Thread> VisibleTo(this IQueryable<Thread> threads, Viewer viewer, BoardTree tree)
    {
        var boards = tree.VisibleTo(viewer);
        return threads.Where(t => t.State == ContentState.Published && boards.Contains(t.BoardId));
    }
}
