using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Polls;
using ForumEngine.Posts;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Review;

public sealed class PendingTests
{
    [Theory, EveryDatabase]
    public async Task What_waits_gets_floor_counters_and_notices_when_it_is_approved(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, starter, reviewed) = (await forum.BoardAsync(), await forum.MemberAsync("wang"), await forum.MemberAsync("li"));
        var thread = await forum.ThreadAsync(board, starter, replies: 1);
        await forum.SanctionAsync(reviewed, SanctionKind.Review);
        var who = await forum.ViewerAsync(reviewed);
        var held = (await forum.ReplyAsync(who, thread, "Words for @wang")).Value;
        Assert.NotNull(held.PendingId);
        await forum.RunJobsAsync();
        Assert.Equal((2, 0, 0), await forum.Rows(async d => (await d.Posts.CountAsync(p => p.ThreadId == thread.Id), await d.Notices.CountAsync(), await d.Members.Where(m => m.Id == reviewed.Id).Select(m => m.Posts).SingleAsync())));

        // Somebody else answers meanwhile: the order is that of publication.
        Assert.Null((await forum.ReplyAsync(await forum.ViewerAsync("zhao"), thread)).Refusal);
        forum.Clock.Advance(TimeSpan.FromMinutes(3));
        var place = (await ApproveAsync(forum, await forum.AdministratorAsync(), held.PendingId!.Value)).Value;
        await forum.RunJobsAsync();
        Assert.Equal((thread.Id, 4), (place.ThreadId, place.Floor));
        var post = await forum.Rows(d => d.Posts.SingleAsync(p => p.Id == place.PostId));
        Assert.Equal(who.Address, post.Address);
        Assert.Equal((reviewed.Id, forum.Now, 0), (post.AuthorId, post.CreatedAt, await forum.Rows(d => d.PendingPosts.CountAsync())));
        Assert.Equal(1, await forum.Rows(d => d.Members.Where(m => m.Id == reviewed.Id).Select(m => m.Posts).SingleAsync()));
        Assert.Equal((3, 4), await forum.Rows(d => d.Threads.Where(t => t.Id == thread.Id).Select(t => ValueTuple.Create(t.Replies, t.LastFloor)).SingleAsync()));
        Assert.Equal(2, await forum.Rows(d => d.BoardStats.Where(s => s.BoardId == board.Id).Select(s => s.Posts).SingleAsync()));
        Assert.Equal([NoticeKind.Mention], await forum.Rows(d => d.Notices.Where(n => n.MemberId == starter.Id && n.PostId == place.PostId).Select(n => n.Kind).ToListAsync()));
        Assert.Equal([NoticeKind.PostApproved], await forum.Rows(d => d.Notices.Where(n => n.MemberId == reviewed.Id).Select(n => n.Kind).ToListAsync()));
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "post.approve" && a.PostId == place.PostId)));
    }

    [Theory, EveryDatabase]
    public async Task A_thread_that_waited_has_its_poll_tags_and_options(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, member) = (await forum.BoardAsync(), await forum.MemberAsync("li"));
        await forum.SanctionAsync(member, SanctionKind.Review, board);
        var choices = new PostChoices { Tags = "one,two", NewestFirst = true, Poll = new PollDraft([new("yes"), new("no")]) };
        var submission = Guid.NewGuid();
        var held = (await forum.StartAsync(await forum.ViewerAsync(member), board, "A poll", "Which one?", submission, choices)).Value;
        Assert.Equal((0, 0), await forum.Rows(async d => (await d.Threads.CountAsync(), await d.Tags.CountAsync())));
        Assert.Equal(held, (await forum.StartAsync(await forum.ViewerAsync(member), board, "A poll", "Which one?", submission, choices)).Value);
        Assert.Equal(1, await forum.Rows(d => d.PendingPosts.CountAsync()));

        var place = (await ApproveAsync(forum, await forum.AdministratorAsync(), held.PendingId!.Value)).Value;
        var thread = await forum.Rows(d => d.Threads.SingleAsync());
        Assert.Equal((place.ThreadId, "A poll", "one,two", true, ThreadKind.Poll), (thread.Id, thread.Title, thread.TagNames, thread.NewestFirst, thread.Kind));
        // The form sent once more leads to the post.
        Assert.Equal(place with { }, (await forum.StartAsync(await forum.ViewerAsync(member), board, "A poll", "Which one?", submission, choices)).Value);
    }

    [Theory, EveryDatabase]
    public async Task Eight_moderators_at_once_publish_once(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, member) = (await forum.BoardAsync(), await forum.MemberAsync("li"));
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("wang"));
        await forum.SanctionAsync(member, SanctionKind.Review);
        var id = (await forum.ReplyAsync(await forum.ViewerAsync(member), thread, submission: Guid.NewGuid())).Value.PendingId!.Value;
        var staff = new List<Viewer>();
        for (var i = 0; i < 8; i++) staff.Add(await forum.AdministratorAsync($"admin{i}"));
        var answers = await Task.WhenAll(staff.Select((s, i) => i % 4 == 3 ? RejectAsync(forum, s, id, "no") : Task.Run(async () => (await ApproveAsync(forum, s, id)).Refusal)));
        await forum.RunJobsAsync();
        var acts = await forum.Rows(d => d.StaffActs.Where(a => a.Act == "post.approve" || a.Act == "post.reject").Select(a => a.Act).ToListAsync());
        var act = Assert.Single(acts);
        Assert.Equal(act == "post.approve" ? 2 : 1, await forum.Rows(d => d.Posts.CountAsync()));
        Assert.Equal(1, await forum.Rows(d => d.Notices.CountAsync(n => n.MemberId == member.Id)));
        Assert.Equal(act == "post.approve" ? 1 : 0, await forum.Rows(d => d.Threads.Select(t => t.Replies).SingleAsync()));
        Assert.All(answers.OfType<Refusal>(), r => Assert.Contains(r.Kind, (RefusalKind[])[RefusalKind.Conflict, RefusalKind.NotFound]));
    }

    [Theory, EveryDatabase]
    public async Task What_was_sent_back_is_changed_and_sent_again(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, member) = (await forum.BoardAsync(), await forum.MemberAsync("li"));
        await forum.SanctionAsync(member, SanctionKind.Review);
        var (who, admin) = (await forum.ViewerAsync(member), await forum.AdministratorAsync());
        var id = (await forum.StartAsync(who, board, "First try", "Some text")).Value.PendingId!.Value;
        Assert.Equal("ReasonMissing", (await RejectAsync(forum, admin, id, " "))!.Code);
        Assert.Null(await RejectAsync(forum, admin, id, "Too short"));
        Assert.Equal(RefusalKind.NotFound, (await ApproveAsync(forum, admin, id)).Refusal!.Kind);
        var notice = await forum.Rows(d => d.Notices.SingleAsync());
        Assert.Equal((NoticeKind.PostRejected, "Too short", "First try"), (notice.Kind, notice.Reason, notice.Title));

        var row = await forum.Rows(d => d.PendingPosts.SingleAsync());
        Assert.Null(await ChangeAsync(forum, who, id, "Second try", "More text"));
        Assert.Equal(RefusalKind.Conflict, (await ApproveAsync(forum, admin, id, row.Version)).Refusal!.Kind);
        Assert.Null((await ApproveAsync(forum, admin, id)).Refusal);
        Assert.Equal("Second try", await forum.Rows(d => d.Threads.Select(t => t.Title).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Only_the_author_sees_it_changes_it_and_takes_it_back(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, member) = (await forum.BoardAsync(), await forum.MemberAsync("li"));
        await forum.SanctionAsync(member, SanctionKind.Review);
        var (who, other) = (await forum.ViewerAsync(member), await forum.ViewerAsync("zhao"));
        var id = (await forum.StartAsync(who, board)).Value.PendingId!.Value;
        Assert.Equal(RefusalKind.NotFound, (await ChangeAsync(forum, other, id, "Mine", "now"))!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await forum.Use<OwnPending, Refusal?>(o => o.WithdrawAsync(other, id, default)))!.Kind);
        Assert.Equal(RefusalKind.NotFound, (await ApproveAsync(forum, other, id)).Refusal!.Kind);
        Assert.Single(await forum.Use<OwnPending, IReadOnlyList<OwnPendingLine>>(o => o.ListAsync(who, default)));
        Assert.Empty(await forum.Use<OwnPending, IReadOnlyList<OwnPendingLine>>(o => o.ListAsync(other, default)));
        Assert.Null(await forum.Use<OwnPending, Refusal?>(o => o.WithdrawAsync(who, id, default)));
        Assert.Equal(0, await forum.Rows(d => d.PendingPosts.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Moderators_decide_in_their_boards_and_not_on_their_own(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (category, elsewhere) = (await forum.CategoryAsync(), await forum.BoardAsync("Elsewhere"));
        var board = await forum.BoardAsync("Board", category);
        var below = await forum.BoardAsync("Below", board);
        await forum.ChangeBoardsAsync(d => d.Boards.Where(b => b.Id == board.Id).ExecuteUpdate(b => b.SetProperty(x => x.ModeratorsInherit, true)));
        var moderator = await forum.MemberAsync("mod", Group.Moderators);
        await forum.ModeratorAsync(board, moderator);
        var member = await forum.MemberAsync("li");
        foreach (var m in new[] { member, moderator }) await forum.SanctionAsync(m, SanctionKind.Review);
        var (who, mod) = (await forum.ViewerAsync(member), await forum.ViewerAsync(moderator));
        var ids = new List<long>();
        foreach (var b in (Board[])[board, below, elsewhere]) ids.Add((await forum.StartAsync(who, b)).Value.PendingId!.Value);
        var own = (await forum.StartAsync(mod, board)).Value.PendingId!.Value;
        Assert.Equal([ids[0], ids[1], own], (await forum.Use<ReviewDesk, Outcome<PendingList>>(d => d.ListAsync(mod, PendingState.Waiting, null, default))).Value.Lines.Select(l => l.Id));
        Assert.Equal(RefusalKind.NotFound, (await ApproveAsync(forum, mod, ids[2])).Refusal!.Kind);
        Assert.Equal("NotOnYourself", (await ApproveAsync(forum, mod, own)).Refusal!.Code);
        Assert.Null((await ApproveAsync(forum, mod, ids[1])).Refusal);
        Assert.Equal("NeedsStaffRight", (await forum.Use<ReviewDesk, Outcome<PendingList>>(d => d.ListAsync(who, PendingState.Waiting, null, default))).Refusal!.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_thread_that_was_closed_deleted_or_moved_meanwhile_is_told(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, target, member) = (await forum.BoardAsync(), await forum.BoardAsync("Target"), await forum.MemberAsync("li"));
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("wang"));
        var moderator = await forum.MemberAsync("mod", Group.Moderators);
        await forum.ModeratorAsync(board, moderator);
        await forum.SanctionAsync(member, SanctionKind.Review);
        var (who, mod, admin) = (await forum.ViewerAsync(member), await forum.ViewerAsync(moderator), await forum.AdministratorAsync());
        var id = (await forum.ReplyAsync(who, thread)).Value.PendingId!.Value;
        await forum.Rows(d => d.Threads.ExecuteUpdateAsync(t => t.SetProperty(x => x.State, ContentState.Recycled)));
        Assert.Equal("PendingThreadGone", (await ApproveAsync(forum, admin, id)).Refusal!.Code);
        await forum.Rows(d => d.Threads.ExecuteUpdateAsync(t => t.SetProperty(x => x.State, ContentState.Published).SetProperty(x => x.BoardId, target.Id)));
        Assert.Equal(RefusalKind.NotFound, (await ApproveAsync(forum, mod, id)).Refusal!.Kind);
        await forum.Rows(d => d.Threads.ExecuteUpdateAsync(t => t.SetProperty(x => x.IsClosed, true)));
        // Whoever may answer in closed threads may publish there.
        Assert.Null((await ApproveAsync(forum, admin, id)).Refusal);
        Assert.Equal(1, await forum.Rows(d => d.Threads.Select(t => t.Replies).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task An_edit_that_goes_back_to_review_keeps_its_floor(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, member) = (await forum.BoardAsync(), await forum.MemberAsync("li"));
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("wang"));
        var place = (await forum.ReplyAsync(await forum.ViewerAsync(member), thread)).Value;
        await forum.SanctionAsync(member, SanctionKind.Review);
        var (who, admin) = (await forum.ViewerAsync(member), await forum.AdministratorAsync());
        Assert.Null((await forum.EditAsync(who, place.PostId, "Changed once")).Refusal);
        Assert.Null((await forum.EditAsync(who, place.PostId, "Changed twice")).Refusal);
        await forum.RunJobsAsync();
        Assert.Equal((ContentState.Hidden, 0, 0), await forum.Rows(async d => (await d.Posts.Where(p => p.Id == place.PostId).Select(p => p.State).SingleAsync(),
            await d.Threads.Select(t => t.Replies).SingleAsync(), await d.Members.Where(m => m.Id == member.Id).Select(m => m.Posts).SingleAsync())));
        var row = await forum.Rows(d => d.PendingPosts.SingleAsync());
        Assert.Equal("Changed twice", row.Body);
        Assert.Null((await ApproveAsync(forum, admin, row.Id)).Refusal);
        Assert.Equal((ContentState.Published, 1, 1), await forum.Rows(async d => (await d.Posts.Where(p => p.Id == place.PostId).Select(p => p.State).SingleAsync(),
            await d.Threads.Select(t => t.Replies).SingleAsync(), await d.Members.Where(m => m.Id == member.Id).Select(m => m.Posts).SingleAsync())));

        Assert.Null((await forum.EditAsync(who, place.PostId, "Changed again")).Refusal);
        Assert.Null(await RejectAsync(forum, admin, (await forum.Rows(d => d.PendingPosts.SingleAsync())).Id, "Not so"));
        Assert.Equal((ContentState.Recycled, 0), await forum.Rows(async d => (await d.Posts.Where(p => p.Id == place.PostId).Select(p => p.State).SingleAsync(), await d.Threads.Select(t => t.Replies).SingleAsync())));
        Assert.Null(await forum.Use<RestorePost, Refusal?>(r => r.RunAsync(admin, place.PostId, "", default)));
        Assert.Equal(1, await forum.Rows(d => d.Threads.Select(t => t.Replies).SingleAsync()));
    }

    private static Task<Outcome<PostPlace>> ApproveAsync(Forum forum, Viewer who, long id, int? version = null) =>
        forum.Use<ApprovePending, Outcome<PostPlace>>(a => a.RunAsync(who, id, version, default));

    private static Task<Refusal?> RejectAsync(Forum forum, Viewer who, long id, string reason) =>
        forum.Use<RejectPending, Refusal?>(r => r.RunAsync(who, id, null, reason, default));

    private static Task<Refusal?> ChangeAsync(Forum forum, Viewer who, long id, string title, string body) =>
        forum.Use<OwnPending, Refusal?>(o => o.ChangeAsync(who, id, title, body, PostChoices.Usual, default));
}
