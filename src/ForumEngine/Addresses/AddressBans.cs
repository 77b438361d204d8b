using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Addresses;

/// <summary>What a request needs to know of a ban.</summary>
public sealed record BanInForce(int Id, AddressRange Range, AddressScope Scope, string Reason, DateTime? ExpiresAt)
{
    public bool Holds(DateTime now) => ExpiresAt is null || now < ExpiresAt;

    /// <summary>What the one who is kept out is told: why, until when.</summary>
    public Refusal Refusal(TimeZoneInfo zone) => Permissions.Refusal.Forbidden(ExpiresAt is null ? $"Address{Scope}ForEver" : $"Address{Scope}Until",
        Reason, ExpiresAt is { } until ? SanctionRefusals.Say(until, zone) : "");
}

/// <summary>
/// All bans as disjoint stretches in order, so that an address is found by bisection however many there are. Blocks either lie in
/// one another or apart, which makes at most twice as many stretches as bans.
/// </summary>
public sealed class AddressBanSet
{
    private readonly UInt128[] starts;
    private readonly BanInForce[][] bans;

    public AddressBanSet(IEnumerable<BanInForce> all)
    {
        List<UInt128> at = [];
        List<BanInForce[]> covered = [];
        List<BanInForce> open = [];
        foreach (var ban in all.OrderBy(b => b.Range.First).ThenBy(b => b.Range.Prefix))
        {
            CloseBefore(ban.Range.First);
            open.Add(ban);
            Mark(ban.Range.First);
        }
        CloseBefore(null);
        (starts, bans) = ([.. at], [.. covered]);

        // The innermost block ends first.
        void CloseBefore(UInt128? start)
        {
            while (open.Count > 0 && (start is null || open[^1].Range.Last < start))
            {
                var last = open[^1].Range.Last;
                while (open.Count > 0 && open[^1].Range.Last == last) open.RemoveAt(open.Count - 1);
                if (last != UInt128.MaxValue) Mark(last + 1);
            }
        }

        void Mark(UInt128 start)
        {
            if (at.Count > 0 && at[^1] == start) covered[^1] = [.. open];
            else
            {
                at.Add(start);
                covered.Add([.. open]);
            }
        }
    }

    /// <summary>The strictest ban of this address in force, if it forbids <paramref name="what"/>.</summary>
    public BanInForce? Find(byte[]? address, AddressScope what, DateTime now)
    {
        if (starts.Length == 0 || address is not { Length: 16 }) return null;
        var at = Array.BinarySearch(starts, AddressRange.Number(address));
        if (at < 0) at = ~at - 1;
        if (at < 0) return null;
        BanInForce? found = null;
        foreach (var ban in bans[at])
            if (ban.Scope >= what && ban.Holds(now) && (found is null || ban.Scope > found.Scope)) found = ban;
        return found;
    }
}

/// <summary>Where the <see cref="AddressBanSet"/> comes from: memory; a change on any node is in force within a second.</summary>
public sealed class AddressBans(Snapshots snapshots)
{
    public ValueTask<AddressBanSet> CurrentAsync(CancellationToken cancel) => snapshots.GetAsync(Kinds.Addresses, LoadAsync, cancel);

    private static async Task<AddressBanSet> LoadAsync(ForumDb db, CancellationToken cancel) =>
        new((await db.AddressBans.Select(b => new { b.Id, b.Network, b.Prefix, b.Scope, b.Reason, b.ExpiresAt }).ToListAsync(cancel))
            .Select(b => new BanInForce(b.Id, AddressRange.Of(b.Network, b.Prefix), b.Scope, b.Reason, b.ExpiresAt)));
}
