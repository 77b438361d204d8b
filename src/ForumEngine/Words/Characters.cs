using System.Globalization;
using System.Text;

namespace ForumEngine.Words;

/// <summary>What a character is to the filter, when it isn't a letter.</summary>
internal static class Unit
{
    /// <summary>Leaves no mark and parts nothing.</summary>
    public const int Nothing = 0;

    /// <summary>Parts letters without meaning anything: stars, dashes, pictures.</summary>
    public const int Junk = -1;

    public const int Blank = -2;

    /// <summary>Ends a sentence or a part of one, or the line.</summary>
    public const int Stop = -3;
}

/// <summary>
/// One table for all characters of the basic plane: width, case, accents, Traditional and Simplified are folded, and the rest is
/// told apart. Made once; the Chinese part comes from <c>Tables/simplified.txt</c> (scripts/characters).
/// </summary>
internal sealed class Characters
{
    private const string Stops = ",.!?;:\n\r\uFF0C\u3002\uFF01\uFF1F\uFF1B\uFF1A\u2026\u2028\u2029";
    private static readonly Lazy<Characters> plain = new(() => new Characters());

    private readonly int[] folded = new int[0x10000];
    private readonly Dictionary<int, int> above = [];

    /// <summary>Characters that become several letters.</summary>
    private readonly Dictionary<int, int[]> several = [];

    private Characters()
    {
        for (var c = 0; c < folded.Length; c++) folded[c] = char.IsSurrogate((char)c) ? Unit.Junk : Fold(new Rune(c));
        foreach (var (first, last) in ((int, int)[])[(0x1D400, 0x1D7FF), (0x1F100, 0x1F2FF), (0x2F800, 0x2FA1F)])
            for (var c = first; c <= last; c++) above[c] = Fold(new Rune(c));
        foreach (var line in Tables.Lines("simplified.txt")) ReadLine(line);
    }

    public static Characters Plain => plain.Value;

    /// <summary>A folded letter (above 0) or one of <see cref="Unit"/>.</summary>
    public int this[int c] => c < folded.Length ? folded[c] : above.TryGetValue(c, out var known) ? known : Above(c);

    /// <summary>The letters of one that becomes several, such as ㎏ or ⒈; null for others.</summary>
    public int[]? Several(int c) => several.GetValueOrDefault(c);

    private void ReadLine(string line)
    {
        var runes = line.EnumerateRunes().Select(r => r.Value).ToList();
        foreach (var other in runes.Skip(1))
            if (other < folded.Length) folded[other] = runes[0];
            else above[other] = runes[0];
        // Compatibility forms of a traditional character were folded to it before this table was read.
        for (var c = 0xF900; c < 0xFB00; c++) if (runes.IndexOf(folded[c]) > 0) folded[c] = runes[0];
    }

    private static int Above(int c)
    {
        var rune = new Rune(c);
        if (c is >= 0xE0000 and <= 0xE0FFF) return Unit.Nothing;
        return Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).Value : Classify(rune);
    }

    private int Fold(Rune rune)
    {
        var kind = Classify(rune);
        if (kind == Unit.Nothing || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned) return kind;
        // Hangul and kana are whole as they are; elsewhere accents go.
        var form = rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0xAC00 and <= 0xD7A3) ? NormalizationForm.FormKC : NormalizationForm.FormKD;
        List<int> letters = [.. rune.ToString().Normalize(form).EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(r => Rune.ToLowerInvariant(r).Value)];
        if (letters.Count == 0) return kind;
        if (letters.Count > 1) several[rune.Value] = [.. letters];
        return letters[0];
    }

    private static int Classify(Rune rune)
    {
        if (Stops.Contains(rune.ToString(), StringComparison.Ordinal)) return Unit.Stop;
        if (Rune.IsWhiteSpace(rune)) return Unit.Blank;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x180E or 0x2800 or 0x3164 or 0xFFA0 ? Unit.Nothing : Unit.Junk;
    }
}
