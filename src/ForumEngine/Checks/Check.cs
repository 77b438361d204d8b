using ForumEngine.Storage;

namespace ForumEngine.Checks;

/// <summary>What one invariant looks like now. <paramref name="Examples"/> shows a few of the violations.</summary>
public sealed record Finding(string Check, long Violations, IReadOnlyList<string> Examples, bool IsRepaired = false)
{
    public const int MaxExamples = 5;

    public bool Holds => Violations == 0 || IsRepaired;
}

/// <summary>
/// An invariant of the database, proved by set-based SQL that all databases understand alike, so that two million posts
/// are a matter of seconds.
/// </summary>
internal abstract class Check(string name)
{
    public string Name { get; } = name;

    /// <summary>With <paramref name="repair"/> what is derived from other rows is written anew.</summary>
    public abstract Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel);

    protected Finding Found(IReadOnlyCollection<string> violations, bool repaired = false) =>
        new(Name, violations.Count, [.. violations.Take(Finding.MaxExamples)], repaired);
}
