using System.Text.RegularExpressions;

namespace ForumEngine.Tests.Architecture;

/// <summary>Rules about our own sources that no compiler checks.</summary>
public sealed partial class SourceTests
{
    /// <summary>What members read is in resources, in three languages. Names of the field may stand in comments.</summary>
    [Fact]
    public void No_text_in_chinese_stands_in_code_or_views()
    {
        var found = from file in Checkout.Sources("src", ".cs", ".cshtml")
                    let code = Comments().Replace(File.ReadAllText(file), m => m.Groups["keep"].Value)
                    from line in code.Split('\n')
                    where Han().IsMatch(line)
                    select $"{Name(file)}: {line.Trim()}";
        Expect.None(found);
    }

    /// <summary>What stands in views is looked at in ForumEngine.Web.Tests. The command line and the log speak English only.</summary>
    [Fact]
    public void No_sentence_for_members_stands_in_code()
    {
        var found = from file in Checkout.Sources("src", ".cs")
                    where !Operators.Any(o => file.Contains(o, StringComparison.Ordinal))
                    let code = Comments().Replace(File.ReadAllText(file), m => m.Groups["keep"].Value)
                    from line in code.Split('\n')
                    where Quoted().Matches(line).Any(q => Sentence().IsMatch(q.Value)) && !ForOperators().IsMatch(line)
                    select $"{Name(file)}: {line.Trim()}";
        Expect.None(found);
    }

    [Fact]
    public void Raw_html_is_written_in_one_place()
    {
        var found = Checkout.Sources("src", ".cs", ".cshtml")
            .Where(f => RawHtml().IsMatch(Comments().Replace(File.ReadAllText(f), m => m.Groups["keep"].Value))).Select(Name).ToList();
        Assert.True(found.Count <= 1, string.Join(", ", found));
    }

    [Fact]
    public void No_view_has_an_inline_script_or_style()
    {
        var found = from file in Checkout.Sources("src", ".cshtml")
                    from match in Inline().Matches(File.ReadAllText(file))
                    select $"{Name(file)}: {match.Value}";
        Expect.None(found);
    }

    [Fact]
    public void No_file_is_longer_than_300_lines()
    {
        var long300 = from file in Checkout.Sources("src", ".cs", ".cshtml").Concat(Checkout.Sources("assets", ".ts", ".mjs"))
                      let lines = File.ReadLines(file).Count()
                      where lines > 300
                      select $"{Name(file)}: {lines}";
        Expect.None(long300);
    }

    // Who reads these sits at the server: commands, the checks of `forum check`, the first start.
    private static readonly string[] Operators = ["/Commands/", "/Checks/", "/FirstRun.cs"];

    internal static string Name(string file) => Path.GetRelativePath(Checkout.Root, file);

    // Strings are kept, so that "https://…" doesn't look like the start of a comment.
    [GeneratedRegex(""""(?<keep>"""[\s\S]*?"""|@"(?:[^"]|"")*"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)')|//[^\n]*|/\*[\s\S]*?\*/|@\*[\s\S]*?\*@"""")]
    private static partial Regex Comments();

    [GeneratedRegex(@"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e]")]
    private static partial Regex Han();

    [GeneratedRegex(@"""(?:[^""\\]|\\.)*""")]
    private static partial Regex Quoted();

    // Three words.
    [GeneratedRegex(@"[A-Za-z]{2,} [A-Za-z]+ [A-Za-z]{2,}")]
    private static partial Regex Sentence();

    // Logs, errors that nobody but a developer sees, health, SQL, and what HTML calls relations.
    [GeneratedRegex(@"\blog\.Log|Exception\(|HealthCheckResult|SELECT|DELETE FROM|UPDATE [a-z_]+ SET|SET SESSION|nofollow|""Jobs: ")]
    private static partial Regex ForOperators();

    [GeneratedRegex(@"\bHtml\.Raw\(|new HtmlString\(")]
    private static partial Regex RawHtml();

    [GeneratedRegex(@"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=""|\son[a-z]+=""|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
