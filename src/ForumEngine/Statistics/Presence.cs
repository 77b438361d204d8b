using System.Collections.Concurrent;
using ForumEngine.Permissions;
using ForumEngine.Storage;

namespace ForumEngine.Statistics;

/// <summary>
/// Who was here in the last 15 minutes (features.md A2), in this node's memory: a request costs a dictionary entry, not a write.
/// Guests are told apart by address.
/// </summary>
public sealed class Presence(TimeProvider clock)
{
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(15);

    /// <summary>A flood of addresses must not fill the memory; beyond it guests go uncounted.</summary>
    private const int MostGuests = 100_000;

    private readonly ConcurrentDictionary<int, DateTime> members = [];
    private readonly ConcurrentDictionary<UInt128, DateTime> guests = [];

    public void Saw(Viewer who)
    {
        if (who.MemberId is { } id) members[id] = who.Now;
        else if (who.Address is { Length: 16 } address && guests.Count < MostGuests)
            guests[System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(address)] = who.Now;
    }

    /// <summary>Guests of this node in the last 15 minutes.</summary>
    public int CountGuests()
    {
        var since = clock.Now() - Hold;
        return guests.Count(g => g.Value > since);
    }

    /// <summary>Members seen since the last call; those who have long gone are forgotten, and so are guests.</summary>
    internal IReadOnlyList<int> Drain()
    {
        var since = clock.Now() - Hold;
        foreach (var guest in guests)
            if (guest.Value <= since) guests.TryRemove(guest);
        var seen = members.ToArray();
        // Only the entry that was read: a newer one waits for the next time.
        foreach (var member in seen) members.TryRemove(member);
        return [.. seen.Select(m => m.Key)];
    }
}
