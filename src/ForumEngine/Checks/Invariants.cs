using ForumEngine.Statistics;

namespace ForumEngine.Checks;

/// <summary>
/// What must be true of every forum, in the order of repair: what threads say of their posts comes first, boards and the site
/// add up threads.
/// </summary>
internal static class Invariants
{
    private const string PublishedThreads = "FROM threads WHERE State = 0 AND RedirectToThreadId IS NULL";

    /// <summary>Members but for applicants who have not been let in.</summary>
    internal const string Admitted = "NOT EXISTS (SELECT 1 FROM applications a WHERE a.MemberId = members.Id AND a.State <> 1)";

    private const string PublishedPosts =
        "FROM posts p JOIN threads t ON t.Id = p.ThreadId WHERE p.State = 0 AND t.State = 0 AND p.AuthorId IS NOT NULL";

    public static IReadOnlyList<Check> All(TimeProvider clock) =>
    [
        new RowCheck("orphan.posts", "post", "SELECT p.Id AS Value FROM posts p LEFT JOIN threads t ON t.Id = p.ThreadId WHERE t.Id IS NULL"),
        new RowCheck("orphan.threads", "thread", "SELECT t.Id AS Value FROM threads t LEFT JOIN boards b ON b.Id = t.BoardId WHERE b.Id IS NULL"),
        new RowCheck("orphan.members", "member", "SELECT m.Id AS Value FROM members m LEFT JOIN `groups` g ON g.Id = m.GroupId WHERE g.Id IS NULL"),
        new RowCheck("orphan.likes", "post", "SELECT DISTINCT l.PostId AS Value FROM likes l LEFT JOIN posts p ON p.Id = l.PostId WHERE p.Id IS NULL"),
        new RowCheck("thread.first-post", "thread",
            "SELECT t.Id AS Value FROM threads t LEFT JOIN posts p ON p.ThreadId = t.Id AND p.Floor = 1 WHERE t.RedirectToThreadId IS NULL AND p.Id IS NULL"),
        new RowCheck("post.ids", "post", "SELECT Id AS Value FROM posts GROUP BY Id HAVING COUNT(*) > 1"),
        new RowCheck("thread.floors", "thread",
            "SELECT ThreadId AS Value FROM posts GROUP BY ThreadId HAVING COUNT(*) <> MAX(Floor) OR MIN(Floor) <> 1"),
        new RowCheck("orphan.files", "file",
            "SELECT a.Id AS Value FROM attachments a LEFT JOIN posts p ON p.Id = a.PostId WHERE a.PostId IS NOT NULL AND p.Id IS NULL"),
        new NumberCheck("post.files", "posts", "Id", "Files", "SELECT PostId AS k, COUNT(*) AS n FROM attachments WHERE PostId IS NOT NULL GROUP BY PostId"),
        new SequenceCheck(),
        new NumberCheck("thread.last-floor", "threads", "Id", "LastFloor", "SELECT ThreadId AS k, MAX(Floor) AS n FROM posts GROUP BY ThreadId"),
        new NumberCheck("thread.replies", "threads", "Id", "Replies",
            "SELECT ThreadId AS k, COUNT(*) AS n FROM posts WHERE State = 0 AND Floor > 1 GROUP BY ThreadId"),
        new ThreadLastPostCheck(),
        new BoardStatsCheck(),
        new NumberCheck("board.threads", "board_stats", "BoardId", "Threads", $"SELECT BoardId AS k, COUNT(*) AS n {PublishedThreads} GROUP BY BoardId"),
        new NumberCheck("board.posts", "board_stats", "BoardId", "Posts", $"SELECT BoardId AS k, SUM(Replies + 1) AS n {PublishedThreads} GROUP BY BoardId"),
        new BoardLastPostCheck(),
        new BoardTodayCheck(clock),
        new NumberCheck("member.threads", "members", "Id", "Threads", $"SELECT AuthorId AS k, COUNT(*) AS n {PublishedThreads} GROUP BY AuthorId"),
        new NumberCheck("member.posts", "members", "Id", "Posts", $"SELECT p.AuthorId AS k, COUNT(*) AS n {PublishedPosts} GROUP BY p.AuthorId"),
        new NumberCheck("member.digests", "members", "Id", "DigestThreads", $"SELECT AuthorId AS k, COUNT(*) AS n {PublishedThreads} AND Digest > 0 GROUP BY AuthorId"),
        new RowCheck("bin.threads", "thread",
            "SELECT t.Id AS Value FROM threads t LEFT JOIN bin_items i ON i.ThreadId = t.Id AND i.PostId IS NULL WHERE (t.State = 2) <> (i.Id IS NOT NULL)"),
        new RowCheck("bin.posts", "post", "SELECT p.Id AS Value FROM posts p LEFT JOIN bin_items i ON i.PostId = p.Id WHERE (p.State = 2) <> (i.Id IS NOT NULL)"),
        new NumberCheck("member.unread", "members", "Id", "UnreadNotices", "SELECT MemberId AS k, COUNT(*) AS n FROM notices WHERE ReadAt IS NULL GROUP BY MemberId"),
        new NumberCheck("post.likes", "posts", "Id", "Likes", "SELECT PostId AS k, COUNT(*) AS n FROM likes GROUP BY PostId"),
        new RowCheck("poll.thread", "thread", "SELECT t.Id AS Value FROM threads t LEFT JOIN polls p ON p.ThreadId = t.Id WHERE t.Kind = 1 AND t.RedirectToThreadId IS NULL AND p.ThreadId IS NULL"),
        new RowCheck("poll.ballots", "option", """
            SELECT v.OptionId AS Value FROM poll_votes v JOIN poll_options o ON o.Id = v.OptionId
            LEFT JOIN poll_ballots b ON b.ThreadId = o.ThreadId AND b.MemberId = v.MemberId WHERE b.MemberId IS NULL
            """),
        new NumberCheck("poll.voters", "polls", "ThreadId", "Voters", "SELECT ThreadId AS k, COUNT(*) AS n FROM poll_ballots GROUP BY ThreadId"),
        new NumberCheck("poll.votes", "poll_options", "Id", "Votes", "SELECT OptionId AS k, COUNT(*) AS n FROM poll_votes GROUP BY OptionId"),
        new NumberCheck("tag.threads", "tags", "Id", "Threads", "SELECT TagId AS k, COUNT(*) AS n FROM thread_tags GROUP BY TagId"),
        new SiteCounterCheck(SiteCounter.Threads, $"SELECT COUNT(*) AS Value {PublishedThreads}"),
        new SiteCounterCheck(SiteCounter.Posts, $"SELECT COALESCE(SUM(Replies + 1), 0) AS Value {PublishedThreads}"),
        new SiteCounterCheck(SiteCounter.Members, $"SELECT COUNT(*) AS Value FROM members WHERE {Admitted}"),
        new SiteDayCheck(),
        new LedgerChainCheck(),
        new LedgerRowsCheck(),
    ];
}
