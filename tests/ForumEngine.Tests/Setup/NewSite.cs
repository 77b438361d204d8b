using ForumEngine.Permissions;
using ForumEngine.Setup;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Setup;

/// <summary>Takes the harness' forum back to an empty database and sets it up as an operator would.</summary>
internal static class NewSite
{
    public static readonly SiteOrder Order = new("Test site", "operator", "operator@example.org", "a long password");

    public static async Task<Forum> OpenAsync(Db db)
    {
        var forum = await EmptyAsync(db);
        Assert.Null((await forum.SetUpAsync(Order)).Refusal);
        return forum;
    }

    public static async Task<Forum> EmptyAsync(Db db)
    {
        var forum = await Forum.OpenAsync(db);
        await forum.Rows(async d =>
        {
            await d.Settings.ExecuteDeleteAsync();
            await d.StaffActs.ExecuteDeleteAsync();
            await d.DocumentVersions.ExecuteDeleteAsync();
            await d.Members.ExecuteDeleteAsync();
            await d.SiteDays.ExecuteDeleteAsync();
            return await d.SiteCounters.ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, 0));
        });
        return forum;
    }

    public static Task<Outcome<SiteMade>> SetUpAsync(this Forum forum, SiteOrder order) =>
        forum.Use<SetUpSite, Outcome<SiteMade>>(s => s.RunAsync(order, default));
}
