using System.ComponentModel;
using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ForumEngine.Statistics;

/// <summary>Who is online: members by name (staff first, 100 at most), how many, and the record.</summary>
[ImmutableObject(true)]
public sealed record Online(IReadOnlyList<OnlineMember> List, int Members, int Guests, long Record, DateTime? RecordAt)
{
    public int Total => Members + Guests;
}

public sealed record OnlineMember(int Id, string Name, bool IsStaff);

/// <summary>Where <see cref="Online"/> comes from; at most ten seconds old. Members of all nodes, guests of this one.</summary>
public sealed class OnlineNow(HybridCache cache, IDbContextFactory<ForumDb> dbs, GroupSets groups, Presence presence, TimeProvider clock)
{
    private const int MostNames = 100;

    private static readonly HybridCacheEntryOptions Lifetime = KeptFor.Seconds(10);

    public ValueTask<Online> CurrentAsync(CancellationToken cancel) => cache.GetOrCreateAsync("online", LoadAsync, Lifetime, cancellationToken: cancel);

    private async ValueTask<Online> LoadAsync(CancellationToken cancel)
    {
        int[] staff = [.. (await groups.CurrentAsync(cancel)).All.Where(g => g.Rank >= Rank.Moderator).Select(g => g.Id)];
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var since = clock.Now() - Presence.Hold;
        var online = db.Members.Admitted(db).Where(m => m.LastSeenAt > since);
        var list = await online.OrderByDescending(m => staff.Contains(m.GroupId)).ThenByDescending(m => m.LastSeenAt).Take(MostNames)
            .Select(m => new OnlineMember(m.Id, m.UserName!, staff.Contains(m.GroupId))).ToListAsync(cancel);
        var count = list.Count < MostNames ? list.Count : await online.CountAsync(cancel);
        var record = await db.SiteCounters.SingleAsync(c => c.Name == SiteCounter.MostOnline, cancel);
        var guests = presence.CountGuests();
        return record.Value >= count + guests
            ? new Online(list, count, guests, record.Value, record.At) : new Online(list, count, guests, count + guests, clock.Now());
    }
}
