using System.Text.RegularExpressions;

namespace ForumEngine.Web.Tests.Architecture;

/// <summary>All sheets are one sheet at last: a class that two of them lay out stands on a page that neither author looked at.</summary>
public sealed partial class StyleTests
{
    [Fact]
    public void A_class_is_laid_out_by_one_sheet() =>
        Expect.None(Checkout.Sources("assets/css", ".css")
            .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) is "pages" or "parts")
            .SelectMany(f => Alone().Matches(File.ReadAllText(f)).Select(m => (Class: m.Groups[1].Value, Sheet: Path.GetFileName(f))))
            .Distinct()
            .GroupBy(s => s.Class)
            .Where(g => g.Count() > 1)
            .Select(g => $".{g.Key} is laid out by {string.Join(" and ", g.Select(s => s.Sheet))}"));

    /// <summary>A class that is the whole of a selector.</summary>
    [GeneratedRegex(@"^\.([a-z0-9-]+) \{", RegexOptions.Multiline)]
    private static partial Regex Alone();
}
