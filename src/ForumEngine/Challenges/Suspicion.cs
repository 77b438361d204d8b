namespace ForumEngine.Challenges;

/// <summary>
/// The small rule that says whose e-mail address is asked for first, where the site asks browsers for work (docs/antispam.md).
/// Pure: points add up, and nothing weighs so much that a person could not get past it.
/// </summary>
public static class Suspicion
{
    /// <summary>From here on.</summary>
    public const int Enough = 2;

    /// <summary>So many registrations of the last hour from the same block are remarkable.</summary>
    public const int ManyNeighbours = 10;

    /// <summary>
    /// <paramref name="took"/>: how long filling in took; null when the form didn't say. Without <paramref name="always"/> the work
    /// is asked for only where many have registered.
    /// </summary>
    public static int OfRegistration(bool always, bool worked, TimeSpan? took, int minSeconds, int neighbours) => !always
        ? !worked && neighbours >= ManyNeighbours ? Enough : 0
        : (worked ? 0 : 2) + (took is { } time && time.TotalSeconds >= minSeconds ? 0 : 1) + (neighbours >= ManyNeighbours ? 1 : 0);
}
