using ForumEngine.Backups;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Backups;

public sealed class BackupPageTests
{
    [Theory, EveryDatabase]
    public async Task A_founder_orders_a_backup_downloads_it_and_deletes_it_by_typing_its_name(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var founder = await site.FounderAsync();
        (await founder.GetAsync("/admin/backups")).Is(200);
        Assert.EndsWith("/admin/backups?ordered=true", (await founder.PostFormAsync("/admin/backups", new { })).Is(303).Location, StringComparison.Ordinal);
        await Soon.IsAsync(() => Task.FromResult(site.Service<BackupShelf>().All().Count == 1 && site.Service<BackupRunner>().Current is null), "backup");

        var name = site.Service<BackupShelf>().All()[0].Name;
        var page = (await founder.GetAsync("/admin/backups")).Is(200);
        Assert.Contains(name, page.Text, StringComparison.Ordinal);
        var file = await founder.PostFormAsync("/admin/backups/download", new { Name = name }, "/admin/backups");
        Assert.Contains("forum-backup.json", file.Is(200).Body[..2048], StringComparison.Ordinal);
        Assert.Equal("no-store", file.Header("Cache-Control"));

        var wrong = (await founder.PostFormAsync("/admin/backups/delete", new { Name = "forum" }, "/admin/backups")).Is(422);
        Assert.Equal("forum", wrong.Html.QuerySelector("#Name")!.GetAttribute("value"));
        (await founder.PostFormAsync("/admin/backups/delete", new { Name = name }, "/admin/backups")).Is(303);
        Assert.Empty(site.Service<BackupShelf>().All());
        Assert.Equal(["backup.order", "backup.made", "backup.download", "backup.delete"],
            await site.Rows(d => d.StaffActs.Where(a => a.Act.StartsWith("backup.")).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));
    }
}
