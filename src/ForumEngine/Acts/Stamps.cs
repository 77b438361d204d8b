namespace ForumEngine.Acts;

/// <summary>图章: labels that staff put on a thread, one at a time. Words of ours, drawn by the style sheet; 0 is none.</summary>
public static class Stamps
{
    public const int Picked = 1, Lively = 2, Official = 3, Solved = 4, Verified = 5, Debunked = 6, Outdated = 7;

    public static IReadOnlyList<int> All { get; } = [Picked, Lively, Official, Solved, Verified, Debunked, Outdated];

    public static bool IsKnown(int stamp) => stamp == 0 || All.Contains(stamp);
}
