using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Telemetry;

/// <summary>Looks every 15 s how much waits in the outbox; a job of those sites that somebody watches.</summary>
public sealed class MeasureOutbox(IDbContextFactory<ForumDb> dbs, TimeProvider clock) : IJob
{
    public TimeSpan Every => TimeSpan.FromSeconds(15);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.Now();
        var messages = await db.Outbox.LongCountAsync(cancel);
        var oldest = messages == 0 ? null : await db.Outbox.Where(m => m.DueAt <= now).OrderBy(m => m.DueAt).ThenBy(m => m.Id).Select(m => (DateTime?)m.DueAt).FirstOrDefaultAsync(cancel);
        ForumMeter.Outbox(messages, oldest is { } due ? (now - due).TotalSeconds : 0);
    }
}
