using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Review;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Flood;

public sealed class FloodTests
{
    [Theory, EveryDatabase]
    public async Task So_many_posts_an_hour_and_not_one_more_however_many_at_once(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        await forum.SetAsync("Flood.PostsPerHour", "5");
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("author"));
        var who = await forum.ViewerAsync("busy");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => forum.ReplyAsync(who, thread, $"Answer {i}")));
        Assert.Equal(5, answers.Count(a => a.Refusal is null));
        Assert.All(answers.Where(a => a.Refusal is not null), a => Assert.Equal((RefusalKind.TooSoon, "PostsPerHour", TimeSpan.FromHours(1)), (a.Refusal!.Kind, a.Refusal.Code, a.Refusal.RetryAfter)));
        Assert.Equal(5, await forum.Rows(d => d.Members.Where(m => m.Id == who.MemberId).Select(m => m.Posts).SingleAsync()));

        forum.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(TimeSpan.FromMinutes(1), (await forum.ReplyAsync(await LaterAsync(forum, who), thread, "Too soon")).Refusal!.RetryAfter);
        forum.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await forum.ReplyAsync(await LaterAsync(forum, who), thread, "Now")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Threads_have_a_limit_of_their_own_groups_theirs_and_staff_none(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        await forum.SetAsync("Flood.ThreadsPerHour", "1");
        var board = await forum.BoardAsync();
        var who = await forum.ViewerAsync("busy");
        Assert.Null((await forum.StartAsync(who, board)).Refusal);
        Assert.Equal("ThreadsPerHour", (await forum.StartAsync(who, board)).Refusal!.Code);
        Assert.Equal(1, await forum.Rows(d => d.Threads.CountAsync()));
        Assert.Equal(1, await forum.Rows(d => d.Members.Where(m => m.Id == who.MemberId).Select(m => m.Threads).SingleAsync()));

        await forum.ChangeGroupsAsync(d => d.GroupRules.Add(new GroupRule { GroupId = 11, Right = nameof(GroupRight.ThreadsPerHour), Value = 2 }));
        Assert.Null((await forum.StartAsync(await LaterAsync(forum, who), board)).Refusal);
        Assert.Equal("ThreadsPerHour", (await forum.StartAsync(await LaterAsync(forum, who), board)).Refusal!.Code);
        var staff = await forum.ViewerAsync("staff", Group.Moderators);
        for (var i = 0; i < 3; i++) Assert.Null((await forum.StartAsync(staff, board)).Refusal);
    }

    [Fact]
    public async Task New_members_have_few_links_and_pictures_until_days_and_posts_are_behind_them()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.WithoutWaitingAsync();
        await forum.SetAsync("Flood.NewMemberDays", "2");
        await forum.SetAsync("Flood.NewMemberPosts", "2");
        await forum.SetAsync("Flood.NewMemberLinks", "1");
        await forum.SetAsync("Flood.NewMemberImages", "0");
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("author"));
        var who = await forum.ViewerAsync("fresh");
        const string two = "See https://a.example/x and [url=https://b.example]this[/url]";
        Assert.Equal(("Body", "NewMemberLinks"), Of(await forum.ReplyAsync(who, thread, two)));
        Assert.Equal(("Body", "NewMemberImages"), Of(await forum.ReplyAsync(who, thread, "[img]https://a.example/x.png[/img]")));
        Assert.Equal("NewMemberSignatureLinks", (await forum.Use<ChangeSignature, Refusal?>(u => u.RunAsync(who, "https://a.example", default)))!.Code);
        for (var i = 0; i < 2; i++) Assert.Null((await forum.ReplyAsync(who, thread, $"One https://a.example/{i}")).Refusal);
        Assert.Null((await forum.ReplyAsync(await LaterAsync(forum, who), thread, two)).Refusal);

        await forum.Rows(d => d.Members.Where(m => m.Id == who.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.JoinedAt, forum.Now.AddDays(-1))));
        Assert.Equal(("Body", "NewMemberLinks"), Of(await forum.ReplyAsync(await LaterAsync(forum, who), thread, two)));
    }

    [Theory, EveryDatabase]
    public async Task The_same_text_is_taken_once_in_a_day_whatever_it_is_dressed_in(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        await forum.SetAsync("Flood.DuplicateHours", "24");
        var board = await forum.BoardAsync();
        var (one, other) = (await forum.ThreadAsync(board, await forum.MemberAsync("author")), await forum.ThreadAsync(board, await forum.MemberAsync("second")));
        var who = await forum.ViewerAsync("busy");
        const string text = "低价出售全新未拆封的路由器，有意者请私信联系，先到先得，谢绝还价";
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => forum.ReplyAsync(who, one, text)));
        var first = Assert.Single(answers, a => a.Refusal is null).Value.PostId;
        Assert.All(answers.Where(a => a.Refusal is not null), a => Assert.Equal(("DuplicatePost", first), (a.Refusal!.Code, a.Refusal.PostId)));
        Assert.Equal("DuplicatePost", (await forum.ReplyAsync(who, other, "低价 出售 [b]全新未拆封[/b] 的路由器！有意者请私信联系 😀 先到先得。谢绝还价")).Refusal!.Code);
        Assert.Equal("DuplicatePost", (await forum.StartAsync(who, board, "Another title", text)).Refusal!.Code);
        Assert.Null((await forum.ReplyAsync(who, other, "谢谢分享")).Refusal);
        Assert.Null((await forum.ReplyAsync(who, one, "谢谢分享")).Refusal);
        Assert.Null((await forum.ReplyAsync(await forum.ViewerAsync("somebody"), other, text)).Refusal);

        forum.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Null((await forum.ReplyAsync(await LaterAsync(forum, who), other, text)).Refusal);
    }

    [Fact]
    public async Task Who_deleted_a_post_may_write_it_once_more_and_the_same_form_is_answered_with_its_post()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.WithoutWaitingAsync();
        await forum.SetAsync("Flood.DuplicateHours", "24");
        var board = await forum.BoardAsync();
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("author"));
        var who = await forum.ViewerAsync("busy");
        const string text = "A question that belongs into quite another thread than this one";
        var form = Guid.NewGuid();
        var post = (await forum.ReplyAsync(who, thread, text, form)).Value;
        Assert.Equal(post, (await forum.ReplyAsync(who, thread, text, form)).Value);
        Assert.Equal("DuplicatePost", (await forum.ReplyAsync(who, thread, text)).Refusal!.Code);
        Assert.Null(await forum.Use<DeletePost, Refusal?>(u => u.RunAsync(forum.System, post.PostId, "wrong board", default)));
        Assert.Null((await forum.ReplyAsync(who, thread, text)).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task What_new_members_pass_on_waits_for_review_where_the_setting_says_so_and_only_once(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        await forum.SetAsync("Flood.DuplicateHours", "24");
        await forum.SetAsync("Flood.NewMemberPosts", "3");
        await forum.SetAsync("Flood.DuplicatesToReview", "true");
        var board = await forum.BoardAsync();
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("author"));
        const string text = "澄江本地正规贷款，无抵押无担保，当天放款，身份证即可办理，额度一万到五十万，诚信经营";
        for (var i = 0; i < 2; i++) Assert.Null((await forum.ReplyAsync(await forum.ViewerAsync($"spam{i}"), thread, text)).Value.PendingId);
        var third = await forum.ViewerAsync("spam3");
        var held = (await forum.ReplyAsync(third, thread, text)).Value.PendingId;
        Assert.Equal("DuplicatePost", (await forum.ReplyAsync(third, thread, text)).Refusal!.Code);
        Assert.NotNull((await forum.StartAsync(third, board, "贷款", text)).Value.PendingId);
        Assert.Equal([HoldReasons.Duplicate], await forum.Rows(d => d.PendingPosts.Where(p => p.Id == held).Select(p => p.Reasons).ToListAsync()));
        // Neither counter nor floor was given out for it.
        Assert.Equal((2, 0), await forum.Rows(async d => (await d.Threads.Where(t => t.Id == thread.Id).Select(t => t.Replies).SingleAsync(), await d.Members.Where(m => m.Id == third.MemberId).Select(m => m.Posts).SingleAsync())));
        Assert.Null((await forum.Use<ApprovePending, Outcome<PostPlace>>(async a => await a.RunAsync(await forum.AdministratorAsync(), held!.Value, null, default))).Refusal);
        Assert.Equal(3, await forum.Rows(d => d.Threads.Where(t => t.Id == thread.Id).Select(t => t.Replies).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_text_that_new_members_pass_on_with_small_changes_ends_with_the_third(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        await forum.SetAsync("Flood.DuplicateHours", "24");
        await forum.SetAsync("Flood.NewMemberPosts", "3");
        var board = await forum.BoardAsync();
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("author"));
        string Text(int i) => $"澄江本地正规贷款，无抵押无担保，当天放款，身份证即可办理，额度一万到五十万，咨询电话微信同号 1380000{i:0000}，诚信经营";
        for (var i = 0; i < 2; i++) Assert.Null((await forum.ReplyAsync(await forum.ViewerAsync($"spam{i}"), thread, Text(i * 731))).Refusal);
        Assert.Equal("DuplicateOfOthers", (await forum.StartAsync(await forum.ViewerAsync("spam3"), board, "贷款", Text(9042))).Refusal!.Code);
        var old = await forum.MemberAsync("regular");
        await forum.Rows(d => d.Members.Where(m => m.Id == old.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Posts, 100)));
        Assert.Null((await forum.ReplyAsync(await forum.ViewerAsync(old), thread, Text(1))).Refusal);
        Assert.Null((await forum.ReplyAsync(await forum.ViewerAsync("honest"), thread, "请问楼主这个贷款是真的吗？上次我朋友也遇到一个说无抵押的，结果被骗了两千块，大家小心。")).Refusal);
    }

    private static (string?, string) Of(Outcome<PostPlace> answer) => (answer.Refusal!.Field, answer.Refusal.Code);

    private static Task<Viewer> LaterAsync(Forum forum, Viewer who)
    {
        forum.Service<Viewers>().Forget(who.MemberId!.Value);
        return forum.Service<Viewers>().ForAsync(who.MemberId, who.Address, who.Port, default).AsTask();
    }
}
