using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;

namespace ForumEngine.Backups;

/// <summary>A backup now: whoever runs the jobs makes it, and the page that asked doesn't wait.</summary>
public sealed class OrderBackup(ForumDb db, Outbox outbox, BackupRunner runner)
{
    public const string Act = "backup.order";

    /// <summary>Refuses while one is at work (<c>BackupAtWork</c>).</summary>
    public async Task<Refusal?> RunAsync(Viewer who, CancellationToken cancel)
    {
        if (!who.MayOpen(AdminPage.Backups)) return Refusal.NotFound;
        if (runner.Current is not null) return new Refusal(RefusalKind.Conflict, "BackupAtWork");
        await db.InTransactionAsync(async () =>
        {
            Outbox.Add(db, BackupOrdered.OfKind, who.Name, who.Now);
            db.Log(who, Act);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        outbox.Wake();
        return null;
    }
}

/// <summary>Hands the order to this node's runner. The command line, which works off an outbox too, has no jobs that would start it.</summary>
public sealed class BackupOrdered(BackupRunner runner) : IOutboxHandler
{
    public const string OfKind = "backup.order";

    public string Kind => OfKind;
    public bool InTransaction => true;

    public Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        runner.Order(System.Text.Json.JsonSerializer.Deserialize<string>(payloads[^1]) ?? "");
        return Task.CompletedTask;
    }
}
