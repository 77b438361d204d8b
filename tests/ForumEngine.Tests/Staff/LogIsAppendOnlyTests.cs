using System.Text.RegularExpressions;

namespace ForumEngine.Tests.Staff;

/// <summary>The staff log is only ever added to.</summary>
public sealed partial class LogIsAppendOnlyTests
{
    [Fact]
    public void Nothing_in_the_sources_changes_or_deletes_a_line_of_the_staff_log() =>
        Expect.None(from file in Checkout.Sources("src", ".cs")
                    from statement in File.ReadAllText(file).Split(';')
                    where Changes().IsMatch(statement) || statement.Contains("UPDATE staff_acts", StringComparison.OrdinalIgnoreCase) || statement.Contains("DELETE FROM staff_acts", StringComparison.OrdinalIgnoreCase)
                    select $"{Path.GetFileName(file)}: {statement.Trim()}");

    [GeneratedRegex(@"StaffActs\b[^;{}]*\.(ExecuteUpdate|ExecuteDelete|Remove|RemoveRange|Update|AsTracking)", RegexOptions.Singleline)]
    private static partial Regex Changes();
}
