using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>
/// The source of a new quote: <c>[quote=POSTID,"author","time"]words[/quote]</c> and a line end. The post's id, not its
/// floor, is kept, so that the reference survives moves, merges and splits.
/// </summary>
public static class QuoteSource
{
    public const int MaxCharacters = 200;

    /// <param name="postId">The post that is quoted.</param>
    /// <param name="author">Its author's name as shown.</param>
    /// <param name="time">When it was written, as the reader is to see it.</param>
    /// <param name="text">Its source; what it quotes itself is left out, formats too, and it is cut to <see cref="MaxCharacters"/>.</param>
    public static string For(long postId, string author, string time, string text)
    {
        var words = Graphemes.Cut(PostMarkup.ToPlainText(text, withoutQuotes: true), MaxCharacters);
        return string.Create(CultureInfo.InvariantCulture, $"[quote={postId},\"{Value(author)}\",\"{Value(time)}\"]{Harmless(words)}[/quote]\n");
    }

    /// <summary>Quotation marks would end the value early.</summary>
    private static string Value(string text) =>
        SourceText.Clean(text).Replace('"', '\'').ReplaceLineEndings(" ");

    /// <summary>Brackets that were shown as typed must not become tags now that they are quoted.</summary>
    private static string Harmless(string words)
    {
        for (var at = words.LastIndexOf('['); at >= 0; at = at > 0 ? words.LastIndexOf('[', at - 1) : -1)
            if (TagSet.All.FindAt(words, at, out _) is not null)
                words = words.Insert(at + 1, Invisible);
        return words;
    }

    /// <summary>A word joiner behind the bracket: the tag is none any more and looks the same.</summary>
    private const string Invisible = "\u2060";
}
