using System.Collections.Concurrent;
using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Attachments;

/// <summary>Counts downloads in memory and writes them behind, as <see cref="Threads.Views"/> does views.</summary>
public sealed class Downloads(IDbContextFactory<ForumDb> dbs) : IJob
{
    private ConcurrentDictionary<long, int> waiting = new();

    public TimeSpan Every => TimeSpan.FromSeconds(5);
    public bool OnEveryNode => true;

    public void Add(long id) => waiting.AddOrUpdate(id, 1, (_, n) => n + 1);

    public async Task RunAsync(CancellationToken cancel)
    {
        var batch = Interlocked.Exchange(ref waiting, new());
        if (batch.IsEmpty) return;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await db.InTransactionAsync(async () =>
        {
            foreach (var (id, count) in batch.OrderBy(d => d.Key))
                await db.Attachments.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Downloads, x => x.Downloads + count), cancel);
        }, cancel);
    }
}
