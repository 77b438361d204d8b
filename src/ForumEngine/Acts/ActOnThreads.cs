using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>What became of one thread of several; <paramref name="Refusal"/> null: done, and <paramref name="Records"/> can be undone.</summary>
public sealed record ThreadResult(long Id, string Title, Refusal? Refusal, IReadOnlyList<long> Records);

/// <summary>
/// Does an order to one or many threads (features.md B2). Each thread is a transaction of its own: what is refused for one is done for
/// the others, and to no thread half.
/// </summary>
public sealed class ActOnThreads(ForumDb db, OnThread on, MoveThread move, CopyThread copy, IdSource postIds)
{
    /// <summary>Threads of one order.</summary>
    public const int Most = 100;

    public async Task<Outcome<IReadOnlyList<ThreadResult>>> RunAsync(Viewer who, IReadOnlyList<long> threadIds, ThreadOrder order, CancellationToken cancel)
    {
        if (order.WhyNot(who) is { } wrong) return wrong;
        long[] ids = [.. threadIds.Distinct()];
        if (ids.Length is 0 or > Most) return Refusal.Invalid("", ids.Length == 0 ? "NoThreadChosen" : "TooManyThreads", Most);
        var titles = await db.Threads.Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Title, cancel);
        var results = new List<ThreadResult>();
        foreach (var id in ids)
        {
            // Taken before the transaction: ids come from a connection of their own, which would wait for it.
            var copyId = order.CopyTo is null ? 0 : await postIds.NextPostIdAsync(cancel);
            var done = await on.RunAsync(who, id, order.Note, held => OneAsync(held, order, copyId, cancel), cancel);
            results.Add(new ThreadResult(id, done.Refusal?.Kind == RefusalKind.NotFound ? "" : titles.GetValueOrDefault(id, ""),
                done.Refusal, done.Refusal is null ? [.. done.Value.Select(r => r.Id)] : []));
        }
        return results;
    }

    /// <summary>To one thread: null when it is done.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, long threadId, ThreadOrder order, CancellationToken cancel)
    {
        var done = await RunAsync(who, [threadId], order, cancel);
        return done.Refusal ?? done.Value[0].Refusal;
    }

    private async Task<Outcome<List<ThreadRecord>>> OneAsync(HeldThread held, ThreadOrder order, long copyId, CancellationToken cancel)
    {
        if (order.Restore) return await RemoveThread.RestoreAsync(held, null, cancel) is { } no ? no : held.Records;
        if (held.Thread.State == ContentState.Recycled) return order.Delete ? new Refusal(RefusalKind.Conflict, "AlreadyDone") : new Refusal(RefusalKind.Conflict, "ThreadInBin");
        if (order.Delete) return await RemoveThread.RecycleAsync(held, null, cancel) is { } no ? no : held.Records;

        // A type belongs to the board that the thread goes to; the move sets it.
        foreach (var (mark, value) in order.Marks().Where(m => order.Move is null || m.Mark != Mark.Type))
            if (await SetMarks.RunAsync(held, mark, value, order.Until, null, cancel) is { } refused) return refused;
        if (order.Place is { } place && await SetMarks.PlaceAsync(held, place, order.Until, cancel) is { } unplaced) return unplaced;
        if (order.CopyTo is { } target && await copy.RunAsync(held, target, copyId, cancel) is { } uncopied) return uncopied;
        if (order.Move is { } to && await move.RunAsync(held, to, null, cancel) is { } unmoved) return unmoved;
        return held.Records;
    }
}
