using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Jobs;

/// <summary>Works off the outbox in batches, oldest first. A failed message waits longer each time and tells why in its row.</summary>
public sealed class OutboxRunner(
    IDbContextFactory<ForumDb> dbs, IEnumerable<IOutboxHandler> handlers, TimeProvider clock, ILogger<OutboxRunner> log)
{
    private const int BatchSize = 500;
    private readonly ILookup<string, IOutboxHandler> byKind = handlers.ToLookup(h => h.Kind);

    /// <summary>Everything that is due now; also called by `forum check` and by seeds, which don't wait for the runner.</summary>
    public async Task RunDueAsync(CancellationToken cancel)
    {
        while (await RunBatchAsync(cancel) == BatchSize)
        {
        }
    }

    private async Task<int> RunBatchAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.Now();
        var due = await db.Outbox.Where(m => m.DueAt <= now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(BatchSize).ToListAsync(cancel);
        foreach (var kind in due.GroupBy(m => m.Kind))
        {
            var able = byKind[kind.Key].ToList();
            if (able.Count == 0) await PostponeAsync(db, [.. kind], "no handler", cancel);
            else if (able.TrueForAll(h => h.InTransaction)) await TryAsync(db, able, [.. kind], cancel);
            else foreach (var message in kind) await TryAsync(db, able, [message], cancel);
        }
        return due.Count;
    }

    private async Task TryAsync(ForumDb db, List<IOutboxHandler> able, List<OutboxMessage> messages, CancellationToken cancel)
    {
        var payloads = messages.ConvertAll(m => m.Payload);
        try
        {
            foreach (var outside in able.Where(h => !h.InTransaction)) await outside.HandleAsync(db, payloads, cancel);
            await db.InTransactionAsync(async () =>
            {
                foreach (var inside in able.Where(h => h.InTransaction)) await inside.HandleAsync(db, payloads, cancel);
                await db.SaveChangesAsync(cancel);
                await DeleteAsync(db, messages, cancel);
            }, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            log.LogError(error, "Outbox: {Kind} failed for {Count} messages", able[0].Kind, messages.Count);
            await PostponeAsync(db, messages, error.Message, cancel);
        }
    }

    /// <summary>Throws when another node was faster, so that this transaction's effect is rolled back.</summary>
    private static async Task DeleteAsync(ForumDb db, List<OutboxMessage> messages, CancellationToken cancel)
    {
        var ids = messages.ConvertAll(m => m.Id);
        var deleted = await db.Outbox.Where(m => ids.Contains(m.Id)).ExecuteDeleteAsync(cancel);
        if (deleted != ids.Count) throw new InvalidOperationException("Another node has worked off some of these messages.");
    }

    private async Task PostponeAsync(ForumDb db, List<OutboxMessage> messages, string error, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var text = error.Length > 1000 ? error[..1000] : error;
        foreach (var m in messages)
        {
            var due = clock.Now().AddSeconds(Math.Min(3600, 5 * Math.Pow(2, m.Attempts)));
            await db.Outbox.Where(x => x.Id == m.Id).ExecuteUpdateAsync(x => x
                .SetProperty(y => y.Attempts, y => y.Attempts + 1).SetProperty(y => y.Error, text).SetProperty(y => y.DueAt, due), cancel);
        }
    }
}
