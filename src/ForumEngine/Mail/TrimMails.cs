using ForumEngine.Jobs;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Mail;

/// <summary>Takes lines of the log of mails that are older than <c>Mail.LogDays</c> days, but for what still waits.</summary>
public sealed class TrimMails(IDbContextFactory<ForumDb> dbs, SettingsSource settings, TimeProvider clock) : IJob
{
    /// <summary>So that it never stands long before other jobs; what is left comes an hour later.</summary>
    private const int Batch = 5000;

    public TimeSpan Every => TimeSpan.FromHours(1);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        var days = (await settings.CurrentAsync(cancel)).Mail.LogDays;
        if (days == 0) return;
        var before = clock.Now().AddDays(-days);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var ids = await db.MailRecords.Where(m => m.At < before && m.State != MailState.Waiting).OrderBy(m => m.At).Select(m => m.Id).Take(Batch).ToListAsync(cancel);
        if (ids.Count > 0) await db.MailRecords.Where(m => ids.Contains(m.Id)).ExecuteDeleteAsync(cancel);
    }
}
