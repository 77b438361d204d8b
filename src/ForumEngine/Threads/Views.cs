using System.Collections.Concurrent;
using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>Counts views in memory and writes them behind: reading a thread writes nothing. A crash loses seconds of views, no posts.</summary>
public sealed class Views(IDbContextFactory<ForumDb> dbs) : IJob
{
    private ConcurrentDictionary<long, int> waiting = new();

    public TimeSpan Every => TimeSpan.FromSeconds(5);
    public bool OnEveryNode => true;

    public void Add(long threadId) => waiting.AddOrUpdate(threadId, 1, (_, n) => n + 1);

    public async Task RunAsync(CancellationToken cancel)
    {
        var batch = Interlocked.Exchange(ref waiting, new());
        if (batch.IsEmpty) return;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await db.InTransactionAsync(async () =>
        {
            // In one order everywhere, so that two nodes don't lock each other out.
            foreach (var (thread, count) in batch.OrderBy(v => v.Key))
                await db.Threads.Where(t => t.Id == thread).ExecuteUpdateAsync(t => t.SetProperty(x => x.Views, x => x.Views + count), cancel);
        }, cancel);
    }
}
