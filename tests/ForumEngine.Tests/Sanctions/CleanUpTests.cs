using ForumEngine.Checks;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Sanctions;

public sealed class CleanUpTests
{
    [Theory, EveryDatabase]
    public async Task What_a_sanction_cleans_up_goes_to_the_recycle_bin_and_comes_back_when_it_is_lifted(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var (loud, other) = (await forum.MemberAsync("loud"), await forum.MemberAsync("other"));
        var who = await forum.ViewerAsync(loud);
        var (mine, theirs) = (await forum.ThreadAsync(board, loud), await forum.ThreadAsync(board, other));
        for (var i = 0; i < 120; i++) await forum.ReplyAsync(who, theirs, $"Buy now {i}");
        await forum.ReplyAsync(await forum.ViewerAsync(other), mine, "What is this?");
        await forum.ReplyAsync(who, mine, "My own answer");
        await forum.Rows(d => d.Members.Where(m => m.Id == loud.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Signature, "call me").SetProperty(x => x.Bio, "seller").SetProperty(x => x.AvatarVersion, 7)));
        await forum.Use<CheckForum, CheckReport>(c => c.RunAsync(repair: true, default));
        var staff = await forum.AdministratorAsync();
        var wish = new NewSanction("loud", SanctionKind.Mute, null, "3", null, "advertising") { CleanUp = new(0, ProfileParts.Signature | ProfileParts.Avatar) };

        var preview = (await forum.Use<SanctionMember, Outcome<CleanUpPreview>>(u => u.PreviewAsync(staff, wish, default))).Value;
        Assert.Equal((1, 120, 1, 10), (preview.Threads, preview.Replies, preview.OthersReplies, preview.Sample.Count));
        Assert.Equal(ProfileParts.Signature | ProfileParts.Avatar, preview.Parts);
        var id = (await forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(staff, wish, default))).Value;
        await StepsAsync(forum);
        Assert.Equal((0, ContentState.Recycled, "", 0, "seller"), await StateAsync(forum, loud.Id, mine.Id));
        var clean = await forum.Rows(d => d.CleanUps.SingleAsync());
        Assert.Equal((CleanUpState.Done, 1, 120, (int?)id), (clean.State, clean.Threads, clean.Posts, clean.SanctionId));
        await forum.HoldsAsync();

        // One was restored by hand meanwhile, and deleted again for a reason of its own.
        var single = await forum.Rows(d => d.Posts.Where(p => p.ThreadId == theirs.Id && p.Floor == 5).Select(p => p.Id).SingleAsync());
        Assert.Null(await forum.Use<ForumEngine.Posts.RestorePost, Refusal?>(u => u.RunAsync(staff, single, "", default)));
        forum.Clock.Advance(TimeSpan.FromSeconds(1));
        staff = staff with { Now = forum.Now };
        Assert.Null(await forum.Use<ForumEngine.Posts.DeletePost, Refusal?>(u => u.RunAsync(staff, single, "insult", default)));

        Assert.Null(await forum.Use<LiftSanction, Refusal?>(u => u.RunAsync(staff, id, "mistake", default)));
        await StepsAsync(forum);
        Assert.Equal((121, ContentState.Published, "call me", 7, "seller"), await StateAsync(forum, loud.Id, mine.Id));
        Assert.Equal(CleanUpState.Undone, await forum.Rows(d => d.CleanUps.Select(c => c.State).SingleAsync()));
        await forum.HoldsAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_moderator_cleans_up_in_their_boards_only_and_leaves_what_is_anonymous(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (mine, foreign) = (await forum.BoardAsync("Mine"), await forum.BoardAsync("Foreign"));
        var keeper = await forum.MemberAsync("keeper", Group.Moderators);
        await forum.ModeratorAsync(mine, keeper);
        var loud = await forum.MemberAsync("loud");
        var (here, there, hidden) = (await forum.ThreadAsync(mine, loud), await forum.ThreadAsync(foreign, loud), await forum.ThreadAsync(mine, loud));
        await forum.Rows(d => d.Posts.Where(p => p.ThreadId == hidden.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsAnonymous, true)));
        await forum.Rows(d => d.GroupRules.Where(r => r.GroupId == Group.Moderators && r.Right == nameof(StaffRight.SeeAddresses)).ExecuteDeleteAsync());
        await forum.Rows(async d => { await ForumEngine.Storage.Versions.BumpAsync(d, ForumEngine.Storage.Kinds.Groups, default); return 0; });
        forum.Service<ForumEngine.Storage.Versions>().Forget();
        var who = await forum.ViewerAsync(keeper);
        var found = await forum.Use<CleanUpSearch, IReadOnlyList<CleanUpTarget>>(s => s.FindAsync(who, loud.Id, 0, null, default));
        Assert.Equal([here.Id], found.Select(f => f.ThreadId));
        var all = await forum.Use<CleanUpSearch, IReadOnlyList<CleanUpTarget>>(async s => await s.FindAsync(await forum.AdministratorAsync(), loud.Id, 0, null, default));
        Assert.Equal([here.Id, there.Id, hidden.Id], all.Select(f => f.ThreadId).Order());
        var profile = new NewSanction("loud", SanctionKind.Mute, mine.Id, "3", null, "ads") { CleanUp = new(null, ProfileParts.Bio) };
        Assert.Equal("CleanUpParts", (await forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(who, profile, default))).Refusal!.Field);
    }

    [Fact]
    public async Task A_clean_up_that_is_undone_while_it_runs_takes_nothing_more()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.WithoutWaitingAsync();
        var (loud, other) = (await forum.MemberAsync("loud"), await forum.MemberAsync("other"));
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), other);
        for (var i = 0; i < 150; i++) await forum.ReplyAsync(await forum.ViewerAsync(loud), thread, $"Buy now {i}");
        var staff = await forum.AdministratorAsync();
        var id = (await forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(staff, new("loud", SanctionKind.Mute, null, "3", null, "ads") { CleanUp = new(1, ProfileParts.None) }, default))).Value;
        await forum.RunJobsAsync();
        Assert.Equal(50, await forum.Rows(d => d.Threads.Where(t => t.Id == thread.Id).Select(t => t.Replies).SingleAsync()));
        Assert.Null(await forum.Use<LiftSanction, Refusal?>(u => u.RunAsync(staff, id, "mistake", default)));
        await StepsAsync(forum);
        Assert.Equal(150, await forum.Rows(d => d.Threads.Where(t => t.Id == thread.Id).Select(t => t.Replies).SingleAsync()));
    }

    private static async Task StepsAsync(Forum forum)
    {
        while (await forum.Rows(d => d.CleanUps.AnyAsync(c => c.State == CleanUpState.Running || c.State == CleanUpState.Undoing))) await forum.RunJobsAsync();
    }

    private static async Task<(int, ContentState, string, int, string)> StateAsync(Forum forum, int memberId, long threadId)
    {
        var m = await forum.Rows(d => d.Members.SingleAsync(x => x.Id == memberId));
        var state = await forum.Rows(d => d.Threads.Where(t => t.Id == threadId).Select(t => t.State).SingleAsync());
        return (m.Posts, state, m.Signature, m.AvatarVersion, m.Bio);
    }
}
