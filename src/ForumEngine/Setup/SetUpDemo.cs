using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Setup;

/// <summary>Development's first run: a site with the demo community. The wait of new members is off, so that one can write at once.</summary>
public sealed class SetUpDemo(SetUpSite setUp, SeedDemo seed, ChangeSettings settings, ForumDb db, TimeProvider clock)
{
    /// <summary>Null when the site was set up before.</summary>
    public async Task<SiteMade?> RunAsync(CancellationToken cancel)
    {
        if (await db.Settings.AnyAsync(s => s.Key == "Site.IsSetUp", cancel)) return null;
        var site = DemoData.Site;
        var made = await setUp.RunAsync(new SiteOrder(site.Name, site.Admin, site.Email, Password: null), cancel);
        if (made.Refusal is not null) return null;
        await settings.RunAsync(Viewers.ForSystem("setup", clock.Now()), new Dictionary<string, string>
        {
            ["Site.Tagline"] = site.Tagline,
            ["Posting.NewMemberWaitMinutes"] = "0",
        }, cancel);
        await seed.RunAsync(password: null, cancel);
        return made.Value;
    }
}
