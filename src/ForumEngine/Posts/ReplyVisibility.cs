using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Threads;

namespace ForumEngine.Posts;

/// <summary>
/// Hidden replies: the starter's own choice for a thread, in which only a reply's author, the starter and the board's staff see
/// it (features.md A3). Pages, permalinks, quotes, counts and notices all ask here.
/// </summary>
public static class ReplyVisibility
{
    public static bool Sees(Viewer viewer, BoardNode board, ThreadFacts thread, int floor, int? authorId) =>
        floor == 1 || viewer.Is(authorId) || SeesAll(viewer, board, thread);

    public static bool SeesAll(Viewer viewer, BoardNode board, ThreadFacts thread) =>
        !thread.HidesReplies || viewer.Is(thread.AuthorId) || viewer.IsStaff(board);

    /// <summary>The posts of this thread that the viewer sees, whatever their state.</summary>
    public static IQueryable<Post> SeenBy(this IQueryable<Post> posts, Viewer viewer, BoardNode board, ThreadFacts thread)
    {
        if (SeesAll(viewer, board, thread)) return posts;
        return viewer.MemberId is { } member ? posts.Where(p => p.Floor == 1 || p.AuthorId == member) : posts.Where(p => p.Floor == 1);
    }
}
