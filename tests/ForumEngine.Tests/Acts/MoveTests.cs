using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Acts;

/// <summary>Moving and copying between boards.</summary>
public sealed class MoveTests
{
    [Theory, EveryDatabase]
    public async Task A_moved_thread_takes_its_counts_along_leaves_a_link_until_its_end_and_comes_back_by_undoing(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, _, thread) = await MarkTests.SceneAsync(forum);
        var target = await forum.BoardAsync("Target");
        Assert.Null(await forum.ActAsync(staff, thread, new ThreadOrder { Move = new MoveOrder(target.Id, null, true, forum.Now.AddDays(2)), Closed = true }));
        var now = await forum.ReloadAsync(thread);
        Assert.Equal((target.Id, true), (now.BoardId, now.IsClosed));
        var stub = await forum.Rows(d => d.Threads.SingleAsync(t => t.RedirectToThreadId == thread.Id));
        Assert.Equal((thread.BoardId, thread.Title), (stub.BoardId, stub.Title));
        await forum.AssertCleanAsync();

        await forum.EditAsync(staff, (await forum.FloorsAsync(thread.Id))[0], "Some text", "A new title");
        Assert.Equal("A new title", (await forum.ReloadAsync(stub)).Title);
        forum.Clock.Advance(TimeSpan.FromDays(2));
        await forum.Service<EndActs>().RunAsync(default);
        Assert.Equal(0, await forum.Rows(d => d.Threads.CountAsync(t => t.RedirectToThreadId == thread.Id)));
        Assert.Equal(target.Id, (await forum.ReloadAsync(thread)).BoardId);
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_link_is_taken_away_once_by_its_boards_staff_and_the_thread_stays(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, _, thread) = await MarkTests.SceneAsync(forum);
        var from = await forum.Rows(d => d.Boards.SingleAsync());
        var target = await forum.BoardAsync("Target");
        await forum.ActAsync(staff, thread, new ThreadOrder { Move = new MoveOrder(target.Id, null, true, forum.Now.AddDays(2)) });
        var stub = await forum.Rows(d => d.Threads.SingleAsync(t => t.RedirectToThreadId == thread.Id));
        var (keeper, stranger) = (await forum.MemberAsync("keeper", Group.Moderators), await forum.MemberAsync("stranger", Group.Moderators));
        await forum.ModeratorAsync(from, keeper);
        await forum.ModeratorAsync(target, stranger);
        Assert.Equal("NeedsStaffRight", (await StubsAsync(await forum.ViewerAsync(stranger), stub.Id))[0].Refusal!.Code);
        Assert.Equal("NotFound", (await StubsAsync(staff, thread.Id))[0].Refusal!.Code);

        var who = await forum.ViewerAsync(keeper);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StubsAsync(who, stub.Id))));
        Assert.Single(answers, a => a[0].Refusal is null);
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.unstub" && a.BoardId == from.Id && a.ThreadId == thread.Id && a.Reason == "old")));
        Assert.Equal(target.Id, (await forum.ReloadAsync(thread)).BoardId);
        forum.Clock.Advance(TimeSpan.FromDays(3));
        await forum.Service<EndActs>().RunAsync(default);
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.unstub")));
        await forum.AssertCleanAsync();

        async Task<IReadOnlyList<ThreadResult>> StubsAsync(Viewer by, long id) =>
            (await forum.Use<RemoveStubs, Outcome<IReadOnlyList<ThreadResult>>>(u => u.RunAsync(by, [id], ActNote.Of("old"), default))).Value;
    }

    [Theory, EveryDatabase]
    public async Task Undoing_a_move_takes_the_link_away(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, _, thread) = await MarkTests.SceneAsync(forum);
        var target = await forum.BoardAsync("Target");
        await forum.ActAsync(staff, thread, new ThreadOrder { Move = new MoveOrder(target.Id, null, true) });
        Assert.Null(await forum.UndoLastAsync(staff));
        Assert.Equal(thread.BoardId, (await forum.ReloadAsync(thread)).BoardId);
        Assert.Equal(1, await forum.Rows(d => d.Threads.CountAsync()));
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task Twenty_moves_at_once_leave_every_counter_exact(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, _, thread) = await MarkTests.SceneAsync(forum);
        var boards = new List<Board>();
        for (var i = 0; i < 4; i++) boards.Add(await forum.BoardAsync($"Board {i}"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            forum.ActAsync(staff, thread, new ThreadOrder { Move = new MoveOrder(boards[i % 4].Id, null, i % 2 == 0) }))));
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_boards_moderator_moves_to_where_they_may_post_and_stickiness_falls(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, _, thread) = await MarkTests.SceneAsync(forum);
        var (open, shut, hidden) = (await forum.BoardAsync("Open"), await forum.BoardAsync("Shut"), await forum.BoardAsync("Hidden", hidden: true));
        var category = await forum.CategoryAsync();
        await forum.CellAsync(shut, Group.Moderators, BoardRight.PostThread, false);
        var member = await forum.MemberAsync("mod", Group.Moderators);
        await forum.ModeratorAsync(await forum.Rows(d => d.Boards.SingleAsync(b => b.Id == thread.BoardId)), member);
        var mod = await forum.ViewerAsync(member);
        await forum.ActAsync(staff, thread, new ThreadOrder { Sticky = 1 });
        foreach (var (board, code) in new[] { (shut.Id, "NoMoveThere"), (hidden.Id, "NoSuchBoard"), (category.Id, "CategoryHoldsNoThreads"), (thread.BoardId, "SameBoard"), (9999, "NoSuchBoard") })
            Assert.Equal(code, (await forum.ActAsync(mod, thread, new ThreadOrder { Move = new MoveOrder(board, null) }))!.Code);
        Assert.Equal("TypeUnknown", (await forum.ActAsync(mod, thread, new ThreadOrder { Move = new MoveOrder(open.Id, 77) }))!.Code);
        Assert.Null(await forum.ActAsync(mod, thread, new ThreadOrder { Move = new MoveOrder(open.Id, null) }));
        Assert.Equal((open.Id, Sticky.No), await forum.Rows(d => d.Threads.Where(t => t.Id == thread.Id).Select(t => ValueTuple.Create(t.BoardId, t.Sticky)).SingleAsync()));
        // It is out of their boards now: not even undoing is theirs.
        Assert.Equal("NeedsStaffRight", (await forum.UndoLastAsync(mod))!.Code);
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_copy_is_the_first_post_with_a_link_and_undoing_throws_it_away(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        await forum.ReplyAsync(author, thread);
        var target = await forum.BoardAsync("Target");
        Assert.Null(await forum.ActAsync(staff, thread, new ThreadOrder { CopyTo = target.Id }));
        var copy = await forum.Rows(d => d.Threads.SingleAsync(t => t.BoardId == target.Id));
        Assert.Equal((thread.Title, author.MemberId, 0), (copy.Title, copy.AuthorId, copy.Replies));
        Assert.Contains($"/threads/{thread.Id}\"", await forum.Rows(d => d.Posts.Where(p => p.ThreadId == copy.Id).Select(p => p.Html).SingleAsync()), StringComparison.Ordinal);
        await forum.AssertCleanAsync();
        Assert.Null(await forum.UndoLastAsync(staff));
        Assert.Equal(ContentState.Recycled, (await forum.ReloadAsync(copy)).State);
        await forum.AssertCleanAsync();
    }
}
