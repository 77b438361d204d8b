using ForumEngine.Groups;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Sanctions;

public sealed class AppealTests
{
    [Theory, EveryDatabase]
    public async Task A_blocked_member_appeals_once_and_another_than_the_issuer_decides(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var loud = await forum.MemberAsync("loud");
        var (issuer, other) = (await ChiefAsync(forum, "issuer"), await ChiefAsync(forum, "other"));
        var id = await IssueAsync(forum, issuer, SanctionKind.Block);
        var who = await forum.ViewerAsync(loud);
        Assert.Equal("AppealMissing", (await AppealAsync(forum, who, id, " "))!.Code);
        Assert.Equal("NotFound", (await AppealAsync(forum, await forum.ViewerAsync(await forum.MemberAsync("stranger")), id, "me too"))!.Code);
        var both = await Task.WhenAll(AppealAsync(forum, who, id, "It wasn't me"), AppealAsync(forum, who, id, "It wasn't me"));
        Assert.Equal("AppealedBefore", Assert.Single(both, b => b is not null)!.Code);

        var appeal = await forum.Rows(d => d.Appeals.SingleAsync());
        Assert.Equal("AppealNeedsAnother", (await DecideAsync(forum, issuer, appeal.Id, new(AppealState.Lifted, "fine")))!.Code);
        Assert.Equal("Answer", (await DecideAsync(forum, other, appeal.Id, new(AppealState.Lifted, " ")))!.Field);
        Assert.Equal("NotFound", (await DecideAsync(forum, await forum.ViewerAsync(await forum.MemberAsync("plain")), appeal.Id, new(AppealState.Lifted, "x")))!.Code);
        Assert.Null(await DecideAsync(forum, other, appeal.Id, new(AppealState.Lifted, "The account was stolen")));
        Assert.Equal("AlreadyDone", (await DecideAsync(forum, other, appeal.Id, new(AppealState.Upheld, "no")))!.Code);

        Assert.Null((await forum.ViewerAsync(loud)).VisitingBarredBy());
        var after = await forum.Rows(d => d.Sanctions.SingleAsync());
        Assert.Equal((AppealState.Lifted, "other", "The account was stolen"), (after.Appeal, after.LiftedByName, after.LiftReason));
        Assert.Equal([LedgerAct.Issued, LedgerAct.Appealed, LedgerAct.Decided, LedgerAct.Lifted], await ActsAsync(forum));
        Assert.Equal([NoticeKind.Sanctioned, NoticeKind.SanctionLifted], await forum.Rows(d => d.Notices.OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync()));
        await forum.HoldsAsync();
    }

    [Theory, EveryDatabase]
    public async Task A_sanction_that_has_ended_meanwhile_is_lifted_on_appeal_and_gives_back_what_it_took(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var loud = await forum.MemberAsync("loud");
        await forum.Rows(d => d.Members.Where(m => m.Id == loud.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Signature, "call me")));
        var (issuer, other) = (await ChiefAsync(forum, "issuer"), await ChiefAsync(forum, "other"));
        var wish = new NewSanction("loud", SanctionKind.Mute, null, "1", null, "noise") { CleanUp = new(null, ProfileParts.Signature) };
        var id = (await forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(issuer, wish, default))).Value;
        Assert.Null(await AppealAsync(forum, await forum.ViewerAsync(loud), id, "It wasn't me"));
        forum.Clock.Advance(TimeSpan.FromDays(2));
        // Nobody lifts what is over; an appeal that was sent in time is still decided.
        other = await forum.Service<Viewers>().ForAsync(other.MemberId, null, 0, default);
        Assert.Equal("SanctionNotActive", (await forum.Use<LiftSanction, Refusal?>(u => u.RunAsync(other, id, "over", default)))!.Code);
        var appeal = await forum.Rows(d => d.Appeals.Select(a => a.Id).SingleAsync());
        var both = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => DecideAsync(forum, other, appeal, new(AppealState.Lifted, "Believed"))));
        Assert.Single(both, b => b is null);
        var after = await forum.Rows(d => d.Sanctions.SingleAsync());
        Assert.Equal((AppealState.Lifted, SanctionState.Lifted, forum.Now), (after.Appeal, after.StateAt(forum.Now), after.LiftedAt));
        await forum.RunJobsAsync();
        Assert.Equal("call me", await forum.Rows(d => d.Members.Where(m => m.Id == loud.Id).Select(m => m.Signature).SingleAsync()));
        Assert.Equal([LedgerAct.Issued, LedgerAct.Appealed, LedgerAct.Decided, LedgerAct.Lifted], await ActsAsync(forum));
        await forum.HoldsAsync();
    }

    [Theory, EveryDatabase]
    public async Task With_a_single_administrator_they_decide_and_the_ledger_says_so(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var loud = await forum.MemberAsync("loud");
        var founder = await forum.Rows(d => d.Members.Where(m => m.IsFounder).Select(m => m.Id).SingleAsync());
        var only = await forum.Service<Viewers>().ForAsync(founder, null, 0, default);
        var id = await IssueAsync(forum, only, SanctionKind.Mute, days: "30");
        Assert.Null(await AppealAsync(forum, await forum.ViewerAsync(loud), id, "Too long"));
        var appeal = await forum.Rows(d => d.Appeals.SingleAsync());
        Assert.Equal("NotShorter", (await DecideAsync(forum, only, appeal.Id, new(AppealState.Shortened, "less", "60")))!.Code);
        Assert.Equal("NotShorter", (await DecideAsync(forum, only, appeal.Id, new(AppealState.Shortened, "less", "0")))!.Code);
        Assert.Null(await DecideAsync(forum, only, appeal.Id, new(AppealState.Shortened, "Three days will do", "3")));
        Assert.True((await forum.Rows(d => d.Appeals.SingleAsync())).ByIssuer);
        Assert.Contains("\"byIssuer\":true", await forum.Rows(d => d.LedgerEntries.Where(e => e.Act == LedgerAct.Decided).Select(e => e.Content).SingleAsync()), StringComparison.Ordinal);
        Assert.Equal(forum.Now.AddDays(3), await forum.Rows(d => d.Sanctions.Select(s => s.Until).SingleAsync()));
        Assert.Equal(NoticeKind.SanctionShortened, await forum.Rows(d => d.Notices.OrderByDescending(n => n.Id).Select(n => n.Kind).FirstAsync()));
        await forum.HoldsAsync();
        forum.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Null((await forum.ViewerAsync(loud)).WritingBarredBy([]));
    }

    [Theory, EveryDatabase]
    public async Task The_issuer_lifts_at_any_time_which_grants_the_appeal(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var loud = await forum.MemberAsync("loud");
        var issuer = await ChiefAsync(forum, "issuer");
        var id = await IssueAsync(forum, issuer, SanctionKind.Mute);
        Assert.Null(await AppealAsync(forum, await forum.ViewerAsync(loud), id, "Please"));
        Assert.Null(await forum.Use<LiftSanction, Refusal?>(u => u.RunAsync(issuer, id, "My mistake", default)));
        Assert.Equal((AppealState.Lifted, true), (await forum.Rows(d => d.Sanctions.Select(s => s.Appeal).SingleAsync()), (await forum.Rows(d => d.Appeals.SingleAsync())).ByIssuer));
        Assert.Equal("AppealedBefore", (await AppealAsync(forum, await forum.ViewerAsync(loud), id, "Again"))!.Code);
    }

    [Fact]
    public async Task Two_who_decide_at_once_decide_once_and_what_has_ended_cannot_be_appealed()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var loud = await forum.MemberAsync("loud");
        var (issuer, one, two) = (await ChiefAsync(forum, "issuer"), await ChiefAsync(forum, "one"), await ChiefAsync(forum, "two"));
        var id = await IssueAsync(forum, issuer, SanctionKind.Mute);
        Assert.Null(await AppealAsync(forum, await forum.ViewerAsync(loud), id, "Please"));
        var appeal = await forum.Rows(d => d.Appeals.Select(a => a.Id).SingleAsync());
        var both = await Task.WhenAll(DecideAsync(forum, one, appeal, new(AppealState.Upheld, "no")), DecideAsync(forum, two, appeal, new(AppealState.Lifted, "yes")));
        Assert.Equal("AlreadyDone", Assert.Single(both, b => b is not null)!.Code);
        var next = await IssueAsync(forum, issuer, SanctionKind.Block, days: "1");
        forum.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("SanctionNotActive", (await AppealAsync(forum, await forum.ViewerAsync(loud), next, "late"))!.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_sanction_is_hidden_for_a_reason_and_shown_again_on_ledger_and_log(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.MemberAsync("loud");
        var staff = await ChiefAsync(forum, "chief");
        var id = await IssueAsync(forum, staff, SanctionKind.Mute);
        Assert.Equal("Because", (await ShowAsync(false, null))!.Field);
        Assert.Null(await ShowAsync(false, PrivacyReason.Minor));
        Assert.Equal("AlreadyDone", (await ShowAsync(false, PrivacyReason.Minor))!.Code);
        Assert.Empty((await forum.Use<DarkroomPage, Outcome<DarkroomList>>(async p => await p.ReadAsync(await forum.GuestAsync(), new(), default))).Value.Rows);
        Assert.Null(await ShowAsync(true, null));
        Assert.Equal([LedgerAct.Issued, LedgerAct.Publicity, LedgerAct.Publicity], await ActsAsync(forum));
        Assert.Equal(["sanction.hide", "sanction.show"], await forum.Rows(d => d.StaffActs.Where(a => a.Act.StartsWith("sanction.")).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));
        await forum.HoldsAsync();

        Task<Refusal?> ShowAsync(bool isPublic, PrivacyReason? because) => forum.Use<ChangePublicity, Refusal?>(c => c.RunAsync(staff, id, isPublic, because, "asked for", default));
    }

    private static async Task<Viewer> ChiefAsync(Forum forum, string name) => await forum.ViewerAsync(await forum.MemberAsync(name, Group.Administrators));

    private static async Task<int> IssueAsync(Forum forum, Viewer who, SanctionKind kind, string days = "7") =>
        (await forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(who, new NewSanction("loud", kind, null, days, null, "noise"), default))).Value;

    private static Task<Refusal?> AppealAsync(Forum forum, Viewer who, int id, string message) =>
        forum.Use<AppealSanction, Refusal?>(a => a.RunAsync(who, who.MemberId, id, message, default));

    private static Task<Refusal?> DecideAsync(Forum forum, Viewer who, int appeal, AppealDecision decision) =>
        forum.Use<DecideAppeal, Refusal?>(d => d.RunAsync(who, appeal, decision, default));

    private static async Task<List<LedgerAct>> ActsAsync(Forum forum) =>
        await forum.Rows(d => d.LedgerEntries.OrderBy(e => e.Number).Select(e => e.Act).ToListAsync());
}
