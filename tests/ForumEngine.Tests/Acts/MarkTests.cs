using ForumEngine.Acts;
using ForumEngine.Groups;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Acts;

/// <summary>What staff set on threads: with records, ends and undoing.</summary>
public sealed class MarkTests
{
    [Theory, EveryDatabase]
    public async Task Several_marks_at_once_are_one_transaction_with_a_record_a_log_line_and_a_notice_each(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await SceneAsync(forum);
        var order = new ThreadOrder { Sticky = 2, Digest = 3, Highlight = new Highlight(4, true, false, true, 2), Closed = true, Stamp = Stamps.Official, Note = ActNote.Of(" because ") };
        Assert.Null(await forum.ActAsync(staff, thread, order));
        var now = await forum.ReloadAsync(thread);
        Assert.Equal((Sticky.Category, 3, 4, true, false, true, 2, true, Stamps.Official), (now.Sticky, now.Digest, now.Colour, now.IsBold, now.IsItalic, now.IsUnderlined, now.Background, now.IsClosed, now.Stamp));
        Assert.Equal(5, await forum.Rows(d => d.ThreadRecords.CountAsync(r => r.ThreadId == thread.Id && r.Reason == "because" && r.State == RecordState.Standing)));
        Assert.Equal(5, await forum.Rows(d => d.StaffActs.CountAsync(a => a.ThreadId == thread.Id)));
        Assert.Equal(5, await forum.Rows(d => d.Notices.CountAsync(n => n.MemberId == author.MemberId)));
        Assert.Equal(1, await forum.Rows(d => d.Members.Where(m => m.Id == author.MemberId).Select(m => m.DigestThreads).SingleAsync()));
        Assert.Equal("AlreadyDone", (await forum.ActAsync(staff, thread, order))!.Code);
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task What_one_of_several_acts_may_not_do_leaves_the_thread_untouched(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (_, _, thread) = await SceneAsync(forum);
        var member = await forum.MemberAsync("mod", Group.Moderators);
        await forum.ModeratorAsync(await forum.Rows(d => d.Boards.SingleAsync()), member);
        var refusal = await forum.ActAsync(await forum.ViewerAsync(member), thread, new ThreadOrder { Closed = true, Sticky = 3 });
        Assert.Equal("StickTooHigh", refusal!.Code);
        Assert.False((await forum.ReloadAsync(thread)).IsClosed);
        Assert.Equal(0, await forum.Rows(d => d.ThreadRecords.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_mark_ends_at_its_time_once_and_is_logged_as_automatic(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await SceneAsync(forum);
        Assert.Null(await forum.ActAsync(staff, thread, new ThreadOrder { Digest = 1, Closed = true, Until = forum.Now.AddDays(1), Note = ActNote.Of("") }));
        forum.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1));
        await forum.Service<EndActs>().RunAsync(default);
        Assert.True((await forum.ReloadAsync(thread)).IsClosed);
        forum.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => forum.Service<EndActs>().RunAsync(default))));
        var now = await forum.ReloadAsync(thread);
        Assert.Equal((false, 0), (now.IsClosed, now.Digest));
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.open" && a.ActorId == null && a.ActorName == EndActs.Name)));
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.undigest")));
        Assert.Equal(2, await forum.Rows(d => d.ThreadRecords.CountAsync(r => r.State == RecordState.Ended && r.EndsAt == null)));
        Assert.Equal(0, await forum.Rows(d => d.Members.Where(m => m.Id == author.MemberId).Select(m => m.DigestThreads).SingleAsync()));
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_bump_with_a_time_is_repeated_then_unless_the_thread_was_sunk(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await SceneAsync(forum);
        var board = await forum.Rows(d => d.Boards.SingleAsync());
        var sunk = await forum.StartedAsync(author, board, "Sunk");
        foreach (var each in new[] { thread, sunk }) Assert.Null(await forum.ActAsync(staff, each, new ThreadOrder { Place = ThreadPlace.Bump, Until = forum.Now.AddDays(2) }));
        forum.Clock.Advance(TimeSpan.FromDays(1));
        staff = await forum.ViewerAsync("second", Group.Administrators);
        await forum.ActAsync(staff, sunk, new ThreadOrder { Place = ThreadPlace.Sink });
        await forum.ReplyAsync(await forum.Service<Viewers>().ForAsync(author.MemberId, null, 0, default), thread);
        var low = (await forum.ReloadAsync(sunk)).LastPostAt;
        forum.Clock.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => forum.Service<EndActs>().RunAsync(default))));
        Assert.Equal((forum.Now, low), ((await forum.ReloadAsync(thread)).LastPostAt, (await forum.ReloadAsync(sunk)).LastPostAt));
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.bump" && a.ActorName == EndActs.Name)));
        Assert.Equal(0, await forum.Rows(d => d.ThreadRecords.CountAsync(r => r.EndsAt != null)));
        await forum.RunJobsAsync();
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_newer_act_takes_the_end_of_an_older_one_away(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, _, thread) = await SceneAsync(forum);
        await forum.ActAsync(staff, thread, new ThreadOrder { Sticky = 1, Until = forum.Now.AddHours(1) });
        await forum.ActAsync(staff, thread, new ThreadOrder { Sticky = 3 });
        forum.Clock.Advance(TimeSpan.FromHours(2));
        await forum.Service<EndActs>().RunAsync(default);
        Assert.Equal(Sticky.Site, (await forum.ReloadAsync(thread)).Sticky);
    }

    [Theory, EveryDatabase]
    public async Task Undoing_gives_back_what_was_and_is_an_act_that_can_be_undone(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, _, thread) = await SceneAsync(forum);
        var (red, green) = (new Highlight(1, true, false, false, 0), new Highlight(4, false, true, true, 6));
        await forum.ActAsync(staff, thread, new ThreadOrder { Highlight = red });
        await forum.ActAsync(staff, thread, new ThreadOrder { Highlight = green });
        Assert.Null(await forum.UndoLastAsync(staff));
        Assert.Equal(red, Highlight.Of(await forum.ReloadAsync(thread)));
        Assert.Null(await forum.UndoLastAsync(staff));
        Assert.Equal(green, Highlight.Of(await forum.ReloadAsync(thread)));
        var first = await forum.Rows(d => d.ThreadRecords.MinAsync(r => r.Id));
        Assert.Equal("UndoInTheWay", (await forum.UndoAsync(staff, first))!.Code);
        Assert.Equal(RefusalKind.Conflict, (await forum.UndoAsync(staff, first))!.Kind);
        Assert.Equal(4, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.highlight")));
    }

    [Theory, EveryDatabase]
    public async Task Ten_moderators_undo_once(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, _, thread) = await SceneAsync(forum);
        await forum.ActAsync(staff, thread, new ThreadOrder { Digest = 2 });
        var record = await forum.Rows(d => d.ThreadRecords.MaxAsync(r => r.Id));
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => forum.UndoAsync(staff, record))));
        Assert.Single(answers, a => a is null);
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.undigest")));
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_bump_and_a_sink_hold_until_somebody_writes(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await SceneAsync(forum);
        var (written, board) = (thread.LastPostAt, await forum.Rows(d => d.Boards.SingleAsync()));
        var other = await forum.StartedAsync(author, board, "Another");
        forum.Clock.Advance(TimeSpan.FromHours(1));
        staff = staff with { Now = forum.Now };
        Assert.Null(await forum.ActAsync(staff, thread, new ThreadOrder { Place = ThreadPlace.Bump }));
        Assert.Equal(forum.Now, (await forum.ReloadAsync(thread)).LastPostAt);
        await forum.AssertCleanAsync();
        Assert.Null(await forum.ActAsync(staff, thread, new ThreadOrder { Place = ThreadPlace.Sink }));
        Assert.Equal(written.AddDays(-730), (await forum.ReloadAsync(thread)).LastPostAt);
        await forum.AssertCleanAsync();
        Assert.Equal(other.Id, await forum.Rows(d => d.BoardStats.Where(s => s.BoardId == board.Id).Select(s => s.LastThreadId).SingleAsync()));
        Assert.Null(await forum.UndoLastAsync(staff));
        Assert.Equal(forum.Now, (await forum.ReloadAsync(thread)).LastPostAt);
        forum.Clock.Advance(TimeSpan.FromHours(1));
        await forum.ReplyAsync(author with { Now = forum.Now }, thread);
        Assert.Equal((forum.Now, (DateTime?)null), await forum.Rows(d => d.Threads.Where(t => t.Id == thread.Id).Select(t => ValueTuple.Create(t.LastPostAt, t.RaisedAt)).SingleAsync()));
        Assert.Equal("UndoInTheWay", (await forum.UndoLastAsync(staff))!.Code);
        await forum.AssertCleanAsync();
    }

    [Fact]
    public async Task A_group_that_must_give_reasons_and_tell_is_held_to_it()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (_, author, thread) = await SceneAsync(forum);
        await forum.ChangeGroupsAsync(d => d.GroupRules.Add(new GroupRule { GroupId = Group.SuperModerators, Right = nameof(StaffRight.ReasonRule), Value = 3 }));
        var staff = await forum.ViewerAsync("super", Group.SuperModerators);
        Assert.Equal("ReasonMissing", (await forum.ActAsync(staff, thread, new ThreadOrder { Closed = true }))!.Code);
        Assert.Null(await forum.ActAsync(staff, thread, new ThreadOrder { Closed = true, Note = new ActNote("off topic", false) }));
        Assert.Equal(NoticeKind.ThreadClosed, await forum.Rows(d => d.Notices.Where(n => n.MemberId == author.MemberId).Select(n => n.Kind).SingleAsync()));
    }

    [Fact]
    public async Task The_log_does_not_say_whose_an_anonymous_thread_is_and_silence_tells_nobody()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (staff, _, thread) = await SceneAsync(forum);
        await forum.Rows(d => d.Threads.ExecuteUpdateAsync(t => t.SetProperty(x => x.IsAnonymous, true)));
        Assert.Null(await forum.ActAsync(staff, thread, new ThreadOrder { Stamp = Stamps.Solved }));
        Assert.Null(await forum.Rows(d => d.StaffActs.Where(a => a.Act == "thread.stamp").Select(a => a.MemberId).SingleAsync()));
        Assert.Equal(0, await forum.Rows(d => d.Notices.CountAsync()));
    }

    [Theory]
    [InlineData(181)]
    [InlineData(-1)]
    [InlineData(0)]
    public async Task An_end_lies_ahead_and_within_180_days(int days)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (staff, _, thread) = await SceneAsync(forum);
        Assert.Equal("ExpiryRange", (await forum.ActAsync(staff, thread, new ThreadOrder { Sticky = 1, Until = forum.Now.AddDays(days) }))!.Code);
    }

    internal static async Task<(Viewer Staff, Viewer Author, Thread Thread)> SceneAsync(Forum forum)
    {
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var author = await forum.ViewerAsync("author");
        var thread = await forum.StartedAsync(author, board);
        await forum.RunJobsAsync();
        return (await forum.AdministratorAsync(), author, thread);
    }
}
