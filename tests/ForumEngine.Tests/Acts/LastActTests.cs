using ForumEngine.Acts;
using ForumEngine.Permissions;

namespace ForumEngine.Tests.Acts;

/// <summary>What the desk offers to undo.</summary>
public sealed class LastActTests
{
    [Theory, EveryDatabase]
    public async Task Ones_own_last_acts_are_offered_one_after_the_other_and_never_an_undoing(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var other = await forum.AdministratorAsync("other");
        var reply = (await forum.ReplyAsync(author, thread)).Value.PostId;
        Assert.Null(await LastAsync(forum, staff));
        await forum.ActAsync(staff, thread, new ThreadOrder { Closed = true });
        await forum.PostActAsync(staff, reply, PostAct.Delete);
        await forum.ActAsync(other, thread, new ThreadOrder { Digest = 1 });

        var last = await LastAsync(forum, staff);
        Assert.Equal(("post.delete", thread.Title), (last!.Act, last.Title));
        Assert.Equal("thread.digest", (await LastAsync(forum, other))!.Act);
        Assert.Null(await forum.UndoAsync(staff, last.RecordId));
        last = await LastAsync(forum, staff);
        Assert.Equal("thread.close", last!.Act);
        Assert.Null(await forum.UndoAsync(staff, last.RecordId));
        Assert.Null(await LastAsync(forum, staff));
        Assert.False((await forum.ReloadAsync(thread)).IsClosed);
        Assert.Null(await LastAsync(forum, author));
    }

    [Theory, EveryDatabase]
    public async Task It_is_offered_for_half_an_hour(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, _, thread) = await MarkTests.SceneAsync(forum);
        await forum.ActAsync(staff, thread, new ThreadOrder { Delete = true });
        Assert.Equal("thread.delete", (await LastAsync(forum, await forum.Service<Viewers>().ForAsync(staff.MemberId, null, 0, default)))!.Act);
        forum.Clock.Advance(LastActs.Lasts);
        Assert.Null(await LastAsync(forum, await forum.Service<Viewers>().ForAsync(staff.MemberId, null, 0, default)));
    }

    private static Task<LastAct?> LastAsync(Forum forum, Viewer who) => forum.Use<LastActs, LastAct?>(u => u.FindAsync(who, default));
}
