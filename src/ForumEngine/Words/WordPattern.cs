using System.Globalization;
using System.Text.RegularExpressions;
using ForumEngine.Markup;

namespace ForumEngine.Words;

/// <summary>
/// An entry as it is looked for in one reading: letters in pieces, between which a number of further letters may stand, and what may
/// part the letters of a piece. Pure.
/// </summary>
internal sealed partial class WordPattern
{
    /// <summary>The widest {x}; what Discuz counts in bytes are characters here.</summary>
    public const int WidestHole = 20;

    private const int FirstHan = 0x2E80;
    private readonly Reading reading;
    private readonly bool whole;
    private readonly bool isLatin;

    private WordPattern(int entry, Reading reading, bool whole, List<Piece> pieces)
    {
        (Entry, this.reading, this.whole, Pieces) = (entry, reading, whole, pieces);
        isLatin = reading == Reading.Sound || pieces.TrueForAll(p => Array.TrueForAll(p.Letters, IsLatin));
    }

    /// <summary>The number of the word in its list.</summary>
    public int Entry { get; }

    public IReadOnlyList<Piece> Pieces { get; }

    /// <param name="Letters">Folded.</param>
    /// <param name="Loose">Before which of them anything may stand: where the entry itself is parted, and between letters and digits.</param>
    /// <param name="Hole">Letters that may stand before the piece.</param>
    public sealed record Piece(int[] Letters, bool[] Loose, int Hole);

    /// <summary>Null when there is nothing to look for.</summary>
    public static WordPattern? Of(int entry, string text, WordOptions options, Reading reading)
    {
        var pieces = new List<Piece>();
        var (from, hole) = (0, 0);
        foreach (var match in Holes().Matches(text).Append(null))
        {
            var part = text[from..(match?.Index ?? text.Length)];
            if (PieceOf(part, reading, hole) is { } piece) pieces.Add(piece);
            else if (match is not null && pieces.Count > 0) return null;
            if (match is null) break;
            (from, hole) = (match.Index + match.Length, Math.Min(WidestHole, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
        }
        return pieces.Count == 0 ? null : new WordPattern(entry, reading, options.HasFlag(WordOptions.Whole), pieces);
    }

    /// <summary>What the pattern looks for, for comparing entries.</summary>
    public string Key => string.Join('{', Pieces.Select(p => string.Concat(p.Letters.Select(char.ConvertFromUtf32))));

    public bool IsLatinWord => isLatin;

    private static Piece? PieceOf(string part, Reading reading, int hole)
    {
        var folded = FoldedText.Of(SourceRuns.OfLine(Address().Replace(part, "")), reading);
        var count = folded.Letters.Count;
        if (count == 0) return null;
        var loose = new bool[count];
        for (var i = 1; i < count; i++)
            loose[i] = folded.Gaps[i] != Gap.None || (IsLatin(folded.Letters[i]) && IsLatin(folded.Letters[i - 1]) && char.IsAsciiDigit((char)folded.Letters[i]) != char.IsAsciiDigit((char)folded.Letters[i - 1]));
        return new Piece([.. folded.Letters], loose, hole);
    }

    /// <summary>May these letters of the text, which are those of the piece, be the word?</summary>
    public bool Accepts(Piece piece, FoldedText text, int first, int last)
    {
        if (first > 0 && text.Starts[first] == text.Starts[first - 1]) return false;
        if (last + 1 < text.Letters.Count && text.Starts[last] == text.Starts[last + 1]) return false;
        if (whole || reading == Reading.Sound)
            if (IsJoined(text, first) || (last + 1 < text.Letters.Count && IsJoined(text, last + 1))) return false;
        return AcceptsGaps(piece, text, first);
    }

    /// <summary>
    /// Junk may part Chinese characters anywhere; a comma or a new line only when one stands between all of them, since sentences
    /// end so too. Latin letters are parted everywhere or nowhere, and two of them nowhere.
    /// </summary>
    private bool AcceptsGaps(Piece piece, FoldedText text, int first)
    {
        var (seen, parted, tight) = (Gap.None, 0, 0);
        for (var i = 1; i < piece.Letters.Length; i++)
        {
            var gap = text.Gaps[first + i];
            if ((gap & Gap.Break) != 0) return false;
            if (piece.Loose[i] || text.Starts[first + i] == text.Starts[first + i - 1]) continue;
            tight++;
            if (gap == Gap.None) continue;
            seen |= gap;
            parted++;
        }
        if (parted == 0) return true;
        var everywhere = parted == tight && tight > 1;
        if (isLatin && reading != Reading.Sound) return everywhere;
        if ((seen & Gap.Stop) != 0) return everywhere;
        return tight > 1 || (seen & Gap.Blank) == 0;
    }

    /// <summary>Is the letter the middle of a Latin word or number?</summary>
    private static bool IsJoined(FoldedText text, int at) =>
        at > 0 && text.Gaps[at] == Gap.None && IsLatin(text.Letters[at]) && IsLatin(text.Letters[at - 1]) && IsLatinInSource(text, at) && IsLatinInSource(text, at - 1);

    /// <summary>In the reading by sound a letter may stand for a part of a character.</summary>
    private static bool IsLatinInSource(FoldedText text, int at) => text.IsLatinAt(at);

    private static bool IsLatin(int letter) => letter < FirstHan;

    [GeneratedRegex(@"\{(\d{1,3})\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@"^\s*(https?://)(www\.)?", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
