using ForumEngine.Acts;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.RecycleBin;

/// <summary>Purges what has lain in the bin for <c>Acts.BinDays</c> days; nothing while that is 0.</summary>
public sealed class EmptyBin(IServiceScopeFactory scopes, SettingsSource settings, TimeProvider clock) : IJob
{
    private const int Batch = 100;

    public TimeSpan Every => TimeSpan.FromMinutes(10);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        var days = (await settings.CurrentAsync(cancel)).Acts.BinDays;
        if (days == 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var (db, purge) = (scope.ServiceProvider.GetRequiredService<ForumDb>(), scope.ServiceProvider.GetRequiredService<Purge>());
        var now = clock.Now();
        var before = now.AddDays(-days);
        var old = await db.BinItems.Where(i => i.At < before).OrderBy(i => i.At).Select(i => i.Id).Take(Batch).ToListAsync(cancel);
        foreach (var id in old) await purge.RunAsync(Viewers.ForSystem(EndActs.Name, now), id, ActNote.Silent, cancel);
    }
}
