using ForumEngine.Boards;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Sanctions;
using ForumEngine.Scheduling;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Scheduling;

public sealed class ScheduleTests
{
    [Theory, EveryDatabase]
    public async Task A_thread_appears_at_its_time_with_all_its_form_carried(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var who = await forum.AdministratorAsync();
        var choices = new PostChoices { Tags = "one,two", NewestFirst = true, Poll = new([new("yes"), new("no")], VotersArePublic: true) };
        Assert.Null((await ScheduleAsync(forum, who, board, TimeSpan.FromHours(1), choices)).Refusal);
        await PublishAsync(forum);
        Assert.Equal(0, await forum.Rows(d => d.Threads.CountAsync()));

        forum.Clock.Advance(TimeSpan.FromHours(1));
        await PublishAsync(forum);
        var thread = await forum.Rows(d => d.Threads.SingleAsync());
        Assert.Equal((forum.Now, who.MemberId, "one,two", true, ThreadKind.Poll), (thread.CreatedAt, thread.AuthorId, thread.TagNames, thread.NewestFirst, thread.Kind));
        Assert.True(await forum.Rows(d => d.Polls.Select(p => p.VotersArePublic).SingleAsync()));
        Assert.Equal(who.Address, await forum.Rows(d => d.Posts.Select(p => p.Address).SingleAsync()));
        Assert.Equal(0, await forum.Rows(d => d.Drafts.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Two_nodes_and_a_crash_publish_once(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var who = await forum.AdministratorAsync();
        for (var i = 0; i < 4; i++) await ScheduleAsync(forum, who, board, TimeSpan.FromMinutes(1 + i));
        var before = await forum.Rows(d => d.Drafts.ToListAsync());
        forum.Clock.Advance(TimeSpan.FromMinutes(5));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PublishAsync(forum)));
        Assert.Equal(4, await forum.Rows(d => d.Threads.CountAsync()));

        // As if the node had died between the thread and the end of its draft.
        await forum.Rows(d => { d.Drafts.AddRange(before); return d.SaveChangesAsync(); });
        await PublishAsync(forum);
        Assert.Equal((4, 0), await forum.Rows(async d => (await d.Threads.CountAsync(), await d.Drafts.CountAsync())));
    }

    [Theory, EveryDatabase]
    public async Task Who_is_muted_at_its_time_is_told_and_keeps_the_text(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var member = await forum.MemberAsync("admin", 1);
        var id = (await ScheduleAsync(forum, await forum.ViewerAsync(member), board, TimeSpan.FromHours(1))).Value;
        await forum.SanctionAsync(member, SanctionKind.Mute);
        forum.Clock.Advance(TimeSpan.FromHours(2));
        await PublishAsync(forum);
        await PublishAsync(forum);

        var draft = await forum.Rows(d => d.Drafts.SingleAsync());
        Assert.Equal((id, "MuteForEver", "Some text"), (draft.Id, draft.Failure, draft.Body));
        var notice = await forum.Rows(d => d.Notices.SingleAsync(n => n.MemberId == member.Id));
        Assert.Equal((NoticeKind.ScheduledFailed, "A title", "MuteForEver"), (notice.Kind, notice.Title, notice.Reason));
        Assert.Equal(0, await forum.Rows(d => d.Threads.CountAsync()));

        await forum.Rows(d => d.Sanctions.ExecuteDeleteAsync());
        Assert.Null((await ScheduleAsync(forum, await forum.ViewerAsync(member), board, TimeSpan.FromHours(1), id: id)).Refusal);
        forum.Clock.Advance(TimeSpan.FromHours(1));
        await PublishAsync(forum);
        Assert.Equal(1, await forum.Rows(d => d.Threads.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_link_at_its_time_is_told_and_who_is_under_review_finds_it_waiting(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var (linker, reviewed, warned) = (await forum.MemberAsync("linker", 1), await forum.MemberAsync("reviewed", 1), await forum.MemberAsync("warned", 1));
        var draft = (await ScheduleAsync(forum, await forum.ViewerAsync(linker), board, TimeSpan.FromHours(1), body: "See https://a.example/x")).Value;
        Assert.Null((await ScheduleAsync(forum, await forum.ViewerAsync(reviewed), board, TimeSpan.FromHours(1), new PostChoices { Tags = "one" })).Refusal);
        Assert.Null((await ScheduleAsync(forum, await forum.ViewerAsync(warned), board, TimeSpan.FromHours(1), body: "Without a link")).Refusal);
        await forum.SanctionAsync(linker, SanctionKind.NoLinks);
        await forum.SanctionAsync(reviewed, SanctionKind.Review, board);
        await forum.SanctionAsync(warned, SanctionKind.NoLinks);
        forum.Clock.Advance(TimeSpan.FromHours(1));
        await PublishAsync(forum);
        await PublishAsync(forum);

        Assert.Equal(("See https://a.example/x", "NoLinksForEver"), await forum.Rows(d => d.Drafts.Where(x => x.Id == draft).Select(x => ValueTuple.Create(x.Body, x.Failure)).SingleAsync()));
        var row = await forum.Rows(d => d.PendingPosts.SingleAsync());
        Assert.Equal((reviewed.Id, "A title", "Some text", "one"), (row.AuthorId, row.Title, row.Body, row.ReadFields().Choices.Tags));
        Assert.Equal([(linker.Id, NoticeKind.ScheduledFailed), (reviewed.Id, NoticeKind.ScheduledHeld)],
            (await forum.Rows(d => d.Notices.OrderBy(n => n.MemberId).ToListAsync())).Select(n => (n.MemberId, n.Kind)));
        Assert.Equal((1, 1), await forum.Rows(async d => (await d.Threads.CountAsync(), await d.Drafts.CountAsync())));
    }

    [Theory, EveryDatabase]
    public async Task Two_of_the_same_minute_wait_for_each_other_instead_of_failing(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var who = await forum.AdministratorAsync();
        for (var i = 0; i < 2; i++) await ScheduleAsync(forum, who, board, TimeSpan.FromMinutes(1));
        await forum.Rows(d => d.Members.Where(m => m.Id == who.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.GroupId, 11)));
        await forum.ChangeGroupsAsync(d => d.GroupRules.Add(new Groups.GroupRule { GroupId = 11, Right = nameof(GroupRight.SchedulePosts), Value = 1 }));
        forum.Service<Viewers>().Forget(who.MemberId!.Value);
        forum.Clock.Advance(TimeSpan.FromMinutes(1));
        await PublishAsync(forum);
        Assert.Equal(1, await forum.Rows(d => d.Threads.CountAsync()));
        forum.Clock.Advance(TimeSpan.FromMinutes(1));
        await PublishAsync(forum);
        Assert.Equal(2, await forum.Rows(d => d.Threads.CountAsync()));
        Assert.Equal(0, await forum.Rows(d => d.Notices.CountAsync(n => n.Kind == NoticeKind.ScheduledFailed)));
    }

    [Theory, EveryDatabase]
    public async Task Nothing_is_published_while_the_site_is_read_only_and_what_was_due_follows(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await ScheduleAsync(forum, await forum.AdministratorAsync(), await forum.BoardAsync(), TimeSpan.FromMinutes(1));
        await forum.SetAsync("Door.State", "readonly");
        forum.Clock.Advance(TimeSpan.FromMinutes(1));
        await PublishAsync(forum);
        Assert.Equal(0, await forum.Rows(d => d.Threads.CountAsync()));
        await forum.SetAsync("Door.State", "open");
        await PublishAsync(forum);
        Assert.Equal(1, await forum.Rows(d => d.Threads.CountAsync()));
    }

    [Fact]
    public async Task A_time_is_in_the_future_and_within_ninety_days_and_a_right_of_the_group()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var board = await forum.BoardAsync();
        var who = await forum.AdministratorAsync();
        Assert.Equal("PublishInThePast", (await ScheduleAsync(forum, who, board, TimeSpan.Zero)).Refusal!.Code);
        Assert.Equal("PublishTooLate", (await ScheduleAsync(forum, who, board, TimeSpan.FromDays(91))).Refusal!.Code);
        Assert.Equal("NoScheduleRight", (await ScheduleAsync(forum, await forum.ViewerAsync("member"), board, TimeSpan.FromDays(1))).Refusal!.Code);
        Assert.Equal(Refusal.NotFound, (await ScheduleAsync(forum, who, new Board { Id = 999, Name = "none" }, TimeSpan.FromDays(1))).Refusal);
        for (var i = 0; i < ScheduleRules.MostPerMember; i++) Assert.Null((await ScheduleAsync(forum, who, board, TimeSpan.FromDays(1))).Refusal);
        Assert.Equal("TooManyScheduled", (await ScheduleAsync(forum, who, board, TimeSpan.FromDays(1))).Refusal!.Code);
    }

    [Theory, EveryDatabase]
    public async Task What_is_stopped_stays_until_it_is_thrown_away_and_others_cannot_touch_it(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var (who, other) = (await forum.AdministratorAsync(), await forum.AdministratorAsync("other"));
        var id = (await ScheduleAsync(forum, who, board, TimeSpan.FromHours(1))).Value;
        Assert.Equal(Refusal.NotFound, await StopAsync(other));
        Assert.Equal("ScheduledGone", (await ScheduleAsync(forum, other, board, TimeSpan.FromHours(2), id: id)).Refusal!.Code);
        Assert.Equal(Refusal.NotFound, await forum.Use<StopScheduled, Refusal?>(u => u.DiscardAsync(who, id, default)));
        Assert.Null(await StopAsync(who));
        forum.Clock.Advance(TimeSpan.FromHours(2));
        await PublishAsync(forum);
        Assert.Equal((0, 1), await forum.Rows(async d => (await d.Threads.CountAsync(), await d.Drafts.CountAsync())));
        Assert.Equal(Refusal.NotFound, await forum.Use<StopScheduled, Refusal?>(u => u.DiscardAsync(other, id, default)));
        Assert.Null(await forum.Use<StopScheduled, Refusal?>(u => u.DiscardAsync(who, id, default)));
        Assert.Equal(0, await forum.Rows(d => d.Drafts.CountAsync()));

        Task<Refusal?> StopAsync(Viewer by) => forum.Use<StopScheduled, Refusal?>(u => u.RunAsync(by, id, default));
    }

    private static Task<Outcome<long>> ScheduleAsync(Forum forum, Viewer who, Board board, TimeSpan wait, PostChoices? choices = null, long? id = null, string body = "Some text") =>
        forum.Use<ScheduleThread, Outcome<long>>(u => u.RunAsync(who,
            new NewThread(board.Id, "A title", body, null, Guid.NewGuid()) { Choices = (choices ?? PostChoices.Usual) with { PublishAt = forum.Now + wait } }, id, null, default));

    private static Task PublishAsync(Forum forum) => forum.Service<PublishScheduled>().RunAsync(default);
}
