using ForumEngine.Checks;

namespace ForumEngine.Tests.Sanctions;

internal static class Held
{
    /// <summary>All invariants but the site's own sums, which don't count members who were put straight into the tables.</summary>
    public static async Task HoldsAsync(this Forum forum) => Assert.Empty(
        (await forum.Use<CheckForum, CheckReport>(c => c.RunAsync(repair: false, default))).Findings
            .Where(f => !f.Holds && !f.Check.StartsWith("site.", StringComparison.Ordinal)).SelectMany(f => f.Examples.Select(e => $"{f.Check}: {e}")));
}
