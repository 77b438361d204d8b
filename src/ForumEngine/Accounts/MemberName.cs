using System.Globalization;
using System.Text;

namespace ForumEngine.Accounts;

/// <summary>
/// Member names: what may be chosen, how they are compared, and what looks alike. Imported names needn't obey the
/// rules of choosing; they stay as they are.
/// </summary>
public static class MemberName
{
    /// <summary>In display units: a Chinese, Japanese or Korean character counts 2 (features.md A1).</summary>
    public const int MinWidth = 3;

    /// <inheritdoc cref="MinWidth"/>
    public const int MaxWidth = 15;

    /// <summary>NFKC and case-folded: what uniqueness and sign-in go by, on every database alike. Takes any text.</summary>
    public static string Fold(string name) =>
        Whole(name).Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant().Normalize(NormalizationForm.FormC);

    /// <summary>
    /// Two names with one skeleton look alike, in whatever script: accents gone, look-alikes replaced. Only ever compared
    /// with other skeletons, never shown.
    /// </summary>
    public static string Skeleton(string name)
    {
        var text = new StringBuilder();
        foreach (var rune in Fold(name).Normalize(NormalizationForm.FormKD).EnumerateRunes())
            if (!IsInvisible(rune)) text.Append(Confusables.Prototype(rune));
        return text.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    /// <summary>The form in which a chosen name is kept.</summary>
    public static string Tidy(string? name) => Whole(name ?? "").Normalize(NormalizationForm.FormC);

    public static int Width(string name) => name.EnumerateRunes().Sum(r => Scripts.Of(r).IsWide() ? 2 : 1);

    /// <summary>Why this name can't be chosen, as the code of a refusal; null when it can. Whether it is taken is another question.</summary>
    public static string? Problem(string name)
    {
        var width = Width(name);
        if (width < MinWidth) return "NameTooShort";
        if (width > MaxWidth) return "NameTooLong";
        if (!HasAllowedCharacters(name)) return "NameCharacters";
        if (Scripts.AreMixed(name)) return "NameScripts";
        return ReservedNames.Contains(name) ? "NameReserved" : null;
    }

    private static bool HasAllowedCharacters(string name) =>
        // Full-width, circled and mathematical letters are other characters in disguise.
        name.Normalize(NormalizationForm.FormKC) == name
        && name.EnumerateRunes().All(r => Scripts.Of(r) != Script.None || IsSign(r))
        && name.Any(char.IsLetterOrDigit)
        && name[0] is not ('.' or '-') && name[^1] is not ('.' or '-');

    private static bool IsSign(Rune rune) => rune.Value is '_' or '-' or '.';

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0;

    /// <summary>Neither half a surrogate pair nor U+FFFE can be normalised; they become U+FFFD, which no name may hold.</summary>
    private static string Whole(string text)
    {
        text = text.Replace('\uFFFE', '\uFFFD');
        if (text.All(c => !char.IsSurrogate(c))) return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune);
        return whole.ToString();
    }
}
