using ForumEngine.Jobs;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Statistics;

/// <summary>
/// Writes down how many members were here today. Counted anew each time from when they were last seen, so that it may run twice or late;
/// who comes in the last five minutes of a day and is back on the next counts for the next only.
/// </summary>
public sealed class CountActive(IDbContextFactory<ForumDb> dbs, SettingsSource settings, TimeProvider clock) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(5);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var zone = (await settings.CurrentAsync(cancel)).Zone();
        var today = clock.Now().DayIn(zone);
        var midnight = today.StartIn(zone);
        var active = await db.Members.CountAsync(m => m.LastSeenAt >= midnight, cancel);
        var row = db.SiteDays.Where(d => d.Day == today);
        await db.InTransactionAsync(async () =>
        {
            if (active > 0 && !await row.AnyAsync(cancel)) await SiteDays.AddAsync(db, today, 0, 0, 0, cancel);
            await row.Where(d => d.Active < active).ExecuteUpdateAsync(d => d.SetProperty(x => x.Active, active), cancel);
        }, cancel);
    }
}
