using System.Text;
using System.Text.Json;
using AngleSharp.Dom;

namespace ForumEngine.Markup.Tests;

/// <summary>
/// The facts of bbcode/edge.jsonl. Left out by rule, not by case:
/// facts of kind "must: re-editing" (the source is stored as written, there is nothing to re-edit here);
/// facts that want a picture of an address that isn't https, since the site's policy loads no other;
/// and "well_formed", which <see cref="HostileCorpusTests"/> asks of every case. Notes are for people; what they ask for has tests of its own.
/// </summary>
public sealed class EdgeCorpusTests
{
    private static readonly Dictionary<string, string> Selectors = new()
    {
        ["bold"] = "b",
        ["italic"] = "i",
        ["underline"] = "u",
        ["strike"] = "s",
        ["subscript"] = "sub",
        ["code"] = "pre > code",
        ["rule"] = "hr",
        ["quote"] = "blockquote",
        ["image"] = "img",
        ["link"] = "a[href^=http]",
        ["bullet-list"] = "ul",
        ["numbered-list"] = "ol",
        ["list-item"] = "li",
    };

    [Fact]
    public void The_facts_of_the_edge_cases_hold()
    {
        var broken = new List<string>();
        var (cases, facts) = (0, 0);
        foreach (var line in Shared.Lines("bbcode/edge.jsonl"))
        {
            cases++;
            var input = line.GetProperty("input").GetString()!;
            foreach (var fact in line.GetProperty("facts").EnumerateObject().Where(fact => Applies(input, fact)))
            {
                facts++;
                if (Breaks(input, fact) is { } reason)
                    broken.Add($"{line.GetProperty("id")} {fact.Name}: {reason}; {PostMarkup.ToHtml(input)}");
            }
        }
        Assert.True(broken.Count == 0, string.Join('\n', broken));
        Assert.True(cases >= 150 && facts >= 190, $"{cases} cases, {facts} facts");
    }

    private static bool Applies(string input, JsonProperty fact) => fact.Name switch
    {
        "sources" => input.Contains("https://", StringComparison.Ordinal),
        "elements" => !fact.Value.TryGetProperty("image", out _) || input.Contains("https://", StringComparison.Ordinal),
        "note" or "well_formed" => false,
        _ => true,
    };

    private static string? Breaks(string input, JsonProperty fact)
    {
        var body = Html.Render(input);
        return fact.Name switch
        {
            "visible_text_words" => Missing(body, fact.Value.EnumerateArray().Select(word => word.GetString()!)),
            "must" => Missing(body, Words(WithoutBrackets(input))),
            "text" => Differs(body.TextContent.Trim(), fact.Value.GetString()!.Replace(" as typed", "", StringComparison.Ordinal)),
            "text_contains" => body.TextContent.Contains(fact.Value.GetString()!, StringComparison.Ordinal) ? null : "not in the text",
            "links_to" => Differs(Targets(body, "a", "href"), Listed(fact)),
            "sources" => Differs(Targets(body, "img", "src"), Listed(fact)),
            "time_ms" => Slow(input, fact.Value.GetInt32()),
            "elements" => Counts(body, fact.Value),
            _ => "unknown kind of fact",
        };
    }

    private static string? Counts(IElement body, JsonElement expected)
    {
        foreach (var (kind, selector) in Selectors)
        {
            var count = body.QuerySelectorAll(selector).Length;
            var known = expected.TryGetProperty(kind, out var number);
            if (known && number.GetInt32() != count)
                return $"{count} × {kind}";
            if (!expected.EnumerateObject().Any() && count > 0)
                return $"{count} × {kind} where nothing is expected";
        }
        return null;
    }

    /// <summary>The words must come in this order; others (tags shown as typed) may stand between.</summary>
    private static string? Missing(IElement body, IEnumerable<string> expected)
    {
        var words = new Queue<string>(Words(Html.VisibleText(body)));
        foreach (var word in expected)
            while (true)
            {
                if (!words.TryDequeue(out var next))
                    return $"the word {word} is missing";
                if (next == word)
                    break;
            }
        return null;
    }

    private static string[] Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string WithoutBrackets(string input)
    {
        var kept = new StringBuilder();
        var inside = false;
        foreach (var c in input)
        {
            inside = c == '[' || (inside && c != ']');
            kept.Append(inside || c == ']' ? ' ' : c);
        }
        return kept.ToString();
    }

    private static string Targets(IElement body, string element, string attribute) =>
        string.Join(' ', body.QuerySelectorAll(element).Select(link => link.GetAttribute(attribute)));

    private static string Listed(JsonProperty fact) => string.Join(' ', fact.Value.EnumerateArray().Select(item => item.GetString()));

    private static string? Differs(string actual, string expected) => actual == expected ? null : $"'{actual}' for '{expected}'";

    private static string? Slow(string input, int limit)
    {
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            // Processor time: the machine is shared.
            var before = Environment.CpuUsage.TotalTime;
            PostMarkup.ToHtml(input);
            return (int)(Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        });
        return best <= limit ? null : $"{best} ms";
    }
}
