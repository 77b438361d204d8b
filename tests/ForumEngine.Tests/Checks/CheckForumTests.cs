using ForumEngine.Checks;
using ForumEngine.Permissions;
using ForumEngine.Setup;
using ForumEngine.Storage;
using ForumEngine.Tests.Attachments;
using ForumEngine.Tests.Setup;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Checks;

public sealed class CheckForumTests
{
    /// <summary>Ids go on counting in a schema that is used again; the inner table is MySQL's wish.</summary>
    private const string AnyThread = "Id = (SELECT x FROM (SELECT MAX(Id) AS x FROM threads WHERE Replies > 1) AS y)";
    private const string AnyBoard = "BoardId = (SELECT x FROM (SELECT MAX(BoardId) AS x FROM board_stats WHERE Threads > 0) AS y)";
    private const string AnyMember = "Id = (SELECT x FROM (SELECT MAX(Id) AS x FROM members) AS y)";

    /// <summary>What is damaged, and by which statement.</summary>
    private static readonly (string Check, string Sql)[] Derived =
    [
        ("thread.last-floor", $"UPDATE threads SET LastFloor = LastFloor + 3 WHERE {AnyThread}"),
        ("thread.replies", $"UPDATE threads SET Replies = Replies + 1 WHERE {AnyThread}"),
        ("thread.last-post", $"UPDATE threads SET LastAuthorName = 'nobody' WHERE {AnyThread}"),
        ("board.stats", $"DELETE FROM board_stats WHERE {AnyBoard}"),
        ("board.threads", $"UPDATE board_stats SET Threads = Threads - 1 WHERE {AnyBoard}"),
        ("board.posts", $"UPDATE board_stats SET Posts = 0 WHERE {AnyBoard}"),
        ("board.last-post", $"UPDATE board_stats SET LastThreadId = NULL WHERE {AnyBoard}"),
        ("member.threads", $"UPDATE members SET Threads = Threads + 7 WHERE {AnyMember}"),
        ("member.posts", $"UPDATE members SET Posts = Posts + 7 WHERE {AnyMember}"),
        ("member.unread", $"UPDATE members SET UnreadNotices = 5 WHERE {AnyMember}"),
        ("site.posts", "UPDATE site_counters SET Value = 1 WHERE Name = 'posts'"),
        ("site.threads", "UPDATE site_counters SET Value = 1 WHERE Name = 'threads'"),
        ("site.members", "DELETE FROM site_counters WHERE Name = 'members'"),
        ("site.days", "UPDATE site_days SET Posts = Posts + 1"),
        ("board.today", "UPDATE board_stats SET PostsToday = PostsToday + 1 WHERE Today = (SELECT x FROM (SELECT MAX(Today) AS x FROM board_stats) AS y)"),
        ("sequence.posts", "UPDATE sequences SET Next = 5 WHERE Name = 'posts'"),
    ];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Every_damage_to_what_is_derived_is_found_and_repaired(Db db)
    {
        await using var forum = await NewSite.OpenAsync(db);
        await forum.Use<SeedDemo, Outcome<int>>(s => s.RunAsync(null, default));
        foreach (var (check, sql) in Derived)
        {
            await forum.Rows(d => d.Database.ExecuteSqlRawAsync(sql));
            var found = await RunAsync(forum, repair: false);
            Assert.True(found.Findings.Single(f => f.Check == check).Violations > 0, $"{check} was not found");
            Assert.False(found.Holds);

            var repaired = await RunAsync(forum, repair: true);
            Assert.True(repaired.Findings.Single(f => f.Check == check).IsRepaired);
            Expect.None((await RunAsync(forum, repair: false)).Findings.Where(f => !f.Holds).Select(f => $"{f.Check} after the repair of {check}: {string.Join("; ", f.Examples)}"));
        }
    }

    [Theory]
    [InlineData("thread.floors", "UPDATE posts SET Floor = 500 WHERE ThreadId = 5 AND Floor = 2")]
    [InlineData("thread.first-post", "DELETE FROM posts WHERE ThreadId = 6 AND Floor = 1")]
    [InlineData("orphan.posts", "PRAGMA foreign_keys = OFF; UPDATE posts SET ThreadId = 99999 WHERE ThreadId = 6")]
    [InlineData("orphan.threads", "PRAGMA foreign_keys = OFF; UPDATE threads SET BoardId = 99999 WHERE Id = 6")]
    [InlineData("orphan.members", "PRAGMA foreign_keys = OFF; UPDATE members SET GroupId = 99999 WHERE Id = 6")]
    [InlineData("post.ids", "DROP INDEX IX_posts_Id; UPDATE posts SET Id = 1 WHERE ThreadId = 6")]
    public async Task What_nobody_can_derive_is_told_and_left(string check, string sql)
    {
        await using var forum = await NewSite.OpenAsync(Db.Sqlite);
        await forum.Use<SeedDemo, Outcome<int>>(s => s.RunAsync(null, default));
        await forum.Rows(d => d.Database.ExecuteSqlRawAsync(sql));

        var repaired = (await RunAsync(forum, repair: true)).Findings.Single(f => f.Check == check);
        Assert.True(repaired.Violations > 0);
        Assert.False(repaired.IsRepaired);
        Assert.NotEmpty(repaired.Examples);
    }

    [Fact]
    public async Task Bytes_that_are_gone_or_cut_are_told()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (board, author) = (await forum.BoardAsync(), await forum.ViewerAsync("wang"));
        var picture = (await forum.UploadAsync(author, board, "a.png", Uploads.Png())).Value;
        var text = (await forum.UploadAsync(author, board, "b.pdf", Uploads.Text())).Value;
        Assert.True((await RunAsync(forum, repair: false)).Findings.Single(f => f.Check == "file.bytes").Holds);

        var store = forum.Service<FileStore>();
        File.Delete(store.PathOf(picture.StoredAs));
        await File.WriteAllTextAsync(store.PathOf(text.StoredAs), "cut", TestContext.Current.CancellationToken);
        var found = (await RunAsync(forum, repair: true)).Findings.Single(f => f.Check == "file.bytes");
        Assert.Equal([$"file {picture.Id} is gone", $"file {text.Id} has 3 bytes, not 300"], found.Examples);
        Assert.False(found.Holds);
    }

    private static Task<CheckReport> RunAsync(Forum forum, bool repair) =>
        forum.Use<CheckForum, CheckReport>(c => c.RunAsync(repair, default));
}
