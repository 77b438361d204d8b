using ForumEngine.Likes;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Likes;

public sealed class LikeTests
{
    [Theory, EveryDatabase]
    public async Task Sixty_four_likes_of_eight_members_at_once_count_eight(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (_, post) = await PostAsync(forum);
        var members = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => forum.ViewerAsync($"m{i}")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => LikeAsync(forum, members[i % 8], post))));

        Assert.All(answers, a => Assert.Null(a.Refusal));
        Assert.Equal((8, 8), await CountedAsync(forum, post));
        await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => LikeAsync(forum, members[i % 4], post, on: false))));
        Assert.Equal((4, 4), await CountedAsync(forum, post));
    }

    [Theory, EveryDatabase]
    public async Task Nobody_likes_their_own_post_nor_without_the_right_nor_muted(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (author, post) = await PostAsync(forum);
        Assert.Equal("LikeOwn", (await LikeAsync(forum, await forum.ViewerAsync(author), post)).Refusal?.Code);
        Assert.Equal("NoLikeRight", (await LikeAsync(forum, await forum.ViewerAsync("limited", 9), post)).Refusal?.Code);
        Assert.Equal(RefusalKind.SignInFirst, (await LikeAsync(forum, await forum.GuestAsync(), post)).Refusal?.Kind);
        var muted = await forum.MemberAsync("muted");
        await forum.SanctionAsync(muted, ForumEngine.Sanctions.SanctionKind.Mute);
        Assert.NotNull((await LikeAsync(forum, await forum.ViewerAsync(muted), post)).Refusal);
        Assert.Equal((0, 0), await CountedAsync(forum, post));
    }

    [Theory, EveryDatabase]
    public async Task An_author_has_one_unread_notice_of_likes_for_each_post(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (author, post) = await PostAsync(forum);
        for (var i = 0; i < 3; i++) await LikeAsync(forum, await forum.ViewerAsync($"m{i}"), post);
        await forum.RunJobsAsync();
        await LikeAsync(forum, await forum.ViewerAsync("m3"), post);
        await forum.RunJobsAsync();
        var notices = await forum.Rows(d => d.Notices.Where(n => n.MemberId == author.Id && n.Kind == NoticeKind.Like).ToListAsync());
        Assert.Equal(post, Assert.Single(notices).PostId);
        Assert.Equal(1, await forum.Rows(d => d.Members.Where(m => m.Id == author.Id).Select(m => m.UnreadNotices).SingleAsync()));
    }

    private static async Task<(ForumEngine.Accounts.Member Author, long Post)> PostAsync(TestForum forum)
    {
        var author = await forum.MemberAsync("author");
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), author);
        return (author, await forum.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync()));
    }

    private static Task<Outcome<PostPlace>> LikeAsync(TestForum forum, Viewer who, long post, bool on = true) =>
        forum.Use<LikePost, Outcome<PostPlace>>(l => l.RunAsync(who, post, on, default));

    private static async Task<(int Kept, int Rows)> CountedAsync(TestForum forum, long post) =>
        (await forum.Rows(d => d.Posts.Where(p => p.Id == post).Select(p => p.Likes).SingleAsync()), await forum.Rows(d => d.Likes.CountAsync(l => l.PostId == post)));
}
