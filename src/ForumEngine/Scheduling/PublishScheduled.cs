using ForumEngine.Jobs;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Scheduling;

/// <summary>Publishes what is due, each in a scope of its own: one that fails doesn't stop the others. Late by half a minute at most.</summary>
public sealed class PublishScheduled(IDbContextFactory<ForumDb> dbs, IServiceScopeFactory scopes, SettingsSource settings, TimeProvider clock, ILogger<PublishScheduled> log) : IJob
{
    private const int Batch = 50;

    public TimeSpan Every => TimeSpan.FromSeconds(15);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        // Nobody writes while the site is closed or read-only; what is due follows when it opens.
        if (SiteDoor.At(await settings.CurrentAsync(cancel), now).State != DoorState.Open) return;
        List<long> due;
        await using (var db = await dbs.CreateDbContextAsync(cancel))
            due = await db.Drafts.Where(d => d.PublishAt <= now && d.Failure == null).OrderBy(d => d.PublishAt).Take(Batch).Select(d => d.Id).ToListAsync(cancel);
        foreach (var id in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            try
            {
                await scope.ServiceProvider.GetRequiredService<PublishDraft>().RunAsync(id, cancel);
            }
            catch (Exception error) when (error is not OperationCanceledException && !error.IsOutage())
            {
                log.LogError(error, "Scheduled thread {Draft} could not be published; it is tried again", id);
            }
        }
    }
}
