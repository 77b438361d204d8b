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

    /// <summary>Those of them whose page the viewer may open under its own address: without stubs, reading level enough.</summary>
    public static IQueryable<Thread> ReadableBy(this IQueryable<Thread> threads, Viewer viewer, BoardTree tree)
    {
        var level = viewer.Level(GroupRight.ReadLevel);
        return threads.VisibleTo(viewer, tree).Where(t => t.RedirectToThreadId == null && t.ReadLevel <= level);
    }
}
