using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Keeping;

/// <summary>
/// Adds, changes and deletes entries of a list that administrators keep, each with a line in the staff log. A form carries the
/// version that it saw; where somebody else was faster the answer is the conflict <c>EntryChanged</c>.
/// </summary>
public sealed class KeepList<T>(ForumDb db, Versions versions, IEnumerable<IKeptFollower<T>> followers) where T : Kept, IKept<T>
{
    public Task<T?> FindAsync(int id, CancellationToken cancel) => db.Set<T>().SingleOrDefaultAsync(x => x.Id == id, cancel);

    /// <summary>All of them, by id.</summary>
    public Task<List<T>> AllAsync(CancellationToken cancel) => db.Set<T>().OrderBy(x => x.Id).ToListAsync(cancel);

    /// <summary>
    /// A new entry (<c>Id</c> 0), or one as it shall be; its <c>Version</c> is what the form saw and is counted up here.
    /// Every problem at its field.
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> SaveAsync(Viewer who, T draft, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return [Refusal.NotFound];
        if (draft.Check().ToList() is { Count: > 0 } problems) return problems;
        var (seen, isNew) = (draft.Version, draft.Id == 0);
        return await WriteAsync(() =>
        {
            // Tried again after a deadlock it has the number of a row that was taken back.
            if (isNew) draft.Id = 0;
            return isNew ? AddAsync(who, draft, cancel) : ChangeAsync(who, draft, seen, cancel);
        }, cancel) is { } refused ? [refused] : [];
    }

    public async Task<Refusal?> DeleteAsync(Viewer who, int id, int seen, CancellationToken cancel) =>
        who.IsAdministrator ? await WriteAsync(() => RemoveAsync(who, id, seen, cancel), cancel) : Refusal.NotFound;

    internal async Task<Refusal?> WriteAsync(Func<Task<Refusal?>> write, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(async () =>
            {
                // First of all, since its row is the lock: who comes second reads what the first has written.
                await Versions.BumpAsync(db, T.Kind, cancel);
                return await write();
            }, cancel);
        }
        catch (DbUpdateException error) when (error is DbUpdateConcurrencyException || error.IsDuplicateKey())
        {
            return Changed;
        }
        finally
        {
            db.ChangeTracker.Clear();
            versions.Forget();
        }
    }

    internal static Refusal Changed => new(RefusalKind.Conflict, "EntryChanged");

    /// <summary>With an <c>Id</c> it is one that comes back.</summary>
    internal async Task<Refusal?> AddAsync(Viewer who, T draft, CancellationToken cancel)
    {
        if (await db.Set<T>().CountAsync(cancel) >= T.Most) return Refusal.Invalid("", "TooManyEntries", T.Most);
        if (draft.Version == 0) draft.Version = 1;
        db.Add(draft);
        await db.SaveChangesAsync(cancel);
        return await DoneAsync(who, "add", null, draft, cancel);
    }

    internal async Task<Refusal?> ChangeAsync(Viewer who, T draft, int seen, CancellationToken cancel)
    {
        var before = await FindAsync(draft.Id, cancel);
        if (before is null || before.Version != seen) return Changed;
        if (KeptState.Same(KeptState.Of(before), KeptState.Of(draft))) return null;
        draft.Version = seen + 1;
        db.Update(draft).Property(x => x.Version).OriginalValue = seen;
        await db.SaveChangesAsync(cancel);
        return await DoneAsync(who, "change", before, draft, cancel);
    }

    internal async Task<Refusal?> RemoveAsync(Viewer who, int id, int seen, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is not { } before || before.Version != seen) return Changed;
        if (await db.Set<T>().Where(x => x.Id == id && x.Version == seen).ExecuteDeleteAsync(cancel) == 0) return Changed;
        return await DoneAsync(who, "delete", before, null, cancel);
    }

    private async Task<Refusal?> DoneAsync(Viewer who, string verb, T? before, T? after, CancellationToken cancel)
    {
        foreach (var follower in followers)
            if (await follower.FollowAsync(who, before, after, cancel) is { } refused) return refused;
        var entry = (after ?? before)!;
        db.Log(who, $"{T.Noun}.{verb}", details: KeptState.Details(entry.Id, entry.Called(), before is null ? null : KeptState.Of(before), after is null ? null : KeptState.Of(after)));
        await db.SaveChangesAsync(cancel);
        return null;
    }
}
