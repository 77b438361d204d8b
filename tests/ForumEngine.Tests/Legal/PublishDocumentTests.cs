using ForumEngine.Legal;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Legal;

public sealed class PublishDocumentTests
{
    [Theory, EveryDatabase]
    public async Task A_version_is_in_force_from_its_time_on_and_the_old_one_stays_readable(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        Assert.Empty(await PublishAsync(forum, admin, Draft("house-rules", 0, "One")));
        Assert.Empty(await PublishAsync(forum, admin, Draft("house-rules", 1, "Two") with { EffectiveAt = forum.Now.AddDays(1) }));
        Assert.Equal("One", await TitleAsync(forum, null));
        forum.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        Assert.Equal("Two", await TitleAsync(forum, null));
        Assert.Equal("One", await TitleAsync(forum, 1));
        Assert.Equal(2, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "page.publish")));
    }

    [Theory, EveryDatabase]
    public async Task Of_many_who_publish_at_once_one_does_and_the_others_see_the_conflict(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        Assert.Empty(await PublishAsync(forum, admin, Draft("house-rules", 0, "One")));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => PublishAsync(forum, admin, Draft("house-rules", 1, $"Try {i}"))));
        Assert.Single(answers, a => a.Count == 0);
        Assert.All(answers.Where(a => a.Count > 0), a => Assert.Equal("DocumentChanged", a.Single().Code));
        Assert.Equal(2, await forum.Rows(d => d.DocumentVersions.Where(v => v.Slug == "house-rules").MaxAsync(v => v.Number)));
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_in_force_yet_may_be_withdrawn_and_nothing_else(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        Assert.Empty(await PublishAsync(forum, admin, Draft("house-rules", 0, "One")));
        Assert.Empty(await PublishAsync(forum, admin, Draft("house-rules", 1, "Two") with { EffectiveAt = forum.Now.AddDays(1) }));
        Assert.Equal("AlreadyInForce", (await WithdrawAsync(forum, admin, 1))!.Code);
        Assert.Null(await WithdrawAsync(forum, admin, 2));
        Assert.Equal("AlreadyInForce", (await WithdrawAsync(forum, admin, 2))!.Code);
        Assert.Equal(RefusalKind.NotFound, (await WithdrawAsync(forum, await forum.ViewerAsync("member"), 1))!.Kind);
    }

    [Theory]
    [InlineData("Terms!", "x", "x", "PageSlugWrong")]
    [InlineData("new", "x", "x", "PageTaken")]
    [InlineData("house-rules", "", "", "PageNeedsText")]
    [InlineData("house-rules", "", "x", "TitleMissing")]
    [InlineData("house-rules", "x", "", "BodyMissing")]
    public async Task A_wrong_draft_is_refused(string slug, string title, string body, string code)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var draft = new DocumentDraft(slug, [new(SiteLanguage.English, title, body, "")], null, false, 0);
        Assert.Contains(code, (await PublishAsync(forum, await forum.AdministratorAsync(), draft)).Select(r => r.Code));
        Assert.False(await forum.Rows(d => d.DocumentVersions.AnyAsync(v => v.Slug == slug)));
    }

    [Fact]
    public async Task Times_and_importance_have_limits()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var admin = await forum.AdministratorAsync();
        var draft = Draft("house-rules", 0, "One");
        Assert.Equal("PageInThePast", (await PublishAsync(forum, admin, draft with { EffectiveAt = forum.Now.AddHours(-1) })).Single().Code);
        Assert.Equal("PageTooFarAhead", (await PublishAsync(forum, admin, draft with { EffectiveAt = forum.Now.AddYears(2) })).Single().Code);
        Assert.Equal("PageIsNotAgreedTo", (await PublishAsync(forum, admin, draft with { IsMaterial = true })).Single().Code);
    }

    [Theory, EveryDatabase]
    public async Task A_material_change_is_agreed_to_once_and_only_what_was_read(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (admin, member) = (await forum.AdministratorAsync(), await forum.MemberAsync("somebody"));
        // The template's are from the day it was made, which is after this clock's.
        await forum.Rows(d => d.DocumentVersions.ExecuteUpdateAsync(v => v.SetProperty(x => x.EffectiveAt, forum.Now)));
        var newest = await forum.Rows(d => d.DocumentVersions.Where(v => v.Slug == "terms").MaxAsync(v => v.Number));
        Assert.Empty(await MissingAsync(forum, member.Id));
        Assert.Empty(await PublishAsync(forum, admin, Draft("terms", newest, "New terms") with { IsMaterial = true }));
        Assert.Equal(["terms"], await MissingAsync(forum, member.Id));
        var who = await forum.ViewerAsync(member);
        await forum.Use<Agreements, bool>(async a => { await a.AgreeAsync(who, ["terms 99", "privacy 1"], default); return true; });
        Assert.Equal(["terms"], await MissingAsync(forum, member.Id));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => forum.Use<Agreements, bool>(async a => { await a.AgreeAsync(who, [$"terms {newest + 1}"], default); return true; })));
        Assert.Empty(await MissingAsync(forum, member.Id));
        var line = (await forum.Use<Agreements, AgreementList>(a => a.ReadAsync("terms", null, default))).Lines[0];
        Assert.Equal(("somebody", newest + 1, 4), (line.MemberName, line.Number, line.Address!.Length));
    }

    private static async Task<IEnumerable<string>> MissingAsync(Forum forum, int id)
    {
        forum.Service<Viewers>().Forget(id);
        var who = await forum.Service<Viewers>().ForAsync(id, null, 0, default);
        return Agreements.Missing(who, await forum.Service<SitePages>().ToAgreeAsync(forum.Now, default)).Select(d => d.Slug);
    }

    private static DocumentDraft Draft(string slug, int seen, string title) =>
        new(slug, [new(SiteLanguage.English, title, "Text", ""), new(SiteLanguage.Simplified, "", "", "")], null, false, seen);

    private static Task<IReadOnlyList<Refusal>> PublishAsync(Forum forum, Viewer who, DocumentDraft draft) => forum.Use<PublishDocument, IReadOnlyList<Refusal>>(u => u.RunAsync(who, draft, default));

    private static Task<Refusal?> WithdrawAsync(Forum forum, Viewer who, int number) => forum.Use<PublishDocument, Refusal?>(u => u.WithdrawAsync(who, "house-rules", number, default));

    private static async Task<string?> TitleAsync(Forum forum, int? number) => (await forum.Service<SitePages>().FindAsync("house-rules", number, "en", forum.Now, default))?.Title;
}
