using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Feeds;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Acts;

/// <summary>Blocking, pinning and looking up addresses.</summary>
public sealed class PostActTests
{
    [Theory, EveryDatabase]
    public async Task A_blocked_post_is_read_by_staff_only(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var reply = (await forum.ReplyAsync(author, thread, "Secret words")).Value.PostId;
        Assert.Null(await forum.PostActAsync(staff, reply, PostAct.Block));
        Assert.Equal("AlreadyDone", (await forum.PostActAsync(staff, reply, PostAct.Block))!.Code);
        Assert.Equal(("", true), await TextAsync(await forum.GuestAsync()));
        Assert.Equal(("", true), await TextAsync(author));
        Assert.Contains("Secret words", (await TextAsync(staff)).Html, StringComparison.Ordinal);
        Assert.Equal("PostBlocked", (await forum.EditAsync(author, reply, "Other words")).Refusal!.Code);
        await forum.ReplyAsync(author, thread, "See above", quote: reply);
        Assert.DoesNotContain("Secret", await forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id && p.Floor == 3).Select(p => p.Body).SingleAsync()), StringComparison.Ordinal);
        Assert.Null(await forum.PostActAsync(staff, reply, PostAct.Unblock));
        Assert.Contains("Secret words", (await TextAsync(author)).Html, StringComparison.Ordinal);
        await forum.AssertCleanAsync();

        async Task<(string Html, bool IsWithheld)> TextAsync(Viewer who)
        {
            var page = await forum.Use<ThreadPageQuery, Outcome<ThreadPage>>(u => u.RunAsync(who, new ThreadQuery(thread.Id, 1, null, null), default));
            var floor = page.Value.Floors.Single(f => f.Number == 2);
            return (floor.Html, floor.IsTextWithheld);
        }
    }

    [Theory, EveryDatabase]
    public async Task What_quotes_a_blocked_post_does_not_show_its_words(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var reply = (await forum.ReplyAsync(author, thread, "Secret words")).Value.PostId;
        await forum.ReplyAsync(author, thread, "My own words", quote: reply);
        await forum.PostActAsync(staff, reply, PostAct.Block);
        var page = await forum.Use<ThreadPageQuery, Outcome<ThreadPage>>(async u => await u.RunAsync(await forum.GuestAsync(), new ThreadQuery(thread.Id, 1, null, null), default));
        var html = page.Value.Floors.Single(f => f.Number == 3).Html;
        Assert.DoesNotContain("Secret", html, StringComparison.Ordinal);
        Assert.Contains("My own words", html, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Quotes_of_a_blocked_post_in_other_threads_are_read_by_its_boards_staff_alone(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var reply = (await forum.ReplyAsync(author, thread, "Secret words")).Value.PostId;
        var (here, other) = (await forum.Rows(d => d.Boards.SingleAsync(b => b.Id == thread.BoardId)), await forum.BoardAsync("Other"));
        var elsewhere = await forum.StartedAsync(author, other, "Have you seen", await QuoteOfAsync(forum, author, thread, reply) + "My own words");
        var (keeper, stranger) = (await forum.MemberAsync("keeper", Group.Moderators), await forum.MemberAsync("stranger", Group.Moderators));
        await forum.ModeratorAsync(here, keeper);
        await forum.ModeratorAsync(other, stranger);
        Assert.Contains("Secret", await FirstAsync(await forum.GuestAsync()), StringComparison.Ordinal);
        Assert.Contains("Secret", (await FeedAsync())[0].Html, StringComparison.Ordinal);

        await forum.PostActAsync(staff, reply, PostAct.Block);
        foreach (var who in new[] { await forum.GuestAsync(), author, await forum.ViewerAsync(stranger) })
        {
            var html = await FirstAsync(who);
            Assert.DoesNotContain("Secret", html, StringComparison.Ordinal);
            Assert.Contains("My own words", html, StringComparison.Ordinal);
        }
        Assert.Contains("Secret", await FirstAsync(await forum.ViewerAsync(keeper)), StringComparison.Ordinal);
        var fed = (await FeedAsync()).Single(f => f.Id == elsewhere.Id).Html;
        Assert.DoesNotContain("Secret", fed, StringComparison.Ordinal);
        Assert.Contains("My own words", fed, StringComparison.Ordinal);
        await forum.PostActAsync(staff, reply, PostAct.Unblock);
        Assert.Contains("Secret", await FirstAsync(await forum.GuestAsync()), StringComparison.Ordinal);

        async Task<string> FirstAsync(Viewer who) =>
            (await forum.Use<ThreadPageQuery, Outcome<ThreadPage>>(u => u.RunAsync(who, new ThreadQuery(elsewhere.Id, 1, null, null), default))).Value.Floors[0].Html;

        Task<IReadOnlyList<FeedThread>> FeedAsync() => forum.Use<ThreadFeed, IReadOnlyList<FeedThread>>(u => u.OfSiteAsync(default));
    }

    /// <summary>As the editor gets it, to be pasted anywhere.</summary>
    private static Task<string> QuoteOfAsync(Forum forum, Viewer who, Thread thread, long post) => forum.Use<QuotePost, string>(async u =>
        await u.SourceAsync(who, (await forum.Service<BoardTrees>().CurrentAsync(default)).Find(thread.BoardId)!, FindPost.Facts(await forum.ReloadAsync(thread)), post, default));

    [Theory, EveryDatabase]
    public async Task The_starter_pins_replies_up_to_the_limit_and_others_none(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (_, author, thread) = await MarkTests.SceneAsync(forum);
        var other = await forum.ViewerAsync("other");
        var ids = new List<long>();
        for (var i = 0; i < 5; i++) ids.Add((await forum.ReplyAsync(other, thread, $"Answer {i}")).Value.PostId);
        Assert.Equal("NeedsStaffRight", (await forum.PostActAsync(other, ids[0], PostAct.Pin))!.Code);
        var answers = await Task.WhenAll(ids.Select(id => Task.Run(() => forum.PostActAsync(author, id, PostAct.Pin))));
        Assert.Equal(3, answers.Count(a => a is null));
        Assert.All(answers.Where(a => a is not null), a => Assert.Equal("TooManyPinned", a!.Code));
        var page = await forum.Use<ThreadPageQuery, Outcome<ThreadPage>>(u => u.RunAsync(other, new ThreadQuery(thread.Id, 1, null, null), default));
        Assert.Equal(3, page.Value.Pinned.Count);
    }

    [Fact]
    public async Task An_address_is_shown_after_a_logged_reason_and_never_of_a_higher_rank()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var reply = (await forum.ReplyAsync(author, thread)).Value.PostId;
        var super = await forum.ViewerAsync("super", Group.SuperModerators);
        Assert.Null((await Open(super, reply)).Value.Address);
        Assert.Equal("ReasonMissing", (await forum.Use<SeeAddress, Refusal?>(u => u.RunAsync(super, reply, " ", default)))!.Code);
        Assert.Null(await forum.Use<SeeAddress, Refusal?>(u => u.RunAsync(super, reply, "spam", default)));
        Assert.Equal("127.0.0.1", (await Open(super, reply)).Value.Address);
        Assert.Equal("spam", await forum.Rows(d => d.StaffActs.Where(a => a.Act == "post.address").Select(a => a.Reason).SingleAsync()));
        var above = (await forum.ReplyAsync(staff, thread)).Value.PostId;
        Assert.Equal("EqualRank", (await Open(super, above)).Refusal!.Code);

        Task<Outcome<PostAddress>> Open(Viewer who, long post) => forum.Use<SeeAddress, Outcome<PostAddress>>(u => u.OpenAsync(who, post, default));
    }

    [Theory, EveryDatabase]
    public async Task Several_posts_are_acted_on_one_by_one_and_refusals_are_listed(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var super = await forum.ViewerAsync("super", Group.SuperModerators);
        var (mine, above) = ((await forum.ReplyAsync(author, thread)).Value.PostId, (await forum.ReplyAsync(staff, thread)).Value.PostId);
        var results = (await forum.Use<ActOnPosts, Outcome<IReadOnlyList<PostResult>>>(u => u.RunAsync(super, thread.Id, [mine, above, 999999], PostAct.Delete, ActNote.Silent, default))).Value;
        Assert.Equal([("NotFound", 0), (null, 2), ("EqualRank", 3)], results.Select(r => (r.Refusal?.Code, r.Floor)));
        await forum.AssertCleanAsync();
    }
}
