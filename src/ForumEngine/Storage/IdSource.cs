using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Storage;

/// <summary>
/// Gives out post ids in blocks of <see cref="BlockSize"/>. SQLite has no second auto-increment beside the primary key,
/// and a sequence row touched by every reply would queue them all. Ids are unique but not in time order;
/// a block left unused at shutdown is lost, which is harmless.
/// </summary>
public sealed class IdSource(IDbContextFactory<ForumDb> dbs) : IDisposable
{
    private const int BlockSize = 64;
    private readonly SemaphoreSlim gate = new(1);
    private long next;
    private long end;

    /// <summary>Call before the transaction: the block is taken on a connection of its own.</summary>
    public async Task<long> NextPostIdAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            if (next == end)
            {
                next = await TakeAsync(BlockSize, cancel);
                end = next + BlockSize;
            }
            return next++;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Reserves <paramref name="count"/> consecutive ids and returns the first; for bulk loads.</summary>
    public async Task<long> TakeAsync(int count, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return await db.InTransactionAsync(async () =>
        {
            var rows = await db.Sequences.Where(s => s.Name == Sequence.Posts)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Next, x => x.Next + count), cancel);
            if (rows == 0) throw new InvalidOperationException("The sequence row 'posts' is missing: run `forum migrate`.");
            return await db.Sequences.Where(s => s.Name == Sequence.Posts).Select(s => s.Next).SingleAsync(cancel) - count;
        }, cancel);
    }

    public void Dispose() => gate.Dispose();
}
