using ForumEngine.Jobs;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Flood;

/// <summary>Prints and challenges that no longer count are forgotten.</summary>
public sealed class PurgePrints(IDbContextFactory<ForumDb> dbs, SettingsSource settings, TimeProvider clock) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.Now();
        var before = now.AddHours(-(await settings.CurrentAsync(cancel)).Flood.DuplicateHours);
        await db.TextPrints.Where(p => p.At <= before).ExecuteDeleteAsync(cancel);
        await db.UsedChallenges.Where(u => u.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
    }
}
