using ForumEngine.Permissions;
using ForumEngine.Statistics;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Posts;

public sealed class ManyAtOnceTests
{
    [Theory, EveryDatabase]
    public async Task Fifty_replies_at_once_get_fifty_consecutive_floors_and_exact_counters(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("starter"));
        Viewer[] writers = [await forum.ViewerAsync("a"), await forum.ViewerAsync("b"), await forum.ViewerAsync("c"), await forum.ViewerAsync("d"), await forum.ViewerAsync("e")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => forum.ReplyAsync(writers[i % 5], thread))));

        Assert.Equal(Enumerable.Range(2, 50), answers.Select(a => a.Value.Floor).Order());
        Assert.Equal(Enumerable.Range(1, 51), await forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).OrderBy(p => p.Floor).Select(p => p.Floor).ToListAsync()));
        var after = await forum.Rows(d => d.Threads.SingleAsync(t => t.Id == thread.Id));
        Assert.Equal((51, 50), (after.LastFloor, after.Replies));
        foreach (var writer in writers) Assert.Equal(10, await forum.Rows(d => d.Members.Where(m => m.Id == writer.MemberId).Select(m => m.Posts).SingleAsync()));

        await forum.RunJobsAsync();
        var stats = await forum.Rows(d => d.BoardStats.SingleAsync(s => s.BoardId == board.Id));
        Assert.Equal((50, 50, thread.Id), (stats.Posts, stats.PostsToday, stats.LastThreadId));
        Assert.Equal(50, await forum.Rows(d => d.SiteCounters.Where(c => c.Name == SiteCounter.Posts).Select(c => c.Value).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Fifty_submits_of_one_form_give_one_reply_and_fifty_answers_that_lead_to_it(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("starter"));
        var writer = await forum.ViewerAsync("writer");
        var form = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => forum.ReplyAsync(writer, thread, submission: form))));

        Assert.Single(answers.Select(a => a.Value).Distinct());
        Assert.Equal(2, await forum.Rows(d => d.Posts.CountAsync()));
        Assert.Equal(2, await forum.Rows(d => d.Threads.Select(t => t.LastFloor).SingleAsync()));
        Assert.Equal(1, await forum.Rows(d => d.Members.Where(m => m.Id == writer.MemberId).Select(m => m.Posts).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Fifty_submits_of_one_form_give_one_thread(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var writer = await forum.ViewerAsync("writer");
        var form = Guid.NewGuid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => forum.StartAsync(writer, board, submission: form))));

        Assert.Single(answers.Select(a => a.Value).Distinct());
        Assert.Equal((1, 1), (await forum.Rows(d => d.Threads.CountAsync()), await forum.Rows(d => d.Posts.CountAsync())));
    }

    [Theory, EveryDatabase]
    public async Task Ten_posts_of_one_member_at_once_pass_the_flood_limit_once(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("starter"));
        var writer = await forum.ViewerAsync("writer");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => forum.ReplyAsync(writer, thread, $"text {i}"))));

        Assert.Single(answers, a => a.Refusal is null);
        Assert.Equal(9, answers.Count(a => a.Refusal is { Kind: RefusalKind.TooSoon, RetryAfter: { } wait } && wait == TimeSpan.FromSeconds(15)));
        Assert.Equal(2, await forum.Rows(d => d.Posts.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_editors_one_is_told_that_the_other_was_faster(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var author = await forum.ViewerAsync("author");
        var place = (await forum.StartAsync(author, await forum.BoardAsync())).Value;

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => forum.EditAsync(author, place.PostId, $"version {i}", "A title", version: 0))));

        Assert.Single(answers, a => a.Refusal is null);
        Assert.Equal(7, answers.Count(a => a.Refusal is { Kind: RefusalKind.Conflict }));
        Assert.Equal(1, await forum.Rows(d => d.Posts.Select(p => p.Version).SingleAsync()));
    }
}
