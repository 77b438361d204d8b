using System.Net;
using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Members;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Members;

public sealed class ChangeMemberTests
{
    [Theory, EveryDatabase]
    public async Task A_new_name_is_carried_into_lists_and_the_old_one_is_kept(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, other) = (await forum.BoardAsync(), await forum.ViewerAsync("other"));
        var who = await forum.ViewerAsync("before");
        var own = await forum.StartedAsync(who, board);
        var talk = await forum.StartedAsync(other, board, "Another");
        await forum.ReplyAsync(who, talk);
        await forum.RunJobsAsync();
        var id = who.MemberId!.Value;

        Assert.Empty(await ChangeAsync(forum, await forum.AdministratorAsync(), id, d => d with { Name = "After" }));
        await forum.RunJobsAsync();
        Assert.Equal(("After", "After"), await forum.Rows(d => d.Threads.Where(t => t.Id == own.Id).Select(t => ValueTuple.Create(t.AuthorName, t.LastAuthorName)).SingleAsync()));
        Assert.Equal(("other", "After"), await forum.Rows(d => d.Threads.Where(t => t.Id == talk.Id).Select(t => ValueTuple.Create(t.AuthorName, t.LastAuthorName)).SingleAsync()));
        Assert.Equal("After", await forum.Rows(d => d.BoardStats.Where(s => s.BoardId == board.Id).Select(s => s.LastAuthorName).SingleAsync()));
        var change = await forum.Rows(d => d.NameChanges.SingleAsync());
        Assert.Equal(("before", "After", "admin"), (change.From, change.To, change.ByName));
        var line = await forum.Rows(d => d.StaffActs.SingleAsync(a => a.Act == "member.change"));
        Assert.Equal("""{"name":{"from":"before","to":"After"}}""", line.Details);
        await forum.AssertCleanAsync();
    }

    [Theory, EveryDatabase]
    public async Task Names_and_addresses_of_others_are_refused_and_nothing_is_changed(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (admin, member, taken) = (await forum.AdministratorAsync(), await forum.MemberAsync("somebody"), await forum.MemberAsync("taken"));
        await forum.Rows(d => d.Members.Where(m => m.Id == taken.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.NameSkeleton, MemberName.Skeleton("taken"))));
        var codes = (await ChangeAsync(forum, admin, member.Id, d => d with { Name = "TAKEN", Email = taken.Email!, GroupId = 5, Bio = new string('x', 501) })).Select(r => (r.Field, r.Code));
        Assert.Equal([("Name", "NameTaken"), ("Email", "EmailTaken"), ("GroupId", "GroupNotGiven"), ("Bio", "TextTooLong")], codes);
        Assert.Equal("NameTwin", (await ChangeAsync(forum, admin, member.Id, d => d with { Name = "tàken" })).Single().Code);
        Assert.Equal("EmailInvalid", (await ChangeAsync(forum, admin, member.Id, d => d with { Email = "nobody" })).Single().Code);
        Assert.Equal(0, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "member.change")));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_who_change_one_account_at_once_the_second_sees_the_conflict(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (admin, member) = (await forum.AdministratorAsync(), await forum.MemberAsync("somebody"));
        var draft = Draft(await ReadAsync(forum, member.Id));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => forum.Use<ChangeMember, IReadOnlyList<Refusal>>(u => u.RunAsync(admin, member.Id, draft with { Location = $"Town {i}" }, default))));
        Assert.Single(answers, a => a.Count == 0);
        Assert.All(answers.Where(a => a.Count > 0), a => Assert.Equal("MemberChanged", a.Single().Code));
    }

    [Fact]
    public async Task Ranks_are_guarded()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (admin, colleague, super, member) = (await forum.AdministratorAsync(), await forum.MemberAsync("colleague", Group.Administrators), await forum.ViewerAsync("super", Group.SuperModerators), await forum.MemberAsync("member"));
        Assert.Equal("EqualRank", (await ChangeAsync(forum, admin, colleague.Id, d => d with { Location = "x" })).Single().Code);
        Assert.Equal("GroupTooHigh", (await ChangeAsync(forum, admin, member.Id, d => d with { GroupId = Group.Administrators })).Single().Code);
        Assert.Equal("GroupTooHigh", (await ChangeAsync(forum, super, member.Id, d => d with { GroupId = Group.SuperModerators })).Single().Code);
        Assert.Equal("NotOnYourself", (await ChangeAsync(forum, admin, admin.MemberId!.Value, d => d with { GroupId = Group.Newcomers })).Single().Code);
        Assert.Empty(await ChangeAsync(forum, admin, admin.MemberId!.Value, d => d with { Location = "Here" }));
        Assert.Empty(await ChangeAsync(forum, admin, member.Id, d => d with { GroupId = Group.SuperModerators }));
        Assert.Equal(RefusalKind.NotFound, (await ChangeAsync(forum, await forum.ViewerAsync("keeper", Group.Moderators), member.Id, d => d)).Single().Kind);
        Assert.Equal("GroupTooHigh", (await GiveAsync(forum, admin, member.Id, Group.Administrators))!.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_further_group_ends_by_itself(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (admin, member) = (await forum.AdministratorAsync(), await forum.MemberAsync("helper"));
        Assert.Null(await GiveAsync(forum, admin, member.Id, Group.SuperModerators, 2));
        Assert.Equal(Rank.SuperModerator, (await forum.ViewerAsync(member)).Rank);
        forum.Clock.Advance(TimeSpan.FromDays(2) + TimeSpan.FromSeconds(2));
        Assert.Equal(Rank.Member, (await forum.ViewerAsync(member)).Rank);
        Assert.Equal("NumberOutOfRange", (await GiveAsync(forum, admin, member.Id, Group.SuperModerators, -1))!.Code);
        Assert.Null(await forum.Use<ChangeFurtherGroups, Refusal?>(u => u.TakeAsync(admin, member.Id, Group.SuperModerators, default)));
        Assert.Equal("AlreadyDone", (await forum.Use<ChangeFurtherGroups, Refusal?>(u => u.TakeAsync(admin, member.Id, Group.SuperModerators, default)))!.Code);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_founders_who_take_it_from_each_other_at_once_one_stays(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.Rows(d => d.Members.ExecuteUpdateAsync(m => m.SetProperty(x => x.IsFounder, false)));
        var (one, two) = (await FounderAsync(forum, "one"), await FounderAsync(forum, "two"));
        Assert.Equal("NameNotTyped", (await FoundAsync(forum, one, two.MemberId!.Value, false, "someone else"))!.Code);
        var answers = await Task.WhenAll(FoundAsync(forum, one, two.MemberId!.Value, false, "TWO"), FoundAsync(forum, two, one.MemberId!.Value, false, "one"));
        Assert.Single(answers, a => a is null);
        Assert.Equal("LastFounder", answers.Single(a => a is not null)!.Code);
        Assert.Equal(1, await forum.Rows(d => d.Members.CountAsync(m => m.IsFounder)));
        Assert.Equal(RefusalKind.NotFound, (await FoundAsync(forum, await forum.AdministratorAsync(), one.MemberId!.Value, true, "one"))!.Kind);
    }

    [Theory, EveryDatabase]
    public async Task Members_are_found_by_each_criterion_a_page_at_a_time(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var (wang, waiting, muted) = (await forum.MemberAsync("Wang Wei"), await forum.MemberAsync("waiting", Group.Waiting), await forum.MemberAsync("muted"));
        await forum.SanctionAsync(muted, SanctionKind.Mute);
        var board = await forum.BoardAsync();
        await forum.ModeratorAsync(board, wang);
        await forum.Rows(d => d.Members.Where(m => m.Id == wang.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.LastAddress, IPAddress.Parse("203.0.113.9").MapToIPv6().GetAddressBytes())
            .SetProperty(x => x.Posts, 7).SetProperty(x => x.EmailConfirmed, true).SetProperty(x => x.LastSeenAt, forum.Now.AddDays(-1)).SetProperty(x => x.JoinedAt, forum.Now.AddDays(-400))));
        async Task<string> NamesAsync(MemberFilter filter) => string.Join(' ', (await SearchAsync(forum, admin, filter)).Value.Lines.Select(l => l.Name));

        Assert.Equal("Wang Wei", await NamesAsync(new() { Text = "WANG" }));
        Assert.Equal("Wang Wei", await NamesAsync(new() { Text = "*wei" }));
        Assert.Equal("Wang Wei", await NamesAsync(new() { Text = $"{wang.Id}" }));
        Assert.Equal("Wang Wei", await NamesAsync(new() { Text = wang.Email![..20] + (wang.Email.IndexOf('@', StringComparison.Ordinal) < 20 ? "" : wang.Email[20..]) }));
        Assert.Equal("", await NamesAsync(new() { Text = "%" }));
        Assert.Equal("waiting", await NamesAsync(new() { Group = Group.Waiting }));
        Assert.Equal("waiting", await NamesAsync(new() { State = MemberState.Waiting }));
        Assert.Equal("muted", await NamesAsync(new() { State = MemberState.Sanctioned }));
        Assert.Equal("admin founder", await NamesAsync(new() { State = MemberState.Staff }));
        Assert.Equal("Wang Wei", await NamesAsync(new() { Board = board.Id }));
        Assert.Equal("Wang Wei", await NamesAsync(new() { Address = "203.0.113.0/24" }));
        Assert.Equal("", await NamesAsync(new() { Address = "203.0.114.0/24" }));
        Assert.Equal("Wang Wei", await NamesAsync(new() { PostsFrom = 5, PostsUntil = 7 }));
        Assert.Equal("Wang Wei", await NamesAsync(new() { JoinedUntil = forum.Now.AddDays(-300) }));
        Assert.Equal("Wang Wei", await NamesAsync(new() { SeenFrom = forum.Now.AddDays(-2), SeenUntil = forum.Now }));
        Assert.Equal("muted waiting admin", await NamesAsync(new() { State = MemberState.Unconfirmed }));
        Assert.Equal("NotAnAddress", (await SearchAsync(forum, admin, new() { Address = "here" })).Refusal!.Code);
        Assert.Equal(RefusalKind.NotFound, (await SearchAsync(forum, await forum.ViewerAsync("keeper", Group.Moderators), new())).Refusal!.Kind);

        for (var i = 0; i < MemberSearch.PageSize; i++) await forum.MemberAsync($"crowd-{i}");
        var first = (await SearchAsync(forum, admin, new() { Text = "crowd" })).Value;
        Assert.Equal((MemberSearch.PageSize, true), (first.Lines.Count, first.Next is null));
        var all = (await SearchAsync(forum, admin, new())).Value;
        Assert.Equal(6, (await SearchAsync(forum, admin, new() { Before = all.Next })).Value.Lines.Count);
    }

    private static Task<Outcome<FoundAccounts>> SearchAsync(Forum forum, Viewer who, MemberFilter filter) => forum.Use<MemberSearch, Outcome<FoundAccounts>>(s => s.ReadAsync(who, filter, default));

    private static async Task<Viewer> FounderAsync(Forum forum, string name)
    {
        var member = await forum.MemberAsync(name, Group.Administrators);
        await forum.Rows(d => d.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.IsFounder, true)));
        return await forum.ViewerAsync(member);
    }

    private static Task<Refusal?> FoundAsync(Forum forum, Viewer who, int id, bool isFounder, string typed) => forum.Use<NameFounder, Refusal?>(u => u.RunAsync(who, id, isFounder, typed, default));

    private static Task<Refusal?> GiveAsync(Forum forum, Viewer who, int id, int group, int days = 0) => forum.Use<ChangeFurtherGroups, Refusal?>(u => u.GiveAsync(who, id, group, days, default));

    private static Task<Member> ReadAsync(Forum forum, int id) => forum.Rows(d => d.Members.SingleAsync(m => m.Id == id));

    private static MemberDraft Draft(Member m) => new(m.UserName!, m.Email!, m.EmailConfirmed, m.GroupId, m.Location, m.Bio, m.CustomTitle, ChangeMember.Mark(m));

    private static async Task<IReadOnlyList<Refusal>> ChangeAsync(Forum forum, Viewer who, int id, Func<MemberDraft, MemberDraft> change)
    {
        var draft = change(Draft(await ReadAsync(forum, id)));
        return await forum.Use<ChangeMember, IReadOnlyList<Refusal>>(u => u.RunAsync(who, id, draft, default));
    }
}
