using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Staff;

/// <summary>Deleting and restoring threads and replies: counters, floors and last posts stay exact.</summary>
public sealed class RemovalTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_deleted_thread_takes_its_counts_along_and_brings_them_back(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var story = await Story.WriteAsync(forum);
        var before = await story.FiguresAsync();
        Assert.Null(await forum.Use<DeleteThread, Refusal?>(u => u.RunAsync(story.Staff, story.Thread.Id, "spam", default)));
        await forum.RunJobsAsync();
        Assert.Equal(new Figures(0, 0, 0, 0, 0, 0, 4, 4, null), await story.FiguresAsync());
        Assert.Null(await forum.Use<RestoreThread, Refusal?>(u => u.RunAsync(story.Staff, story.Thread.Id, "", default)));
        await forum.RunJobsAsync();
        Assert.Equal(before, await story.FiguresAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_deleted_last_reply_gives_the_last_post_back_and_keeps_its_floor(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var story = await Story.WriteAsync(forum);
        var before = await story.FiguresAsync();
        Assert.Null(await forum.Use<DeletePost, Refusal?>(u => u.RunAsync(story.Staff, story.LastPostId, "spam", default)));
        await forum.RunJobsAsync();
        Assert.Equal(new Figures(1, 3, 1, 2, 0, 1, 3, 4, "author"), await story.FiguresAsync());
        Assert.Null(await forum.Use<RestorePost, Refusal?>(u => u.RunAsync(story.Staff, story.LastPostId, "", default)));
        await forum.RunJobsAsync();
        Assert.Equal(before, await story.FiguresAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_reply_deleted_before_its_thread_is_not_counted_twice(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var story = await Story.WriteAsync(forum);
        await forum.Use<DeletePost, Refusal?>(u => u.RunAsync(story.Staff, story.LastPostId, "", default));
        await forum.Use<DeleteThread, Refusal?>(u => u.RunAsync(story.Staff, story.Thread.Id, "", default));
        await forum.Use<RestorePost, Refusal?>(u => u.RunAsync(story.Staff, story.LastPostId, "", default));
        await forum.RunJobsAsync();
        Assert.Equal(new Figures(0, 0, 0, 0, 0, 0, 4, 4, null), await story.FiguresAsync());
        await forum.Use<RestoreThread, Refusal?>(u => u.RunAsync(story.Staff, story.Thread.Id, "", default));
        await forum.RunJobsAsync();
        Assert.Equal(new Figures(1, 4, 1, 2, 0, 2, 4, 4, "answerer"), await story.FiguresAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ten_deletions_at_once_are_one_deletion_one_log_line_and_one_notice(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var story = await Story.WriteAsync(forum);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() =>
            forum.Use<DeletePost, Refusal?>(u => u.RunAsync(story.Staff, story.LastPostId, "", default)))));
        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.Equal(RefusalKind.Conflict, a!.Kind));
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "post.delete")));
        Assert.Equal(1, await forum.Rows(d => d.Notices.CountAsync(n => n.Kind == NoticeKind.PostDeleted && n.MemberId == story.Answerer.Id)));
        Assert.Equal(1, await forum.Rows(d => d.Members.Where(m => m.Id == story.Answerer.Id).Select(m => m.UnreadNotices).SingleAsync()));
        Assert.Equal(3, await forum.Rows(d => d.Threads.Where(t => t.Id == story.Thread.Id).Select(t => t.Replies + 1).SingleAsync()));
    }

    [Fact]
    public async Task The_first_floor_is_the_thread()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var story = await Story.WriteAsync(forum);
        var first = await forum.Rows(d => d.Posts.Where(p => p.Floor == 1).Select(p => p.Id).SingleAsync());
        Assert.Null(await forum.Use<DeletePost, Refusal?>(u => u.RunAsync(story.Staff, first, "", default)));
        Assert.Equal(ContentState.Recycled, await forum.Rows(d => d.Threads.Select(t => t.State).SingleAsync()));
        Assert.Equal(ContentState.Published, await forum.Rows(d => d.Posts.Where(p => p.Id == first).Select(p => p.State).SingleAsync()));
    }

    [Fact]
    public async Task What_is_deleted_is_not_there_for_members_and_their_acts()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var story = await Story.WriteAsync(forum);
        await forum.Use<DeleteThread, Refusal?>(u => u.RunAsync(story.Staff, story.Thread.Id, "", default));
        var member = await forum.ViewerAsync(story.Author);
        Assert.Equal("NotFound", (await forum.Use<RestoreThread, Refusal?>(u => u.RunAsync(member, story.Thread.Id, "", default)))!.Code);
        Assert.Equal("AlreadyDone", (await forum.Use<DeleteThread, Refusal?>(u => u.RunAsync(story.Staff, story.Thread.Id, "", default)))!.Code);
    }
}
