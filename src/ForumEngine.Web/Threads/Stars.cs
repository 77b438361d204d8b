namespace ForumEngine.Web.Threads;

/// <summary>A group's stars as suns, moons and stars: two of one make one of the next (features.md A2: starthreshold 2).</summary>
public static class Stars
{
    private const int Threshold = 2;

    public static IEnumerable<string> Icons(int stars) =>
    [
        .. Enumerable.Repeat("sun", stars / (Threshold * Threshold)),
        .. Enumerable.Repeat("moon", stars / Threshold % Threshold),
        .. Enumerable.Repeat("star", stars % Threshold),
    ];
}
