using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Posts;

public sealed class WritingTests
{
    [Theory, EveryDatabase]
    public async Task A_second_submit_of_a_form_is_answered_with_the_first_post_and_not_with_the_flood_limit(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("starter"));
        var writer = await forum.ViewerAsync("writer");
        var form = Guid.NewGuid();
        var first = await forum.ReplyAsync(writer, thread, submission: form);
        var second = await forum.ReplyAsync(writer, thread, submission: form);
        var other = await forum.ReplyAsync(writer, thread, submission: Guid.NewGuid());
        Assert.Equal(first.Value, second.Value);
        Assert.Equal(RefusalKind.TooSoon, other.Refusal!.Kind);
    }

    [Theory, EveryDatabase]
    public async Task The_flood_limit_ends_to_the_second(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("starter"));
        var member = await forum.MemberAsync("writer");
        Assert.Null((await forum.ReplyAsync(await forum.ViewerAsync(member), thread)).Refusal);
        forum.Clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal("TooSoon", (await forum.ReplyAsync(await forum.ViewerAsync(member), thread)).Refusal!.Code);
        forum.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await forum.ReplyAsync(await forum.ViewerAsync(member), thread)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_new_member_waits_two_minutes_before_the_first_post(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var member = await forum.MemberAsync("newcomer");
        await forum.Rows(d => d.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinedAt, forum.Now)));
        Assert.Equal("NewMemberWait", (await forum.StartAsync(await forum.ViewerAsync(member), board)).Refusal!.Code);
        forum.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null((await forum.StartAsync(await forum.ViewerAsync(member), board)).Refusal);
    }

    [Theory]
    [InlineData(Db.Sqlite, ContentState.Published, true, "ThreadClosed")]
    [InlineData(Db.MariaDb, ContentState.Published, true, "ThreadClosed")]
    [InlineData(Db.MySql, ContentState.Published, true, "ThreadClosed")]
    [InlineData(Db.Sqlite, ContentState.Recycled, false, "ThreadDeleted")]
    [InlineData(Db.Sqlite, ContentState.Hidden, false, "NotFound")]
    public async Task A_reply_to_what_is_closed_or_gone_is_refused_and_writes_nothing(Db db, ContentState state, bool closed, string code)
    {
        await using var forum = await Forum.OpenAsync(db);
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("starter"), adjust: t => (t.State, t.IsClosed) = (state, closed));
        var answer = await forum.ReplyAsync(await forum.ViewerAsync("writer"), thread);
        Assert.Equal(code, answer.Refusal!.Code);
        Assert.Equal((1, 0), (await forum.Rows(d => d.Posts.CountAsync()), await forum.Rows(d => d.Outbox.CountAsync())));
    }

    [Fact]
    public async Task The_author_of_a_hidden_thread_is_told_why_no_reply_is_possible()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var author = await forum.MemberAsync("author");
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), author, adjust: t => t.State = ContentState.Hidden);
        Assert.Equal("ThreadHidden", (await forum.ReplyAsync(await forum.ViewerAsync(author), thread)).Refusal!.Code);
    }

    [Fact]
    public async Task A_thread_that_was_moved_away_takes_no_reply()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("starter"), adjust: t => t.RedirectToThreadId = 99);
        Assert.Equal(RefusalKind.NotFound, (await forum.ReplyAsync(await forum.ViewerAsync("writer"), thread)).Refusal!.Kind);
    }

    [Theory, EveryDatabase]
    public async Task A_muted_member_can_read_but_not_write_until_the_second_the_mute_ends(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("starter"));
        var member = await forum.MemberAsync("muted");
        await forum.SanctionAsync(member, SanctionKind.Mute, lasts: TimeSpan.FromDays(1));

        Assert.Equal("MuteUntil", (await forum.ReplyAsync(await forum.ViewerAsync(member), thread)).Refusal!.Code);
        Assert.Equal("MuteUntil", (await forum.StartAsync(await forum.ViewerAsync(member), board)).Refusal!.Code);
        var muted = await forum.ViewerAsync(member);
        Assert.Null((await forum.Use<ThreadPageQuery, Outcome<ThreadPage>>(q => q.RunAsync(muted, new ThreadQuery(thread.Id, 1, null, false), default))).Refusal);

        forum.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await forum.ReplyAsync(await forum.ViewerAsync(member), thread)).Refusal);
    }

    [Theory]
    [InlineData("", "BodyMissing")]
    [InlineData(" \r\n\t ", "BodyMissing")]
    [InlineData("x", "BodyTooShort")]
    [InlineData("👨‍👩‍👧‍👦", "BodyTooShort")]
    [InlineData("[b]x[/b]", "BodyTooShort")]
    [InlineData("[quote]long enough[/quote]x", "BodyTooShort")]
    [InlineData("沙发", null)]
    [InlineData("👍🏽👍🏽", null)]
    public async Task A_post_has_at_least_two_characters_as_people_see_them(string body, string? code)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("starter"));
        var answer = await forum.ReplyAsync(await forum.ViewerAsync("writer"), thread, body);
        Assert.Equal(code, answer.Refusal?.Code);
        if (code is not null) Assert.Equal("Body", answer.Refusal!.Field);
    }

    [Theory]
    [InlineData(20000, null)]
    [InlineData(20001, "BodyTooLong")]
    [InlineData(500_000, "BodyTooLong")]
    public async Task A_post_has_at_most_20000_characters(int length, string? code)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("starter"));
        Assert.Equal(code, (await forum.ReplyAsync(await forum.ViewerAsync("writer"), thread, new string('字', length))).Refusal?.Code);
    }

    [Theory]
    [InlineData(null, "TitleMissing")]
    [InlineData("   ", "TitleMissing")]
    [InlineData("\u202e\u202e", "TitleMissing")]
    [InlineData("好", null)]
    public async Task A_thread_has_a_title(string? title, string? code)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        Assert.Equal(code, (await forum.StartAsync(await forum.ViewerAsync("writer"), await forum.BoardAsync(), title!)).Refusal?.Code);
    }

    [Theory]
    [InlineData("字", 80, null)]
    [InlineData("字", 81, "TitleTooLong")]
    [InlineData("😀", 80, null)]
    [InlineData("👨‍👩‍👧‍👦", 80, "TitleTooLong")]
    public async Task A_title_has_at_most_80_characters_that_fit_its_column(string character, int count, string? code)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var title = string.Concat(Enumerable.Repeat(character, count));
        Assert.Equal(code, (await forum.StartAsync(await forum.ViewerAsync("writer"), await forum.BoardAsync(), title)).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_quote_brings_the_quoted_words_and_a_way_back_to_them(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("starter"));
        var writer = await forum.ViewerAsync("writer");
        var first = (await forum.ReplyAsync(writer, thread, "The words to quote")).Value;
        var second = (await forum.ReplyAsync(writer, thread, "My answer", quote: first.PostId)).Value;
        var html = await forum.Rows(d => d.Posts.Where(p => p.Id == second.PostId).Select(p => p.Html).SingleAsync());
        Assert.Contains("The words to quote", html, StringComparison.Ordinal);
        Assert.Contains("My answer", html, StringComparison.Ordinal);
        Assert.Contains($"/posts/{first.PostId}", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_of_a_post_in_another_thread_brings_nothing_of_it()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.WithoutWaitingAsync();
        var starter = await forum.MemberAsync("starter");
        var secret = await forum.ThreadAsync(await forum.BoardAsync(hidden: true), starter, "Secret");
        var secretPost = await forum.Rows(d => d.Posts.Where(p => p.ThreadId == secret.Id).Select(p => p.Id).SingleAsync());
        var open = await forum.ThreadAsync(await forum.BoardAsync(), starter);
        var place = (await forum.ReplyAsync(await forum.ViewerAsync("writer"), open, "My answer", quote: secretPost)).Value;
        Assert.Equal("My answer", await forum.Rows(d => d.Posts.Where(p => p.Id == place.PostId).Select(p => p.Body).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_post_keeps_who_wrote_it_from_where_and_when(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("starter"));
        var writer = await forum.ViewerAsync("写手 𠮷") with { Address = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 192, 0, 2, 1], Port = 50123 };
        var place = (await forum.ReplyAsync(writer, thread)).Value;
        var post = await forum.Rows(d => d.Posts.SingleAsync(p => p.Id == place.PostId));
        Assert.Equal((writer.MemberId, "写手 𠮷", 50123, forum.Now), (post.AuthorId, post.AuthorName, post.Port, post.CreatedAt));
        Assert.Equal(writer.Address, post.Address);
        Assert.Equal(DateTimeKind.Utc, post.CreatedAt.Kind);
    }

    [Theory, EveryDatabase]
    public async Task An_edit_leaves_a_line_only_after_a_minute(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var author = await forum.MemberAsync("author");
        var place = (await forum.StartAsync(await forum.ViewerAsync(author), await forum.BoardAsync())).Value;
        forum.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null((await forum.EditAsync(await forum.ViewerAsync(author), place.PostId, "soon", "New title")).Refusal);
        Assert.Null(await forum.Rows(d => d.Posts.Select(p => p.EditedAt).SingleAsync()));
        forum.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await forum.EditAsync(await forum.ViewerAsync(author), place.PostId, "late", "New title")).Refusal);
        var post = await forum.Rows(d => d.Posts.SingleAsync());
        Assert.Equal((forum.Now, "author", "late"), (post.EditedAt, post.EditedBy, post.Body));
        Assert.Equal("New title", await forum.Rows(d => d.Threads.Select(t => t.Title).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_edits_what_others_wrote_but_staff_above_their_rank()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var member = (await forum.StartAsync(await forum.ViewerAsync("author"), board)).Value;
        var chief = (await forum.StartAsync(await forum.AdministratorAsync(), board)).Value;
        var stranger = await forum.ViewerAsync("stranger");
        var super = await forum.ViewerAsync("super", group: 2);
        Assert.Equal("NotYours", (await forum.EditAsync(stranger, member.PostId, "changed", "t")).Refusal!.Code);
        Assert.Equal(RefusalKind.SignInFirst, (await forum.EditAsync(await forum.GuestAsync(), member.PostId, "changed", "t")).Refusal!.Kind);
        Assert.Null((await forum.EditAsync(super, member.PostId, "changed", "t")).Refusal);
        Assert.Equal("EqualRank", (await forum.EditAsync(super, chief.PostId, "changed", "t")).Refusal!.Code);
        Assert.Equal("post.edit", await forum.Rows(d => d.StaffActs.Where(a => a.MemberId != null).Select(a => a.Act).SingleAsync()));
    }
}
