using ForumEngine.Acts;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.RecycleBin;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Acts;

/// <summary>The recycle bin: what lies in it, restoring and purging.</summary>
public sealed class BinTests
{
    [Theory, EveryDatabase]
    public async Task Threads_and_replies_lie_in_the_bin_until_they_are_restored(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        await forum.ActAsync(staff, thread, new ThreadOrder { Digest = 2 });
        var reply = (await forum.ReplyAsync(author, thread, "An answer")).Value.PostId;
        await forum.PostActAsync(staff, reply, PostAct.Delete);
        await forum.ActAsync(staff, thread, new ThreadOrder { Delete = true, Note = ActNote.Of("off topic") });
        await forum.AssertCleanAsync();
        var threads = await PageAsync(forum, staff, new BinQuery(false, null, null, null, null));
        var line = Assert.Single(threads.Lines);
        Assert.Equal((thread.Id, "admin", "off topic", "author"), (line.ThreadId, line.ByName, line.Reason, line.AuthorName));
        Assert.Equal(reply, Assert.Single((await PageAsync(forum, staff, new BinQuery(true, thread.BoardId, "Author", "admin", null))).Lines).PostId);
        Assert.Empty((await PageAsync(forum, staff, new BinQuery(true, null, "nobody", null, null))).Lines);
        Assert.Equal("ThreadInBin", (await forum.ActAsync(staff, thread, new ThreadOrder { Closed = true }))!.Code);

        await forum.ActAsync(staff, thread, new ThreadOrder { Restore = true });
        await forum.PostActAsync(staff, reply, PostAct.Restore);
        Assert.Equal(0, await forum.Rows(d => d.BinItems.CountAsync()));
        Assert.Equal(1, await forum.Rows(d => d.Members.Where(m => m.Id == author.MemberId).Select(m => m.DigestThreads).SingleAsync()));
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task Of_a_purged_thread_nothing_is_left_but_numbers(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        await forum.ReplyAsync(author, thread);
        await forum.EditAsync(author, (await forum.FloorsAsync(thread.Id))[0], "Other text", "Title");
        await forum.ActAsync(staff, thread, new ThreadOrder { Delete = true });
        var item = await forum.Rows(d => d.BinItems.Select(i => i.Id).SingleAsync());
        var super = await forum.ViewerAsync("super", Group.SuperModerators);
        Assert.Equal("NeedsStaffRight", (await PurgeAsync(forum, super, item))!.Code);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PurgeAsync(forum, staff, item))));
        Assert.Single(answers, a => a is null);
        Assert.Equal("Gone", (await forum.Use<ThreadPageQuery, Outcome<ThreadPage>>(u => u.RunAsync(staff, new ThreadQuery(thread.Id, 1, null, null), default))).Refusal!.Kind.ToString());
        Assert.All(await forum.Rows(d => d.Posts.ToListAsync()), p => Assert.Equal(("", "", null, null), (p.Body, p.Html, p.AuthorId, p.Address)));
        Assert.Equal(0, await forum.Rows(d => d.PostVersions.CountAsync()));
        Assert.Equal("", (await forum.ReloadAsync(thread)).Title);
        Assert.Equal("NotFound", (await forum.ActAsync(staff, thread, new ThreadOrder { Restore = true }))!.Code);
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_purged_reply_keeps_its_floor(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var (first, _) = ((await forum.ReplyAsync(author, thread)).Value.PostId, (await forum.ReplyAsync(author, thread)).Value.PostId);
        await forum.PostActAsync(staff, first, PostAct.Delete);
        Assert.Null(await PurgeAsync(forum, staff, await forum.Rows(d => d.BinItems.Select(i => i.Id).SingleAsync())));
        var page = await forum.Use<ThreadPageQuery, Outcome<ThreadPage>>(u => u.RunAsync(staff, new ThreadQuery(thread.Id, 1, null, null), default));
        Assert.Equal([1, 3], page.Value.Floors.Select(f => f.Number));
        Assert.Equal("NotFound", (await forum.PostActAsync(staff, first, PostAct.Restore))!.Code);
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task What_has_lain_long_enough_is_purged_by_the_clock_and_never_without_the_setting(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, _, thread) = await MarkTests.SceneAsync(forum);
        await forum.ActAsync(staff, thread, new ThreadOrder { Delete = true });
        forum.Clock.Advance(TimeSpan.FromDays(400));
        await forum.Service<EmptyBin>().RunAsync(default);
        Assert.Equal(ContentState.Recycled, (await forum.ReloadAsync(thread)).State);
        await forum.SetAsync("Acts.BinDays", "30");
        await forum.Service<EmptyBin>().RunAsync(default);
        Assert.Equal(ContentState.Purged, (await forum.ReloadAsync(thread)).State);
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.purge" && a.ActorId == null)));
    }

    [Fact]
    public async Task The_bin_names_nobody_for_what_an_anonymous_author_took_back()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var reply = (await forum.ReplyAsync(author, thread)).Value.PostId;
        await forum.Rows(d => d.Posts.Where(p => p.Id == reply).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsAnonymous, true)));
        await forum.Use<DeleteOwnPost, Outcome<PostInPlace>>(u => u.RunAsync(author, reply, default));
        var line = Assert.Single((await PageAsync(forum, staff, new BinQuery(true, null, null, null, null))).Lines);
        Assert.Equal(("", "", null), (line.AuthorName, line.ByName, line.AuthorId));
    }

    [Fact]
    public async Task A_boards_moderator_sees_their_boards_bin_and_pages_go_on_where_the_last_ended()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var other = await forum.BoardAsync("Other");
        for (var i = 0; i < 35; i++) await forum.ActAsync(staff, await forum.StartedAsync(author, other, $"Thread {i}"), new ThreadOrder { Delete = true });
        await forum.ActAsync(staff, thread, new ThreadOrder { Delete = true });
        var member = await forum.MemberAsync("mod", Group.Moderators);
        await forum.ModeratorAsync(other, member);
        var mod = await forum.ViewerAsync(member);
        var first = await PageAsync(forum, mod, new BinQuery(false, null, null, null, null));
        var second = await PageAsync(forum, mod, new BinQuery(false, null, null, null, first.Next));
        Assert.Equal((30, 5, null), (first.Lines.Count, second.Lines.Count, second.Next));
        Assert.Empty((await PageAsync(forum, mod, new BinQuery(false, thread.BoardId, null, null, null))).Lines);
    }

    private static Task<BinPage> PageAsync(Forum forum, Viewer who, BinQuery query) => forum.Use<BinPageQuery, BinPage>(u => u.RunAsync(who, query, default));

    private static Task<Refusal?> PurgeAsync(Forum forum, Viewer who, long item) => forum.Use<Purge, Refusal?>(u => u.RunAsync(who, item, ActNote.Silent, default));
}
