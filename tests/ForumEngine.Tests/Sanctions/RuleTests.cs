using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Sanctions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Sanctions;

public sealed class RuleTests
{
    [Theory, EveryDatabase]
    public async Task Rules_are_added_changed_ordered_and_retired_and_old_sanctions_still_name_theirs(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.MemberAsync("loud");
        var admin = await forum.AdministratorAsync();
        var before = (await RulesAsync(forum)).All;
        Assert.True(before.Count >= 10);
        Assert.Equal(Enum.GetValues<ReportCategory>().Order(), before.Select(r => r.Category).Distinct().Order());

        Assert.Null(await SaveAsync(admin, new(null, "8.1", ReportCategory.Other, "No shouting", "Capital letters are loud.")));
        Assert.Equal("RuleCodeTaken", (await SaveAsync(admin, new(null, "8.1", ReportCategory.Other, "Twice", "")))!.Code);
        Assert.Equal("Code", (await SaveAsync(admin, new(null, "a b", ReportCategory.Other, "Bad", "")))!.Field);
        Assert.Equal("Title", (await SaveAsync(admin, new(null, "8.2", ReportCategory.Other, " ", "")))!.Field);
        Assert.Equal("Category", (await SaveAsync(admin, new(null, "8.2", null, "None", "")))!.Field);
        Assert.Equal("NotFound", (await SaveAsync(await forum.ViewerAsync(await forum.MemberAsync("plain")), new(null, "9", ReportCategory.Other, "x", "")))!.Code);
        var added = (await RulesAsync(forum)).All[^1];
        Assert.Null(await SaveAsync(admin, new(added.Id, "8.1", ReportCategory.Abuse, "No shouting, please", "")));

        var id = (await forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(admin, new("loud", SanctionKind.Mute, null, "3", null, "LOUD") { RuleId = added.Id }, default))).Value;
        Assert.Null(await forum.Use<ArrangeRules, Refusal?>(a => a.MoveAsync(admin, added.Id, up: true, default)));
        Assert.Equal(added.Id, (await RulesAsync(forum)).All[^2].Id);
        Assert.Null(await forum.Use<ArrangeRules, Refusal?>(a => a.RetireAsync(admin, added.Id, true, default)));
        Assert.Equal("NoSuchRule", (await forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(admin, new("loud", SanctionKind.Block, null, "3", null, "LOUD") { RuleId = added.Id }, default))).Refusal!.Code);
        var row = (await forum.Use<DarkroomPage, Outcome<DarkroomRow>>(p => p.FindAsync(admin, id, default))).Value;
        Assert.Equal(("8.1", "No shouting, please", true), (row.Rule?.Code, row.Rule?.Title, row.Rule?.IsRetired));
        Assert.Equal(["rule.add", "rule.change", "rule.move", "rule.retire"],
            await forum.Rows(d => d.StaffActs.Where(a => a.Act.StartsWith("rule.")).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));

        Task<Refusal?> SaveAsync(Viewer who, RuleDraft draft) => forum.Use<SaveRule, Refusal?>(s => s.RunAsync(who, draft, default));
    }

    private static async Task<RuleSet> RulesAsync(Forum forum) => await forum.Service<SiteRules>().CurrentAsync(default);
}
