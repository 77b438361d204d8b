using ForumEngine.Announcements;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Announcements;

/// <summary>Who sees which announcement when, and how administrators write them.</summary>
public sealed class AnnouncementTests
{
    [Theory, EveryDatabase]
    public async Task What_is_over_planned_or_for_others_is_nowhere(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var secret = await site.BoardAsync("Staff room");
        await site.CellAsync(secret, Group.Guests, BoardRight.View, false);
        var open = await site.BoardAsync("Open");
        var ids = await site.Rows(async d =>
        {
            Announcement[] all =
            [
                One(site, "Running"), One(site, "Over", until: -1), One(site, "Planned", from: 60),
                One(site, "For moderators", groups: $"{Group.Moderators}"), One(site, "Of the secret board", boards: $"{secret.Id}"), One(site, "Of the open board", boards: $"{open.Id}"),
            ];
            d.Announcements.AddRange(all);
            await d.SaveChangesAsync();
            return all.ToDictionary(a => a.Title, a => a.Id);
        });
        await site.Rows(async d => { await ForumEngine.Storage.Versions.BumpAsync(d, ForumEngine.Storage.Kinds.Announcements, default); return 0; });
        site.Service<ForumEngine.Storage.Versions>().Forget();
        using var guest = site.Visitor();
        Assert.Equal(["Running"], await TitlesAsync(guest, "/", ".announce .link"));
        Assert.Equal(["Of the open board"], await TitlesAsync(guest, $"/boards/{open.Id}", ".announce .link"));
        Assert.Equal(["Of the open board", "Running"], (await TitlesAsync(guest, "/announcements", "main h2")).Order());
        foreach (var (title, id) in ids) (await guest.GetAsync($"/announcements/{id}")).Is(title is "Running" or "Of the open board" ? 200 : 404);
        var sitemap = (await guest.GetAsync("/sitemap/pages.xml")).Text;
        Assert.DoesNotContain($"/announcements/{ids["Over"]}<", sitemap, StringComparison.Ordinal);
        // The same for all who ask, since caches keep it for all.
        using var founder = await site.FounderAsync();
        Assert.Equal(sitemap, (await founder.GetAsync("/sitemap/pages.xml")).Text);

        // A group that is gone lets nobody in, also after a correction of the text.
        await site.Rows(d => d.Announcements.Where(a => a.Title == "For moderators").ExecuteUpdateAsync(a => a.SetProperty(x => x.GroupIds, "3,977")));
        (await founder.PostFormAsync("/admin/announcements/edit", new { Groups = "3" }, $"/admin/announcements/edit?id={ids["For moderators"]}")).Is(303);
        Assert.Equal("3,977", await site.Rows(d => d.Announcements.Where(a => a.Title == "For moderators").Select(a => a.GroupIds).SingleAsync()));
        using var moderator = await site.VisitorAsync(await site.MemberAsync($"mod{Guid.NewGuid():N}"[..12], Group.Moderators));
        Assert.Contains("For moderators", await TitlesAsync(moderator, "/", ".announce .link"));
        (await moderator.GetAsync($"/announcements/{ids["For moderators"]}")).Is(200);
    }

    [Theory, EveryDatabase]
    public async Task An_announcement_is_written_looked_at_changed_deleted_and_brought_back(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var founder = await site.FounderAsync();
        var typed = new Dictionary<string, string> { ["Title"] = "停机<b>维护</b>", ["Body"] = "今晚[b]两点[/b]。", ["Position"] = "1", ["Act"] = "preview" };
        Assert.Contains("<b>维护</b>", (await founder.PostFormAsync("/admin/announcements/edit", typed)).Is(200).Html.QuerySelector("main section h3")!.TextContent, StringComparison.Ordinal);
        Assert.False(await site.Rows(d => d.Announcements.AnyAsync()));
        typed["Act"] = "save";
        (await founder.PostFormAsync("/admin/announcements/edit", typed)).Is(303);
        var id = await site.Rows(d => d.Announcements.Select(a => a.Id).SingleAsync());
        var shown = (await site.Visitor("zh-CN").GetAsync($"/announcements/{id}")).Is(200);
        Assert.Equal(("停机<b>维护</b>", "两点"), (shown.Html.QuerySelector("h1")!.TextContent, shown.Html.QuerySelector(".prose strong, .prose b")!.TextContent));

        (await founder.PostFormAsync("/admin/announcements/edit", new { Url = "//evil.example/", Body = "" }, $"/admin/announcements/edit?id={id}")).Is(422);
        (await founder.PostFormAsync("/admin/announcements/edit", new { Until = "2001-01-01T00:00" }, $"/admin/announcements/edit?id={id}")).Is(422);
        (await founder.PostFormAsync("/admin/announcements/edit", new { Until = "yesterday" }, $"/admin/announcements/edit?id={id}")).Is(422);
        (await founder.PostFormAsync("/admin/announcements/edit", new { Url = "/pages/rules", Body = "" }, $"/admin/announcements/edit?id={id}")).Is(303);
        Assert.Equal("/pages/rules", (await site.Visitor().GetAsync("/")).Html.QuerySelector(".announce .link")!.GetAttribute("href"));

        (await founder.PostFormAsync("/admin/announcements/delete", page: $"/admin/announcements/edit?id={id}")).Is(303);
        Assert.Null((await site.Visitor().GetAsync("/")).Html.QuerySelector(".announce"));
        var undo = (await founder.GetAsync("/admin/changes/announcement")).Is(200).Html.QuerySelector("tbody form")!.GetAttribute("action")!;
        (await founder.PostFormAsync(undo, page: "/admin/changes/announcement")).Is(303);
        Assert.Equal(("停机<b>维护</b>", "/pages/rules", id), await site.Rows(async d => { var a = await d.Announcements.SingleAsync(); return (a.Title, a.Url, a.Id); }));
        Assert.Equal(["announcement.add", "announcement.change", "announcement.delete", "announcement.add"],
            await site.Rows(d => d.StaffActs.Where(a => a.Act.StartsWith("announcement.")).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));
    }

    [Fact]
    public async Task Times_are_the_sites_whoever_types_them()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        using var founder = await site.FounderAsync();
        await site.SetAsync("Site.TimeZone", "Asia/Tokyo");
        (await founder.PostFormAsync("/admin/announcements/edit", new { Title = "x", Body = "y", From = "2026-01-02T09:00", Position = "1" })).Is(303);
        Assert.Equal(new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc), await site.Rows(d => d.Announcements.Select(a => a.From).SingleAsync()));
        var id = await site.Rows(d => d.Announcements.Select(a => a.Id).SingleAsync());
        Assert.Equal("2026-01-02T09:00", (await founder.GetAsync($"/admin/announcements/edit?id={id}")).Html.GetElementById("From")!.GetAttribute("value"));
    }

    private static async Task<IEnumerable<string>> TitlesAsync(Visitor visitor, string url, string selector) => (await visitor.GetAsync(url)).Is(200).Html.QuerySelectorAll(selector).Select(e => e.TextContent.Trim());

    private static Announcement One(Site site, string title, int from = -60, int? until = null, string groups = "", string boards = "") => new()
    {
        Title = title,
        Body = title,
        From = site.Now.AddMinutes(from),
        Until = until is { } minutes ? site.Now.AddMinutes(minutes) : null,
        GroupIds = groups,
        BoardIds = boards,
    };
}
