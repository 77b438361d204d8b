using System.Text.Json;
using ForumEngine.Markup;
using ForumEngine.Words;

namespace ForumEngine.Tests.Words;

/// <summary>How people dodge the filter, and what must not be taken for it.</summary>
public sealed class EvasionTests(ITestOutputHelper output)
{
    private sealed record Case(string Id, string Word, string Input, string Trick, string Must);

    private const string Corpus = "data/corpora/zh_filter/evasion.jsonl";

    [Fact]
    public void Of_the_shared_corpus_95_percent_are_caught_and_nothing_innocent()
    {
        var cases = File.ReadLines(Checkout.Shared(Corpus)).Select(line => JsonSerializer.Deserialize<Case>(line, JsonSerializerOptions.Web)!).ToList();
        // What an administrator writes beside a short word.
        var list = new WordList(1, Entries(cases.Select(c => c.Word), WordOptions.None).Append(Entry(9999, "办证明", WordAction.Allow)));
        var missed = cases.Where(c => c.Must == "catch" && !Catches(list, c)).ToList();
        var wrong = cases.Where(c => c.Must == "pass" && Catches(list, c)).ToList();
        var review = cases.Where(c => c.Must == "review").ToList();
        var sharp = new WordList(1, Entries(cases.Select(c => c.Word), WordOptions.Pinyin | WordOptions.LookAlike));
        output.WriteLine($"catch {cases.Count(c => c.Must == "catch") - missed.Count} of {cases.Count(c => c.Must == "catch")}; pass wrongly {wrong.Count}; "
            + $"review {review.Count(c => Catches(list, c))} plain, {review.Count(c => Catches(sharp, c))} with sound and look, of {review.Count}");
        foreach (var c in missed) output.WriteLine($"missed {c.Id} {c.Word} {c.Trick}");
        foreach (var c in review.Where(c => !Catches(sharp, c))) output.WriteLine($"review {c.Id} {c.Word} {c.Trick}");
        Expect.None(wrong.Select(c => $"{c.Id} {c.Input}"));
        Assert.True(missed.Count * 20 <= cases.Count(c => c.Must == "catch"), $"{missed.Count} missed");
    }

    private static bool Catches(WordList list, Case c) => list.Find(SourceRuns.Of(c.Input), null).Any(h => h.Word.Text == c.Word);

    private static IEnumerable<Word> Entries(IEnumerable<string> words, WordOptions options) => words.Distinct().Select((w, i) => Entry(i + 1, w, WordAction.Reject, options));

    private static Word Entry(int id, string text, WordAction action, WordOptions options = WordOptions.None) => new()
    {
        Id = id,
        Text = text,
        Key = "",
        Action = action,
        Options = options | (text.All(c => c < 0x2E80) ? WordOptions.Whole : WordOptions.None),
    };
}
