using ForumEngine.Jobs;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Backups;

/// <summary>Starts the backup of the day when its hour has come, and one that was ordered; the work itself is done beside the jobs.</summary>
public sealed class RunBackups(IDbContextFactory<ForumDb> dbs, BackupRunner runner, SettingsSource source, TimeProvider clock) : IJob
{
    /// <summary>After one that failed.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public TimeSpan Every => TimeSpan.FromSeconds(5);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        if (runner.Current is not null) return;
        if (runner.TakeOrder() is { } by) runner.TryStart(by);
        else if (await IsDueAsync(cancel)) runner.TryStart("");
    }

    private async Task<bool> IsDueAsync(CancellationToken cancel)
    {
        var settings = await source.CurrentAsync(cancel);
        if (!settings.Backup.Daily) return false;
        var now = clock.Now();
        var due = LastHour(now, settings.Backup.Hour, settings.Zone());
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var since = due < now - Again ? due : now - Again;
        var last = await db.StaffActs.Where(a => (a.Act == BackupRunner.Made || a.Act == BackupRunner.Failed) && a.At >= since)
            .OrderByDescending(a => a.Id).Select(a => new { a.Act, a.At }).FirstOrDefaultAsync(cancel);
        return last is null || (last.Act == BackupRunner.Made ? last.At < due : last.At < now - Again);
    }

    /// <summary>When that hour of the zone last began, in UTC; one that a change of clocks leaves out begins with the next.</summary>
    public static DateTime LastHour(DateTime now, int hour, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone);
        for (var day = local.Date; ; day = day.AddDays(-1))
        {
            var begin = day.AddHours(hour);
            if (zone.IsInvalidTime(begin)) begin = begin.AddHours(1);
            var utc = TimeZoneInfo.ConvertTimeToUtc(begin, zone);
            if (utc <= now) return utc;
        }
    }
}
