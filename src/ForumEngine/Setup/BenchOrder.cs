namespace ForumEngine.Setup;

/// <summary>
/// How large the community to measure on shall be; the same order gives the same rows, times apart. Posts are all posts, first
/// posts and those of the big thread included.
/// </summary>
public sealed record BenchOrder(int Boards, int Members, int Threads, int Posts, int BigThread, ulong Seed, string? Password)
{
    /// <summary>The name of the option that can't be met, or null.</summary>
    public string? Wrong() => this switch
    {
        { Boards: < 1 or > 1000 } => nameof(Boards),
        { Members: < 1 or > 5_000_000 } => nameof(Members),
        { Threads: < 1 or > 10_000_000 } => nameof(Threads),
        { BigThread: < 0 } => nameof(BigThread),
        _ when Posts < Threads + Math.Max(0, BigThread - 1) => nameof(Posts),
        _ => null,
    };
}
