using System.Text.Json;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Staff;

/// <summary>
/// Takes lines of the staff log that are older than <c>Staff.LogDays</c> days; nothing while that is 0. The only one that takes any: the
/// ledger of sanctions and the records of threads stay. Each batch leaves a line that says how many went.
/// </summary>
public sealed class TrimLog(IDbContextFactory<ForumDb> dbs, SettingsSource settings, TimeProvider clock) : IJob
{
    public const int Batch = 2000;

    /// <summary>So that it never stands long before other jobs; what is left comes an hour later.</summary>
    private const int MostBatches = 5;

    public TimeSpan Every => TimeSpan.FromHours(1);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        var days = (await settings.CurrentAsync(cancel)).Staff.LogDays;
        if (days == 0) return;
        var now = clock.Now();
        await using var db = await dbs.CreateDbContextAsync(cancel);
        for (var i = 0; i < MostBatches; i++)
            if (await TakeAsync(db, now, now.AddDays(-days), cancel) < Batch) return;
    }

    private static Task<int> TakeAsync(ForumDb db, DateTime now, DateTime before, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var old = db.StaffActs.Where(a => a.At < before);
        var ids = await old.OrderBy(a => a.Id).Select(a => a.Id).Take(Batch).ToListAsync(cancel);
        if (ids.Count == 0) return 0;
        var (first, last) = (ids[0], ids[^1]);
        var gone = await old.Where(a => a.Id >= first && a.Id <= last).ExecuteDeleteAsync(cancel);
        db.Log(Viewers.ForSystem(Acts.EndActs.Name, now), "log.trim", details: JsonSerializer.Serialize(new { before, lines = gone }));
        await db.SaveChangesAsync(cancel);
        return gone;
    }, cancel);
}
