using ForumEngine.Accounts;
using ForumEngine.Legal;
using ForumEngine.Members;
using ForumEngine.Staff;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Admin;

/// <summary>What the pages of members, settings and site pages cost the database when there is much of everything, and that none shows it all.</summary>
public sealed class AdminPageBudgetTests(ITestOutputHelper output)
{
    [Theory, EveryDatabase]
    public async Task Each_page_keeps_to_its_queries_and_to_a_page_of_rows(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var member = await site.NewMemberAsync();
        await FillAsync(site, member);
        using var founder = await site.FounderAsync();
        (string Page, int Queries, int Rows)[] pages =
        [
            ("/admin/members", 3, 50), ("/admin/members?text=crowd&state=neverposted&group=11", 3, 50), ("/admin/members?state=sanctioned&postsFrom=0", 3, 50),
            ("/admin/members?address=192.0.2.0/24&joinedFrom=2020-01-01", 3, 50), ($"/admin/members/{member.Id}", 7, 0),
            ("/admin/site", 3, 0), ("/admin/site/history", 4, 50), ("/admin/site/history?key=Site.Tagline", 4, 50), ("/admin/site/file", 2, 0), ("/admin/backups", 4, 60),
            ("/admin/pages", 3, 50), ("/admin/pages/terms", 3, 0), ("/admin/pages/agreements", 3, 50), ("/admin/pages/agreements?slug=terms", 3, 50),
            ("/admin/roles", 4, 50), ($"/admin/roles/{await site.Rows(d => d.AdminRoles.Select(r => r.Id).FirstAsync())}", 6, 20), ("/admin/invitations", 4, 50),
            ("/account/invitations", 5, 50), ("/account/settings/security", 7, 20),
            ("/admin/navigation", 3, 0), ("/admin/friends", 3, 0), ("/admin/footer", 4, 0), ("/admin/links/edit?key=NavForum", 3, 0), ("/admin/changes/link", 4, 50), ("/admin/announcements", 3, 0), ("/admin/mail", 4, 80), ("/admin/mail/template?mail=Reset&language=en", 3, 0), ("/admin/stamps", 3, 0), ("/admin/stamps/edit?number=1", 3, 0), ("/admin/typesets", 3, 0), ("/admin/typesets/edit", 3, 0), ("/admin/announcements/edit", 2, 0),
            ("/pages/terms/versions", 3, 100), ("/pages/terms/versions/40", 3, 0),
        ];
        List<string> over = [];
        foreach (var (page, queries, rows) in pages)
        {
            var answer = await founder.WarmAsync(page);
            var shown = answer.Html.QuerySelectorAll("main tbody tr").Length;
            output.WriteLine($"{db} {page}: {answer.Queries} queries, {shown} rows");
            if (answer.Queries > queries) over.Add($"{page}: {answer.Queries} queries, not {queries}");
            if (rows > 0 && shown > rows) over.Add($"{page}: {shown} rows, not {rows}");
        }
        Expect.None(over);
    }

    private static Task<int> FillAsync(Site site, Member member) => site.Rows(async d =>
    {
        for (var i = 0; i < 130; i++)
        {
            var one = new Member { GroupId = 11, JoinedAt = site.Now, LastAddress = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 192, 0, 2, (byte)i], SecurityStamp = "x" };
            one.TakeName($"crowd-{i}");
            one.TakeEmail($"crowd-{i}@example.test");
            d.Members.Add(one);
            d.StaffActs.Add(new StaffAct { At = site.Now, ActorName = "x", Act = "setting.change", Details = $$"""{"key":"Site.Tagline","from":"{{i}}","to":"{{i + 1}}"}""" });
            d.MailRecords.Add(new ForumEngine.Mail.MailRecord { Key = Guid.NewGuid(), Kind = "Reset", To = "x@example.test", At = site.Now });
            d.StaffActs.Add(new StaffAct { At = site.Now, ActorName = "backup", Act = "backup.made", Details = $$"""{"file":"forum-{{i}}.tar","bytes":9,"rows":9,"files":9,"seconds":9}""" });
            d.Acceptances.Add(new Acceptance { MemberId = member.Id, Slug = DocumentVersion.Terms, Number = 1, At = site.Now });
            d.NameChanges.Add(new NameChange { MemberId = member.Id, From = $"{i}", To = $"{i + 1}", At = site.Now, ByName = "x" });
        }
        for (var i = 2; i < 60; i++) d.DocumentVersions.Add(new DocumentVersion { Slug = DocumentVersion.Terms, Number = i, Language = "en", Title = $"Terms {i}", Body = $"Text {i}", EffectiveAt = site.Now.AddMinutes(-1) });
        for (var i = 0; i < 40; i++)
        {
            d.AdminRoles.Add(new AdminRole { Name = $"Role {i}", Pages = "Words" });
            d.StaffActs.Add(new StaffAct { At = site.Now, ActorName = "x", Act = "adminrole.change", Details = $$$"""{"id":1,"from":{"name":"{{{i}}}","pages":"Words"},"to":{"name":"{{{i + 1}}}","pages":"Words"}}""" });
        }
        var founder = await d.Members.Where(m => m.IsFounder).Select(m => m.Id).SingleAsync();
        for (var i = 0; i < 120; i++) d.Invitations.Add(new Invitation { Code = $"CODE{i}", MakerId = founder, At = site.Now, ExpiresAt = site.Now.AddDays(9) });
        return await d.SaveChangesAsync();
    });
}
