using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Storage;

/// <summary>
/// Finished object graphs (the board tree, the groups, the settings), read in a few queries when their version moves and shared
/// by all requests until then. HybridCache serialises whatever it stores, even for this process only, which a graph with
/// parents doesn't survive and flat data doesn't need; a distributed copy would save nothing (docs/adr/0009).
/// </summary>
public sealed class Snapshots(Versions versions, IDbContextFactory<ForumDb> dbs)
{
    private readonly ConcurrentDictionary<string, Entry> entries = new();
    private readonly ConcurrentDictionary<string, object> known = new();

    private sealed record Entry(long Version, Lazy<Task<object>> Value);

    /// <summary>The snapshot of this kind in force; whoever asks first loads it, the others wait for the same load.</summary>
    public async ValueTask<T> GetAsync<T>(string kind, Func<ForumDb, CancellationToken, Task<T>> load, CancellationToken cancel) where T : class
    {
        var version = await versions.CurrentAsync(kind, cancel);
        var entry = entries.AddOrUpdate(kind, _ => New(version), (_, old) => old.Version == version ? old : New(version));
        try
        {
            var value = (T)await entry.Value.Value.WaitAsync(cancel);
            known[kind] = value;
            return value;
        }
        catch when (entry.Value.Value.IsFaulted)
        {
            entries.TryRemove(new(kind, entry));
            throw;
        }

        Entry New(long number) => new(number, new Lazy<Task<object>>(async () =>
        {
            await using var db = await dbs.CreateDbContextAsync(CancellationToken.None);
            return await load(db, CancellationToken.None);
        }));
    }

    /// <summary>
    /// The same for pages that must do without the database, such as the one that says that it is down: what was last known,
    /// and <paramref name="otherwise"/> before the first reading.
    /// </summary>
    public async ValueTask<T> GetOrLastAsync<T>(string kind, Func<ForumDb, CancellationToken, Task<T>> load, T otherwise, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await GetAsync(kind, load, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Last(kind, otherwise);
        }
    }

    /// <summary>As last read, without asking: for answers that must wait for nothing.</summary>
    public T Last<T>(string kind, T otherwise) where T : class => (T)known.GetValueOrDefault(kind, otherwise);
}
