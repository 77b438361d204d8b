using ForumEngine.Jobs;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Checks;

/// <summary>What a check found, and how many outbox messages were waiting still: what they will count is no violation yet.</summary>
public sealed record CheckReport(IReadOnlyList<Finding> Findings, int Waiting)
{
    public bool Holds => Findings.All(f => f.Holds);
}

/// <summary>Proves the invariants and, if asked, repairs what can be derived.</summary>
public sealed class CheckForum(IDbContextFactory<ForumDb> dbs, OutboxRunner outbox, FileStore files, TimeProvider clock)
{
    public async Task<CheckReport> RunAsync(bool repair, CancellationToken cancel)
    {
        await outbox.RunDueAsync(cancel);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        // A site whose sanctions are older than the ledger and that was not migrated by `forum migrate`.
        await db.InTransactionAsync(() => Ledger.LockAsync(db, clock.Now(), cancel), cancel);
        var findings = await RunAllAsync(db, clock, repair, cancel);
        return new CheckReport([.. findings, await new FileBytesCheck(files).RunAsync(db, repair, cancel)], await db.Outbox.CountAsync(cancel));
    }

    /// <summary>Also how seeds fill counters in after bulk inserts.</summary>
    internal static async Task<IReadOnlyList<Finding>> RunAllAsync(ForumDb db, TimeProvider clock, bool repair, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var check in Invariants.All(clock)) findings.Add(await check.RunAsync(db, repair, cancel));
        return findings;
    }
}
