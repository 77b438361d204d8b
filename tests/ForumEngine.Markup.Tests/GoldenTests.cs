using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ForumEngine.Markup.Tests;

/// <summary>
/// Posts written for this, and what becomes of them, reviewed by eye. A file holds the source, the HTML for all readers,
/// what is hidden, and the text. After a change that is meant, <c>MARKUP_GOLDEN=write</c> writes them anew: read the diff.
/// </summary>
public sealed partial class GoldenTests
{
    private const string Html = "=== html\n", Hidden = "=== hidden\n", Text = "=== text\n";

    private static readonly MarkupOptions Options = new() { Mention = name => name is "张三" or "Bob_2020" or "版主_小明" ? name.Length : null };

    public static TheoryData<string> Names => [.. Directory.GetFiles(Folder(), "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_post_looks_as_it_always_did(string name)
    {
        var file = Path.Combine(Folder(), name + ".txt");
        var golden = File.ReadAllText(file);
        var source = golden[..golden.IndexOf("\n" + Html, StringComparison.Ordinal)];
        var now = Show(source);
        if (Environment.GetEnvironmentVariable("MARKUP_GOLDEN") == "write")
            File.WriteAllText(file, now);
        else
            Assert.Equal(golden, now);
        Tests.Html.AssertHarmless(source, Options);
        Tests.Html.AssertNothingForTheSecondNet(source, Options);
    }

    [Fact]
    public void There_are_sixty_posts() => Assert.True(Names.Count >= 60, $"{Names.Count}");

    private static string Show(string source)
    {
        var rendered = PostMarkup.Render(source, Options);
        var shown = source + "\n" + Html + Readable(rendered.Html);
        var parts = HiddenParts.Read(rendered.Hidden);
        for (var i = 0; i < parts.Count; i++)
            shown += $"{Hidden}{i}: {parts[i].Need}\n{Readable(parts[i].Html)}";
        return shown + Text + PostMarkup.ToPlainText(source) + "\n";
    }

    /// <summary>A line end behind each block, to be read by people.</summary>
    private static string Readable(string html) => BlockEnds().Replace(html, "$0\n").TrimEnd('\n') + "\n";

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");

    [GeneratedRegex("</(p|li|tr|pre|blockquote|div|ul|ol|cite)>|<hr>|<tbody>|<!--[a-z0-9 ]+-->|<br>")]
    private static partial Regex BlockEnds();
}
