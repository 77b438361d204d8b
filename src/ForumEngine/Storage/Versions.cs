using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Storage;

/// <summary>
/// Reads the version numbers at most once a second, so that a change made on one node is in force on every node
/// within a second; the node that made it forgets its copy at once.
/// </summary>
public sealed class Versions(IDbContextFactory<ForumDb> dbs, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim gate = new(1);
    private readonly Lock keeping = new();
    private volatile Copy? copy;
    private int forgotten;
    private (Exception Error, long At)? failure;

    private sealed record Copy(Dictionary<string, long> Numbers, long ReadAt);

    public async ValueTask<long> CurrentAsync(string kind, CancellationToken cancel)
    {
        var known = copy;
        if (known is null || clock.GetElapsedTime(known.ReadAt) > Lifetime) known = await ReadAsync(known, cancel);
        return known.Numbers.GetValueOrDefault(kind);
    }

    private async Task<Copy> ReadAsync(Copy? old, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if (copy is { } fresh && fresh != old) return fresh;
            // While the database is down every request comes here: one try a second, not one after the other.
            if (failure is { } known && clock.GetElapsedTime(known.At) < Lifetime) ExceptionDispatchInfo.Throw(known.Error);
            var before = forgotten;
            var loaded = await LoadAsync(cancel);
            Keep(loaded, before);
            return loaded;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>What was being read when somebody forgot may be older than their commit, and is nobody's but the one's who read it.</summary>
    private void Keep(Copy loaded, int before)
    {
        lock (keeping)
            if (before == forgotten) copy = loaded;
    }

    private async Task<Copy> LoadAsync(CancellationToken cancel)
    {
        var at = clock.GetTimestamp();
        try
        {
            await using var db = await dbs.CreateDbContextAsync(cancel);
            return new Copy(await db.KindVersions.ToDictionaryAsync(v => v.Kind, v => v.Number, cancel), at);
        }
        catch (Exception error) when (error.IsOutage())
        {
            failure = (error, clock.GetTimestamp());
            throw;
        }
    }

    /// <summary>Call inside the transaction that changes data of this kind, and <see cref="Forget"/> after its commit.</summary>
    public static Task BumpAsync(ForumDb db, string kind, CancellationToken cancel) =>
        db.KindVersions.Where(v => v.Kind == kind)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.Number, x => x.Number + 1), cancel);

    /// <summary>The next read asks the database.</summary>
    public void Forget()
    {
        lock (keeping)
        {
            forgotten++;
            copy = null;
        }
    }

    public void Dispose() => gate.Dispose();
}
