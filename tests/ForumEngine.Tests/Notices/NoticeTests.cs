using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Notices;

public sealed class NoticeTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_reply_tells_the_threads_author_and_the_quoted_once_each_and_not_its_writer(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.SetAsync("Posting.FloodSeconds", "0");
        var (starter, second, third) = (await forum.MemberAsync("starter"), await forum.MemberAsync("second"), await forum.MemberAsync("third"));
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), starter);
        var floor2 = (await ReplyAsync(forum, await forum.ViewerAsync(second), thread, null)).Value;
        await ReplyAsync(forum, await forum.ViewerAsync(third), thread, floor2.PostId);
        await ReplyAsync(forum, await forum.ViewerAsync(starter), thread, null);
        await forum.RunJobsAsync();
        await forum.RunJobsAsync();

        var notices = await forum.Rows(d => d.Notices.OrderBy(n => n.Id).Select(n => new { n.MemberId, n.Kind, n.ActorName }).ToListAsync());
        Assert.Equal([(starter.Id, NoticeKind.ReplyToThread, "second"), (second.Id, NoticeKind.Quote, "third"), (starter.Id, NoticeKind.ReplyToThread, "third")],
            notices.Select(n => (n.MemberId, n.Kind, n.ActorName)));
        var reader = await forum.ViewerAsync(starter);
        Assert.Equal(2, reader.Unread);
        await forum.Use<Inbox, bool>(async i => { await i.MarkReadAsync(reader, default); return true; });
        Assert.Equal(0, (await forum.ViewerAsync(starter)).Unread);
        Assert.Equal(1, (await forum.ViewerAsync(second)).Unread);
    }

    [Fact]
    public async Task Nobody_is_told_of_a_board_that_was_hidden_from_them_and_old_titles_are_withheld()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.SetAsync("Posting.FloodSeconds", "0");
        var starter = await forum.MemberAsync("starter");
        var board = await forum.BoardAsync();
        var thread = await forum.ThreadAsync(board, starter);
        await ReplyAsync(forum, await forum.ViewerAsync("second"), thread, null);
        await forum.RunJobsAsync();
        await ReplyAsync(forum, await forum.ViewerAsync("third"), thread, null);
        await forum.ChangeBoardsAsync(d => d.Boards.Where(b => b.Id == board.Id).ExecuteUpdate(b => b.SetProperty(x => x.IsHidden, true)));
        await forum.RunJobsAsync();

        var list = await forum.Use<Inbox, InboxList>(async i => await i.ReadAsync(await forum.ViewerAsync(starter), null, default));
        var line = Assert.Single(list.Lines);
        Assert.Equal(("second", false, false), (line.Notice.ActorName, line.MayOpen, line.ShowsTitle));
    }

    [Fact]
    public async Task The_author_of_a_post_elsewhere_is_not_told_of_a_quote()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.SetAsync("Posting.FloodSeconds", "0");
        var (starter, other) = (await forum.MemberAsync("starter"), await forum.MemberAsync("other"));
        var board = await forum.BoardAsync();
        var (thread, elsewhere) = (await forum.ThreadAsync(board, starter), await forum.ThreadAsync(board, other));
        var foreign = await forum.Rows(d => d.Posts.Where(p => p.ThreadId == elsewhere.Id).Select(p => p.Id).SingleAsync());
        await ReplyAsync(forum, await forum.ViewerAsync("second"), thread, foreign);
        await forum.RunJobsAsync();

        var told = await forum.Rows(d => d.Notices.Select(n => n.MemberId).ToListAsync());
        Assert.Equal(starter.Id, Assert.Single(told));
    }

    private static Task<Outcome<PostPlace>> ReplyAsync(Forum forum, Viewer who, Thread thread, long? quote) =>
        forum.Use<ReplyToThread, Outcome<PostPlace>>(u => u.RunAsync(who, new Reply(thread.Id, "An answer", quote, null), default));
}
