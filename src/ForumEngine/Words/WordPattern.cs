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
        using var folded = FoldedText.Of(SourceRuns.OfLine(Address().Replace(part, "")), reading);
        var read = folded.Letters;
        if (read.Length == 0) return null;
        var (letters, loose) = (new int[read.Length], new bool[read.Length]);
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = read[i].Value;
            loose[i] = i > 0 && (read[i].Before != Gap.None || (IsLatin(letters[i]) && IsLatin(letters[i - 1]) && char.IsAsciiDigit((char)letters[i]) != char.IsAsciiDigit((char)letters[i - 1])));
        }
        return new Piece(letters, loose, hole);
    }

    /// <summary>May these letters of the text, which are those of the piece, be the word?</summary>
    public bool Accepts(Piece piece, FoldedText text, int first, int last)
    {
        var letters = text.Letters;
        if (first > 0 && letters[first].Start == letters[first - 1].Start) return false;
        if (last + 1 < letters.Length && letters[last].Start == letters[last + 1].Start) return false;
        if (whole || reading == Reading.Sound)
            if (IsJoined(text, first) || (last + 1 < letters.Length && IsJoined(text, last + 1))) return false;
        return AcceptsGaps(piece, letters, first);
    }

    /// <summary>
    /// Junk may part Chinese characters anywhere; a comma or a new line only when one stands between all of them, since sentences
    /// end so too. Latin letters are parted everywhere or nowhere, and two of them nowhere.
    /// </summary>
    private bool AcceptsGaps(Piece piece, ReadOnlySpan<Letter> text, int first)
    {
        var (seen, parted, tight) = (Gap.None, 0, 0);
        for (var i = 1; i < piece.Letters.Length; i++)
        {
            var gap = text[first + i].Before;
            if ((gap & Gap.Break) != 0) return false;
            if (piece.Loose[i] || text[first + i].Start == text[first + i - 1].Start) continue;
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
        at > 0 && text.Letters[at].Before == Gap.None && IsLatin(text.Letters[at].Value) && IsLatin(text.Letters[at - 1].Value) && text.IsLatinAt(at) && text.IsLatinAt(at - 1);

    private static bool IsLatin(int letter) => letter < FirstHan;

    [GeneratedRegex(@"\{(\d{1,3})\}")]
    private static partial Regex Holes();

    [GeneratedRegex(@"^\s*(https?://)(www\.)?", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
