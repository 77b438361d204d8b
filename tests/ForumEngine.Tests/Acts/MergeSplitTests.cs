using ForumEngine.Accounts;
using ForumEngine.Acts;
using ForumEngine.Groups;
using ForumEngine.Likes;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Acts;

/// <summary>Merging and splitting: floors and counters exact afterwards, and permalinks still lead to their posts.</summary>
public sealed class MergeSplitTests
{
    [Theory, EveryDatabase]
    public async Task Merged_posts_stand_by_time_and_undoing_takes_them_apart_again(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, one, two) = await TwoThreadsAsync(forum, otherBoard: true);
        await forum.ActAsync(staff, one, new ThreadOrder { Digest = 1 });
        await forum.ActAsync(staff, two, new ThreadOrder { Digest = 1 });
        var (a, b) = (await forum.FloorsAsync(one.Id), await forum.FloorsAsync(two.Id));
        // The younger is the target: the older's first post comes first all the same.
        var merged = await forum.MergeAsync(staff, two, one);
        Assert.Null(merged.Refusal);
        Assert.Equal([a[0], b[0], a[1], b[1], a[2], b[2]], await forum.FloorsAsync(two.Id));
        var now = await forum.ReloadAsync(two);
        Assert.Equal((one.AuthorId, one.CreatedAt, 5, 6), (now.AuthorId, now.CreatedAt, now.Replies, now.LastFloor));
        var gone = await forum.ReloadAsync(one);
        Assert.Equal((ContentState.Moved, two.Id, 0), (gone.State, gone.RedirectToThreadId, gone.LastFloor));
        await forum.AssertCleanAsync();
        var moved = await forum.Use<ThreadPageQuery, Outcome<ThreadPage>>(u => u.RunAsync(staff, new ThreadQuery(one.Id, 1, null, null), default));
        Assert.Equal((RefusalKind.Moved, (object)two.Id), (moved.Refusal!.Kind, moved.Refusal.Arguments[0]));

        Assert.Null(await forum.UndoAsync(staff, merged.Value.Id));
        Assert.Equal(a, await forum.FloorsAsync(one.Id));
        Assert.Equal(b, await forum.FloorsAsync(two.Id));
        Assert.Equal((two.AuthorId, two.CreatedAt, 2), await forum.Rows(d => d.Threads.Where(t => t.Id == two.Id).Select(t => ValueTuple.Create(t.AuthorId, t.CreatedAt, t.Replies)).SingleAsync()));
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_merge_is_not_undone_over_newer_replies(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, one, two) = await TwoThreadsAsync(forum);
        var merged = await forum.MergeAsync(staff, one, two);
        await forum.ReplyAsync(staff, one);
        Assert.Equal("UndoInTheWay", (await forum.UndoAsync(staff, merged.Value.Id))!.Code);
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task Split_floors_are_a_thread_of_their_own_and_undoing_puts_them_back(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, one, _) = await TwoThreadsAsync(forum);
        for (var i = 0; i < 4; i++) await forum.ReplyAsync(staff, one);
        var before = await forum.FloorsAsync(one.Id);
        var done = await forum.SplitAsync(staff, one, 3, 5, 6);
        Assert.Null(done.Refusal);
        Assert.Equal([before[0], before[1], before[3], before[6]], await forum.FloorsAsync(one.Id));
        Assert.Equal([before[2], before[4], before[5]], await forum.FloorsAsync(done.Value.Thread));
        var made = await forum.Rows(d => d.Threads.SingleAsync(t => t.Id == done.Value.Thread));
        Assert.Equal(("Split off", 2, one.BoardId), (made.Title, made.Replies, made.BoardId));
        await forum.AssertCleanAsync();
        Assert.Null(await forum.UndoAsync(staff, done.Value.Record.Id));
        Assert.Equal(before, await forum.FloorsAsync(one.Id));
        Assert.Equal(one.Id, (await forum.Rows(d => d.Threads.SingleAsync(t => t.Id == made.Id))).RedirectToThreadId);
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task Replies_written_while_threads_are_merged_split_and_moved_lose_nothing(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, one, two) = await TwoThreadsAsync(forum, otherBoard: true);
        var third = await forum.BoardAsync("Third");
        var writers = new List<Viewer>();
        for (var i = 0; i < 6; i++) writers.Add(await forum.ViewerAsync($"writer{i}"));
        var replies = writers.SelectMany(w => Enumerable.Range(0, 5).Select(i => Task.Run(async () =>
            await forum.ReplyAsync(w, i % 2 == 0 ? one : two, $"Answer {i}"))));
        var acts = Task.Run(async () =>
        {
            await forum.SplitAsync(staff, one, 2);
            await forum.ActAsync(staff, one, new ThreadOrder { Move = new MoveOrder(third.Id, null, true) });
            await forum.MergeAsync(staff, one, two);
        });
        var answers = await Task.WhenAll(replies);
        await acts;
        Assert.All(answers.Where(a => a.Refusal is not null), a => Assert.Contains(a.Refusal!.Code, (string[])["ThreadMovedMeanwhile", "NotFound"]));
        var written = answers.Where(a => a.Refusal is null).Select(a => a.Value.PostId).ToList();
        Assert.Equal(written.Count, await forum.Rows(d => d.Posts.CountAsync(p => written.Contains(p.Id))));
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task Of_two_opposite_merges_at_once_one_wins(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, one, two) = await TwoThreadsAsync(forum);
        var answers = await Task.WhenAll(Task.Run(() => forum.MergeAsync(staff, one, two)), Task.Run(() => forum.MergeAsync(staff, two, one)));
        Assert.Single(answers, a => a.Refusal is null);
        Assert.Single(answers, a => a.Refusal?.Kind == RefusalKind.NotFound);
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task Quotes_mentions_likes_and_notices_survive_moving_merging_and_splitting(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, one, two) = await TwoThreadsAsync(forum, otherBoard: true);
        var (author, other) = (await forum.ViewerAsync(await forum.Rows(d => d.Members.SingleAsync(m => m.Id == one.AuthorId))), await forum.ViewerAsync("called"));
        var quoted = (await forum.FloorsAsync(one.Id))[1];
        var answer = (await forum.ReplyAsync(other, one, "So say I", quote: quoted)).Value.PostId;
        var mention = (await forum.ReplyAsync(author, one, "What does @called think?")).Value.PostId;
        await forum.Use<LikePost, Outcome<PostPlace>>(u => u.RunAsync(other, quoted, true, default));
        // The messages wait in the outbox while everything moves.
        await forum.ActAsync(staff, one, new ThreadOrder { Move = new MoveOrder(two.BoardId, null, true) });
        Assert.Null((await forum.MergeAsync(staff, two, one)).Refusal);
        var floors = await forum.FloorsAsync(two.Id);
        var apart = await forum.SplitAsync(staff, two, floors.IndexOf(answer) + 1, floors.IndexOf(mention) + 1);
        Assert.Null(apart.Refusal);
        await forum.RunJobsAsync();
        Assert.Equal(apart.Value.Thread, await forum.Rows(d => d.Notices.Where(n => n.Kind == NoticeKind.Mention && n.MemberId == other.MemberId).Select(n => n.ThreadId).SingleAsync()));
        Assert.Equal(answer, await forum.Rows(d => d.Notices.Where(n => n.Kind == NoticeKind.Quote).Select(n => n.PostId).SingleAsync()));
        Assert.Equal(quoted, await forum.Rows(d => d.Notices.Where(n => n.Kind == NoticeKind.Like).Select(n => n.PostId).SingleAsync()));
        foreach (var (post, thread) in new[] { (quoted, two.Id), (answer, apart.Value.Thread), (mention, apart.Value.Thread) })
        {
            var floor = (await forum.FloorsAsync(thread)).IndexOf(post) + 1;
            var address = await forum.Use<FindPost, Outcome<string>>(u => u.AddressAsync(other, post, default));
            Assert.StartsWith($"/threads/{thread}", address.Value, StringComparison.Ordinal);
            Assert.EndsWith($"#floor-{floor}", address.Value, StringComparison.Ordinal);
        }
        Assert.Contains($"/posts/{quoted}", await forum.Rows(d => d.Posts.Where(p => p.Id == answer).Select(p => p.Html).SingleAsync()), StringComparison.Ordinal);
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task An_edit_that_began_before_a_merge_changes_no_other_post(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, one, two) = await TwoThreadsAsync(forum);
        var posts = (await forum.FloorsAsync(one.Id)).Concat(await forum.FloorsAsync(two.Id)).ToList();
        await Task.WhenAll([Task.Run(() => forum.MergeAsync(staff, one, two)), .. posts.Select(p => Task.Run(() => forum.EditAsync(staff, p, $"Edited {p}", "Title")))]);
        var bodies = await forum.Rows(d => d.Posts.Select(p => new { p.Id, p.Body, p.Version }).ToListAsync());
        Assert.All(bodies, p => Assert.Equal(p.Version == 0, p.Body != $"Edited {p.Id}"));
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_boards_moderator_merges_in_their_own_boards_only(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (_, one, two) = await TwoThreadsAsync(forum, otherBoard: true);
        var member = await forum.MemberAsync("mod", Group.Moderators);
        await forum.ModeratorAsync(await forum.Rows(d => d.Boards.SingleAsync(b => b.Id == one.BoardId)), member);
        var mod = await forum.ViewerAsync(member);
        Assert.Equal("NeedsStaffRight", (await forum.MergeAsync(mod, one, two)).Refusal!.Code);
        Assert.Equal("NeedsStaffRight", (await forum.MergeAsync(mod, two, one)).Refusal!.Code);
        Assert.Equal(3, (await forum.FloorsAsync(two.Id)).Count);
        await forum.AssertCleanAsync();
    }

    [Fact]
    public async Task What_cannot_be_split_is_said()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (staff, one, _) = await TwoThreadsAsync(forum);
        Assert.Equal("FirstFloorStays", (await forum.SplitAsync(staff, one, 1, 2)).Refusal!.Code);
        Assert.Equal("NoSuchFloor", (await forum.SplitAsync(staff, one, 2, 77)).Refusal!.Code);
        Assert.Equal("NoFloorChosen", (await forum.SplitAsync(staff, one)).Refusal!.Code);
        await forum.PostActAsync(staff, (await forum.FloorsAsync(one.Id))[1], PostAct.Delete);
        Assert.Equal("FirstFloorDeleted", (await forum.SplitAsync(staff, one, 2, 3)).Refusal!.Code);
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task Hidden_replies_stay_hidden_in_what_they_are_merged_into(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, one, two) = await TwoThreadsAsync(forum);
        await forum.Rows(d => d.Threads.Where(t => t.Id == two.Id).ExecuteUpdateAsync(t => t
            .SetProperty(x => x.HidesReplies, true).SetProperty(x => x.ReadLevel, 5).SetProperty(x => x.LastAuthorId, (int?)null).SetProperty(x => x.LastAuthorName, "")));
        await forum.MergeAsync(staff, one, two);
        var now = await forum.ReloadAsync(one);
        Assert.Equal((true, 5), (now.HidesReplies, now.ReadLevel));
        await forum.AssertCleanAsync();
    }

    /// <summary>Two threads by two members, with two replies each, written in turn.</summary>
    private static async Task<(Viewer Staff, Thread One, Thread Two)> TwoThreadsAsync(Forum forum, bool otherBoard = false)
    {
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var second = otherBoard ? await forum.BoardAsync("Other") : board;
        var (author, other) = (await forum.MemberAsync("first"), await forum.MemberAsync("second"));
        var one = await forum.StartedAsync(await LaterAsync(author), board, "One");
        var two = await forum.StartedAsync(await LaterAsync(other), second, "Two");
        for (var i = 0; i < 2; i++)
        {
            await forum.ReplyAsync(await LaterAsync(other), one);
            await forum.ReplyAsync(await LaterAsync(author), two);
        }
        await forum.RunJobsAsync();
        return (await forum.AdministratorAsync(), await forum.ReloadAsync(one), await forum.ReloadAsync(two));

        Task<Viewer> LaterAsync(Member member)
        {
            forum.Clock.Advance(TimeSpan.FromMinutes(1));
            return forum.ViewerAsync(member);
        }
    }
}
