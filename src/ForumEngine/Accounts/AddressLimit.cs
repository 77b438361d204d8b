using System.Collections.Concurrent;

namespace ForumEngine.Accounts;

/// <summary>
/// How often something may be tried from one place: a window that slides, in the memory of this node. For acts that cost
/// us something (registrations, mails), not for passwords: those are counted in the database.
/// </summary>
public sealed class AddressLimit(TimeProvider clock)
{
    private const int MaxPlaces = 50_000;
    private readonly ConcurrentDictionary<string, Queue<long>> places = new();

    /// <summary>Counts one try; null when it may go on, else how long to wait. A limit of 0 is none.</summary>
    public TimeSpan? Take(string what, byte[]? address, int limit, TimeSpan window)
    {
        return address is null ? null : Take(what, Convert.ToHexString(Network(address)), limit, window);
    }

    /// <summary>The same by anything else that can be told apart, such as a block of addresses.</summary>
    public TimeSpan? Take(string what, string place, int limit, TimeSpan window)
    {
        if (limit == 0) return null;
        if (places.Count > MaxPlaces) Sweep(window);
        var tries = places.GetOrAdd($"{what}:{place}", _ => []);
        lock (tries)
        {
            while (tries.TryPeek(out var first) && clock.GetElapsedTime(first) >= window) tries.Dequeue();
            if (tries.Count >= limit) return window - clock.GetElapsedTime(tries.Peek());
            tries.Enqueue(clock.GetTimestamp());
            return null;
        }
    }

    /// <summary>How many tries of the last <paramref name="window"/> were counted.</summary>
    public int Tries(string what, string place, TimeSpan window)
    {
        if (!places.TryGetValue($"{what}:{place}", out var tries)) return 0;
        lock (tries) return tries.Count(at => clock.GetElapsedTime(at) < window);
    }

    /// <summary>The neighbourhood: the /24 of IPv4, the /64 of IPv6; null where there is none (loopback).</summary>
    internal static string? Block(byte[]? address)
    {
        if (address is not { Length: 16 }) return null;
        var ip = new System.Net.IPAddress(address);
        return System.Net.IPAddress.IsLoopback(ip) ? null : Convert.ToHexString(ip.IsIPv4MappedToIPv6 ? address.AsSpan(0, 15) : address.AsSpan(0, 8));
    }

    /// <summary>One customer has a whole /64 of IPv6.</summary>
    internal static ReadOnlySpan<byte> Network(byte[] address) =>
        address.Length == 16 && !new System.Net.IPAddress(address).IsIPv4MappedToIPv6 ? address.AsSpan(0, 8) : address;

    private void Sweep(TimeSpan window)
    {
        foreach (var (key, tries) in places)
            lock (tries)
                if (tries.Count == 0 || clock.GetElapsedTime(tries.Last()) >= window) places.TryRemove(key, out _);
    }
}
