using System.Globalization;
using System.Text;
using ForumEngine.Markup;

namespace ForumEngine.Setup;

/// <summary>Makes believable sentences of Setup/Bench/words.json, and a stock of rendered posts of varying length.</summary>
internal sealed class BenchWords(ulong seed)
{
    private const int StockSize = 1024;

    private readonly BenchHash hash = new(seed ^ 0xB0D1E5);
    private readonly Words words = SetupData.Read<Words>("Setup/Bench/words.json");

    public string BoardName(int number)
    {
        var name = words.Boards[number % words.Boards.Count] + words.BoardTails[number / words.Boards.Count % words.BoardTails.Count];
        var round = number / (words.Boards.Count * words.BoardTails.Count);
        return round == 0 ? name : $"{name} {round + 1}";
    }

    public string Title(long thread) => string.Format(CultureInfo.InvariantCulture, words.Title,
        Pick(words.Openers, thread, 11), Pick(words.Acts, thread, 12), Pick(words.Topics, thread, 13), Pick(words.Titles, thread, 14));

    /// <summary>Rendering two million posts would measure the renderer; a thousand different ones fill pages as well.</summary>
    public IReadOnlyList<(string Body, string Html)> Stock() =>
        [.. Enumerable.Range(0, StockSize).Select(Body).Select(body => (body, PostMarkup.ToHtml(body)))];

    /// <summary>One to about twenty sentences; most posts are short.</summary>
    private string Body(int number)
    {
        var body = new StringBuilder();
        var sentences = 1 + hash.Below(hash.Below(6, number, 1) == 0 ? 20 : 4, number, 2);
        for (var i = 0; i < sentences; i++)
        {
            if (i > 0 && i % 4 == 0) body.Append("\n\n");
            body.Append(Sentence(number, i * 10 + 20));
        }
        if (hash.Below(12, number, 3) == 0) body.Append("\n[b]").Append(Pick(words.Remarks, number, 4)).Append("[/b]");
        return body.ToString();
    }

    private string Sentence(long number, long place) => string.Format(CultureInfo.InvariantCulture, words.Sentence,
        Pick(words.Openers, number, place), Pick(words.People, number, place + 1), Pick(words.Acts, number, place + 2),
        Pick(words.Results, number, place + 3), Pick(words.Remarks, number, place + 4));

    private string Pick(IReadOnlyList<string> list, long a, long b) => list[hash.Below(list.Count, a, b)];

    private sealed record Words(string Sentence, string Title, IReadOnlyList<string> Boards, IReadOnlyList<string> BoardTails, IReadOnlyList<string> Openers,
        IReadOnlyList<string> People, IReadOnlyList<string> Acts, IReadOnlyList<string> Results, IReadOnlyList<string> Remarks,
        IReadOnlyList<string> Titles, IReadOnlyList<string> Topics);
}
