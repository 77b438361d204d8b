using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Feeds;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Posts;

public sealed class PostOptionTests
{
    [Theory, EveryDatabase]
    public async Task Hidden_replies_are_seen_by_their_author_the_starter_and_staff_only(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var (starter, writer, other) = (await forum.ViewerAsync("starter"), await forum.ViewerAsync("writer"), await forum.ViewerAsync("other"));
        var thread = await StartAsync(forum, starter, board, new PostChoices { HideReplies = true });
        var reply = (await forum.ReplyAsync(writer, thread, "secretword")).Value;
        foreach (var (viewer, sees) in new[] { (starter, true), (writer, true), (other, false), (await forum.GuestAsync(), false), (await forum.AdministratorAsync(), true) })
        {
            var page = (await PageAsync(forum, viewer, thread.Id)).Value;
            Assert.Equal(sees ? 2 : 1, page.Floors.Count);
            Assert.Equal(sees, (await forum.Use<FindPost, Outcome<string>>(f => f.AddressAsync(viewer, reply.PostId, default))).Refusal is null);
            Assert.Equal(sees ? 1 : 0, (await forum.Use<NewsQuery, Outcome<int>>(n => n.OfThreadAsync(viewer, thread.Id, 1, default))).Value);
            Assert.Equal(sees ? 1 : 0, (await forum.Use<MemberPageQuery, MemberLines>(q => q.RepliesAsync(viewer, writer.MemberId!.Value, null, default))).Lines.Count);
        }
        var quoting = (await forum.ReplyAsync(other, thread, "quoting", quote: reply.PostId)).Value;
        Assert.DoesNotContain("secretword", await BodyAsync(forum, quoting.PostId), StringComparison.Ordinal);
        Assert.Equal((null, ""), await forum.Rows(d => d.Threads.Where(t => t.Id == thread.Id).Select(t => ValueTuple.Create(t.LastAuthorId, t.LastAuthorName)).SingleAsync()));
        Assert.DoesNotContain((await CheckAsync(forum)).Findings, f => f.Check == "thread.last-post" && !f.Holds);
    }

    [Theory, EveryDatabase]
    public async Task An_anonymous_author_is_named_nowhere(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        await forum.Rows(d => d.Boards.Where(b => b.Id == board.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.AllowsAnonymous, true)));
        await forum.ChangeBoardsAsync(_ => { });
        var (secret, reader) = (await forum.ViewerAsync("secretname"), await forum.ViewerAsync("reader"));
        var thread = await StartAsync(forum, secret, board, new PostChoices { Anonymous = true, Signature = true });
        var open = await StartAsync(forum, reader, board, PostChoices.Usual);
        var reply = (await forum.Use<ReplyToThread, Outcome<PostPlace>>(u =>
            u.RunAsync(secret, new Reply(open.Id, "An answer for @reader", null, null) { Choices = new PostChoices { Anonymous = true } }, default))).Value;
        await forum.RunJobsAsync();

        foreach (var id in new[] { thread.Id, open.Id })
        {
            var page = (await PageAsync(forum, reader, id)).Value;
            Assert.DoesNotContain("secretname", System.Text.Json.JsonSerializer.Serialize(new { page.Head, page.Floors }), StringComparison.Ordinal);
        }
        Assert.All(await forum.Rows(d => d.Threads.Select(t => t.LastAuthorName).ToListAsync()), name => Assert.Equal("", name));
        Assert.Equal("", await forum.Rows(d => d.BoardStats.Where(s => s.BoardId == board.Id).Select(s => s.LastAuthorName).SingleAsync()));
        Assert.All(await forum.Use<ThreadFeed, IReadOnlyList<FeedThread>>(f => f.OfSiteAsync(default)), t => Assert.NotEqual("secretname", t.Author));
        Assert.All(await forum.Rows(d => d.Notices.Where(n => n.MemberId == reader.MemberId).ToListAsync()), n => Assert.Equal((null, ""), (n.ActorId, n.ActorName)));
        Assert.NotEmpty(await forum.Rows(d => d.Notices.Where(n => n.MemberId == reader.MemberId).ToListAsync()));
        Assert.Empty((await forum.Use<MemberPageQuery, MemberLines>(q => q.ThreadsAsync(reader, secret.MemberId!.Value, null, default))).Lines);
        Assert.Empty((await forum.Use<MemberPageQuery, MemberLines>(q => q.RepliesAsync(reader, secret.MemberId!.Value, null, default))).Lines);
        var quoting = (await forum.ReplyAsync(reader, open, "quoting", quote: reply.PostId)).Value;
        Assert.DoesNotContain("secretname", await BodyAsync(forum, quoting.PostId), StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task Staff_learn_who_an_anonymous_author_is_by_an_act_that_is_logged(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var writer = await forum.AdministratorAsync("secretname");
        var thread = await StartAsync(forum, writer, await forum.BoardAsync(), new PostChoices { Anonymous = true });
        var post = await forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync());
        var admin = await forum.AdministratorAsync();
        Task<Outcome<UnnamedPost>> Open() => forum.Use<RevealAuthor, Outcome<UnnamedPost>>(r => r.OpenAsync(admin, post, default));

        Assert.Null((await Open()).Value.Name);
        Assert.Equal("ReasonMissing", (await forum.Use<RevealAuthor, Refusal?>(r => r.RunAsync(admin, post, " ", default)))?.Code);
        Assert.Null(await forum.Use<RevealAuthor, Refusal?>(r => r.RunAsync(admin, post, "complaint", default)));
        Assert.Equal("secretname", (await Open()).Value.Name);
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "post.reveal" && a.PostId == post && a.MemberId == null)));
        var member = await forum.ViewerAsync("member");
        Assert.Equal(RefusalKind.Forbidden, (await forum.Use<RevealAuthor, Outcome<UnnamedPost>>(r => r.OpenAsync(member, post, default))).Refusal?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task A_thread_that_opens_with_its_newest_reply_does_so_and_links_to_floors_are_right(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, starter) = (await forum.BoardAsync(), await forum.MemberAsync("starter"));
        var thread = await forum.ThreadAsync(board, starter, replies: 24, adjust: t => t.NewestFirst = true);
        var guest = await forum.GuestAsync();
        foreach (var floor in new[] { 1, 2, 5, 15, 16, 25 })
        {
            var address = await forum.Use<FindPost, string>(f => f.AddressAsync(thread.Id, floor, default));
            var page = int.Parse(address.Split('=', '#')[1], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Contains(floor, (await PageAsync(forum, guest, thread.Id, page)).Value.Floors.Select(f => f.Number));
        }
        Assert.Equal([1, 25, 24], (await PageAsync(forum, guest, thread.Id)).Value.Floors.Take(3).Select(f => f.Number));
        Assert.Equal([1, 2, 3], (await forum.Use<ThreadPageQuery, Outcome<ThreadPage>>(q => q.RunAsync(guest, new ThreadQuery(thread.Id, 1, null, false), default))).Value.Floors.Take(3).Select(f => f.Number));
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_post_anonymously_or_set_a_level_is_told_so(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, member) = (await forum.BoardAsync(), await forum.ViewerAsync("member"));
        Assert.Equal("NoAnonymousHere", await WhyNot(new PostChoices { Anonymous = true }, member));
        Assert.Equal("ReadLevelTooHigh", await WhyNot(new PostChoices { ReadLevel = 10 }, member));
        Assert.Null(await WhyNot(new PostChoices { ReadLevel = 70 }, await forum.ViewerAsync("gold", 14)));
        Assert.Equal("ReadLevelTooHigh", await WhyNot(new PostChoices { ReadLevel = 71 }, await forum.ViewerAsync("gold2", 14)));

        async Task<string?> WhyNot(PostChoices choices, Viewer who) => (await forum.Use<StartThread, Outcome<PostPlace>>(u =>
            u.RunAsync(who, new NewThread(board.Id, "A title", "Some text", null, null) { Choices = choices }, default))).Refusal?.Code;
    }

    internal static async Task<Thread> StartAsync(TestForum forum, Viewer who, Board board, PostChoices choices, string body = "Some text")
    {
        var place = (await forum.Use<StartThread, Outcome<PostPlace>>(u => u.RunAsync(who, new NewThread(board.Id, "A title", body, null, null) { Choices = choices }, default))).Value;
        return await forum.Rows(d => d.Threads.SingleAsync(t => t.Id == place.ThreadId));
    }

    internal static Task<Outcome<ThreadPage>> PageAsync(TestForum forum, Viewer viewer, long thread, int page = 1) =>
        forum.Use<ThreadPageQuery, Outcome<ThreadPage>>(q => q.RunAsync(viewer, new ThreadQuery(thread, page, null, null), default));

    private static Task<string> BodyAsync(TestForum forum, long post) => forum.Rows(d => d.Posts.Where(p => p.Id == post).Select(p => p.Body).SingleAsync());

    private static Task<ForumEngine.Checks.CheckReport> CheckAsync(TestForum forum) =>
        forum.Use<ForumEngine.Checks.CheckForum, ForumEngine.Checks.CheckReport>(c => c.RunAsync(false, default));
}
