namespace ForumEngine.Setup;

/// <summary>
/// Numbers that look random and depend on the seed and the place alone (SplitMix64's finaliser), so that any row can be made
/// without those before it.
/// </summary>
internal readonly record struct BenchHash(ulong Seed)
{
    public ulong At(long a, long b = 0)
    {
        var z = Seed + (ulong)a * 0x9E3779B97F4A7C15 + (ulong)b * 0xD1B54A32D192ED03;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 up to below <paramref name="limit"/>.</summary>
    public int Below(int limit, long a, long b = 0) => (int)(At(a, b) % (ulong)limit);
}
