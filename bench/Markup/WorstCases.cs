using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ForumEngine.Markup;

namespace ForumEngine.Bench.Markup;

/// <summary>The slowest input: of the corpora (if ../shared is there), and of posts of 50,000 characters strewn with tags.</summary>
internal static class WorstCases
{
    private const int Length = 50_000;

    private static readonly string[] Pieces =
    [
        "[b]", "[/b]", "[i]", "[/i]", "[color=red]", "[/color]", "[quote]", "[/quote]", "[list]", "[*]", "[/list]", "[url=/x]", "[/url]", "[hide]", "[/hide]",
        "[table]", "[tr]", "[td]", "[/td]", "[/tr]", "[/table]", "[code]", "[/code]", "[align=left]", "[/align]", "[img]https://a.example/x.png[/img]", "|", "\n", "\n\n",
        "字", "x", "[", "@a ", ":) ", "http://a.example ",
    ];

    public static void Print()
    {
        foreach (var post in Corpus.Make(5000))
            PostMarkup.Render(post);
        foreach (var (corpus, field) in new[] { ("xss/payloads.jsonl", "payload"), ("bbcode/xss_in_bbcode.jsonl", "input"), ("bbcode/edge.jsonl", "input"), ("unicode/naughty.jsonl", "input") })
        {
            var file = Path.Combine(Environment.GetEnvironmentVariable("FORUM_SHARED") ?? "../shared", "data/corpora", corpus);
            if (File.Exists(file))
                Print(corpus, File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement.GetProperty(field).GetString()!));
        }
        Print($"random nesting, {Length} characters", Enumerable.Range(1, 300).Select(Random));
    }

    private static void Print(string name, IEnumerable<string> sources)
    {
        var worst = (Time: 0.0, Length: 0);
        var count = 0;
        foreach (var source in sources)
        {
            count++;
            var best = Enumerable.Range(0, 3).Min(_ => Time(source));
            if (best > worst.Time)
                worst = (best, source.Length);
        }
        Console.WriteLine($"{name}: {count} inputs, slowest {worst.Time:F2} ms ({worst.Length} characters)");
    }

    private static double Time(string source)
    {
        var start = Stopwatch.GetTimestamp();
        PostMarkup.Render(source);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Some seeds use few kinds of pieces, so that these come in masses.</summary>
    private static string Random(int seed)
    {
        var state = (uint)seed * 2654435761;
        var kinds = 2 + (seed % (Pieces.Length - 1));
        var first = seed * 7 % Pieces.Length;
        var text = new StringBuilder();
        while (text.Length < Length)
        {
            state = (state * 1664525) + 1013904223;
            text.Append(Pieces[(first + (int)((ulong)state * (uint)kinds >> 32)) % Pieces.Length]);
        }
        return text.ToString();
    }
}
