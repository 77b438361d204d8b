using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Posts;

public sealed class HistoryTests
{
    [Theory, EveryDatabase]
    public async Task Every_text_of_a_post_is_kept_and_shown_to_author_and_staff(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var author = await forum.ViewerAsync("author");
        var post = (await forum.StartAsync(author, await forum.BoardAsync(), body: "第一版 [hide]secretword[/hide]")).Value.PostId;
        for (var i = 2; i <= 13; i++) Assert.Null((await forum.EditAsync(author, post, $"第{i}版", "A title")).Refusal);

        var first = (await HistoryAsync(forum, author, post)).Value;
        Assert.Equal((10, 12), (first.Lines.Count, first.Lines[0].Version));
        var rest = (await HistoryAsync(forum, author, post, first.Next)).Value;
        Assert.Equal([2, 1, 0], rest.Lines.Select(l => l.Version));
        Assert.Null(rest.Next);
        Assert.Contains("secretword", rest.Lines[2].Body.Parts[0].Text, StringComparison.Ordinal);

        var reader = await forum.ViewerAsync("reader");
        Assert.Equal("HistoryIsPrivate", (await HistoryAsync(forum, reader, post)).Refusal?.Code);
        await forum.SetAsync("Posting.HistoryIsPublic", "true");
        var told = (await HistoryAsync(forum, reader, post, 3)).Value;
        Assert.DoesNotContain(told.Lines, l => l.Body.Parts.Any(p => p.Text.Contains("secretword", StringComparison.Ordinal)));
    }

    [Theory, EveryDatabase]
    public async Task A_reason_given_in_the_first_minute_stands_in_the_history_and_under_no_post(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var author = await forum.ViewerAsync("author");
        var post = (await forum.StartAsync(author, await forum.BoardAsync())).Value.PostId;
        Assert.Null((await EditAsync("Second text", "a slip")).Refusal);
        Assert.Equal(("a slip", null), await forum.Rows(d => d.Posts.Where(p => p.Id == post).Select(p => ValueTuple.Create(p.EditReason, p.EditedAt)).SingleAsync()));
        Assert.Null((await EditAsync("Third text", "")).Refusal);
        forum.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null((await EditAsync("Fourth text", "a price")).Refusal);
        var lines = (await HistoryAsync(forum, author, post)).Value.Lines;
        Assert.Equal([(3, "a price"), (2, ""), (1, "a slip"), (0, "")], lines.Select(l => (l.Version, l.Reason)));

        async Task<Outcome<PostPlace>> EditAsync(string body, string reason) =>
            await forum.Use<EditPost, Outcome<PostPlace>>(async u => await u.RunAsync(await forum.ViewerAsync(await forum.Rows(d => d.Members.SingleAsync(m => m.Id == author.MemberId))), new PostEdit(post, "A title", body, reason, null), default));
    }

    [Theory, EveryDatabase]
    public async Task Who_was_too_slow_sees_what_the_other_changed(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var author = await forum.ViewerAsync("author");
        var post = (await forum.StartAsync(author, await forum.BoardAsync(), body: "我今天来")).Value.PostId;
        await forum.EditAsync(author, post, "我明天来", "A title", version: 0);
        Assert.Equal(RefusalKind.Conflict, (await forum.EditAsync(author, post, "我后天来", "A title", version: 0)).Refusal?.Kind);
        var since = await forum.Use<EditPost, TextDiff?>(async e => await e.SinceAsync((await e.OpenAsync(author, post, default)).Value, 0, default));
        Assert.Equal(["我", "今", "明", "天来"], since!.Parts.Select(p => p.Text));
    }

    [Theory, EveryDatabase]
    public async Task A_hidden_part_is_for_those_who_have_replied_and_in_no_excerpt_quote_or_feed(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var (author, reader) = (await forum.ViewerAsync("author"), await forum.ViewerAsync("reader"));
        var thread = await PostOptionTests.StartAsync(forum, author, board, PostChoices.Usual, "open [hide]secretword[/hide]");
        Assert.False(await SeesAsync(reader));
        Assert.False(await SeesAsync(await forum.GuestAsync()));
        Assert.True(await SeesAsync(author));
        Assert.True(await SeesAsync(await forum.AdministratorAsync()));
        var first = await forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync());
        var quoting = (await forum.ReplyAsync(reader, thread, "quoting", quote: first)).Value;
        Assert.DoesNotContain("secretword", await forum.Rows(d => d.Posts.Where(p => p.Id == quoting.PostId).Select(p => p.Body).SingleAsync()), StringComparison.Ordinal);
        Assert.True(await SeesAsync(reader));
        var feed = await forum.Use<ForumEngine.Feeds.ThreadFeed, IReadOnlyList<ForumEngine.Feeds.FeedThread>>(f => f.OfSiteAsync(default));
        Assert.DoesNotContain("secretword", feed.Single().Html, StringComparison.Ordinal);
        var limited = await forum.ViewerAsync("newbie", 10);
        Assert.Equal("NoHideRight", (await forum.StartAsync(limited, board, body: "a [hide]b[/hide]")).Refusal?.Code);

        async Task<bool> SeesAsync(Viewer who) =>
            (await PostOptionTests.PageAsync(forum, who, thread.Id)).Value.Floors[0].Html.Contains("secretword", StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_form_that_is_behind_is_renewed_by_its_first_reader_and_written_down_later(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var author = await forum.MemberAsync("author");
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), author, replies: 3);
        await forum.Rows(d => d.Posts.ExecuteUpdateAsync(p => p.SetProperty(x => x.RendererVersion, 1).SetProperty(x => x.Html, "old form")));
        var guest = await forum.GuestAsync();
        Assert.All((await PostOptionTests.PageAsync(forum, guest, thread.Id)).Value.Floors, f => Assert.Contains("Text of floor", f.Html, StringComparison.Ordinal));
        Assert.Equal(4, await forum.Rows(d => d.Posts.CountAsync(p => p.Html == "old form")));
        await forum.Service<FreshPosts>().RunAsync(default);
        Assert.Equal(0, await forum.Rows(d => d.Posts.CountAsync(p => p.Html == "old form")));

        await forum.SetAsync("Markup.LinkedImages", "false");
        var version = await forum.Service<PostRenderer>().VersionAsync(default);
        Assert.Equal(4, await forum.Rows(d => d.Posts.CountAsync(p => p.RendererVersion != version)));
    }

    [Theory, EveryDatabase]
    public async Task The_quoted_the_mentioned_and_the_starter_are_told_once_each_and_an_edit_tells_the_newly_mentioned(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var starter = await forum.MemberAsync("starter");
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), starter);
        var first = await forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync());
        var (writer, called, later) = (await forum.ViewerAsync("writer"), await forum.MemberAsync("called"), await forum.MemberAsync("later"));
        var post = (await forum.ReplyAsync(writer, thread, "@called @starter @writer @nobody hello", quote: first)).Value.PostId;
        await forum.RunJobsAsync();
        Assert.Equal([NoticeKind.Quote], await KindsAsync(starter.Id));
        Assert.Equal([NoticeKind.Mention], await KindsAsync(called.Id));
        Assert.Empty(await KindsAsync(writer.MemberId!.Value));
        await forum.EditAsync(writer, post, "@called @later hello");
        await forum.RunJobsAsync();
        Assert.Equal([NoticeKind.Mention], await KindsAsync(called.Id));
        Assert.Equal([NoticeKind.Mention], await KindsAsync(later.Id));

        Task<List<NoticeKind>> KindsAsync(int member) => forum.Rows(d => d.Notices.Where(n => n.MemberId == member).OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync());
    }

    private static Task<Outcome<PostHistory>> HistoryAsync(TestForum forum, Viewer who, long post, int? before = null) =>
        forum.Use<PostHistoryQuery, Outcome<PostHistory>>(q => q.RunAsync(who, post, before, default));
}
