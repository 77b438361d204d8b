using System.Globalization;
using System.Text;

namespace ForumEngine.Attachments;

/// <summary>
/// The name under which readers download a file, out of whatever a browser sends: no path, no control or direction marks, nothing
/// that Windows takes for a device, short enough for every system. It never names anything on our disk.
/// </summary>
public static class FileName
{
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", "conin$", "conout$"];

    public static string Clean(string? typed)
    {
        var name = (typed ?? "").Normalize(NormalizationForm.FormC);
        name = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes()) kept.Append(IsHarmless(rune) ? rune.ToString() : rune.Value < 32 ? " " : "_");
        name = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ');
        if (name.Length == 0) return "file";
        if (IsDevice(name)) name = "_" + name;
        return Shorten(name);
    }

    /// <summary>Lower case, without the dot; empty without one.</summary>
    public static string ExtensionOf(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[(dot + 1)..].ToLowerInvariant();
    }

    /// <summary>The same name with another ending.</summary>
    public static string WithExtension(string name, string extension)
    {
        var dot = name.LastIndexOf('.');
        return Shorten((dot > 0 ? name[..dot] : name) + "." + extension);
    }

    private static bool IsHarmless(Rune rune) => rune.Value is not ('"' or '*' or ':' or '<' or '>' or '?' or '|' or '\\' or '/' or ';' or '%' or '`' or 0xFFFD)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);

    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd().ToLowerInvariant();
        return Devices.Contains(stem) || (stem.Length == 4 && (stem.StartsWith("com", StringComparison.Ordinal) || stem.StartsWith("lpt", StringComparison.Ordinal)) && char.IsDigit(stem[3]));
    }

    /// <summary>The ending stays; whole characters are cut off before it.</summary>
    private static string Shorten(string name)
    {
        if (name.Length <= Attachment.NameLength) return name;
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= 20 ? name[dot..] : "";
        var stem = new StringBuilder();
        foreach (var character in StringInfo.GetTextElementEnumerator(name).AsStrings())
        {
            if (stem.Length + character.Length + ending.Length > Attachment.NameLength) break;
            stem.Append(character);
        }
        return stem.ToString().TrimEnd('.', ' ') + ending;
    }

    private static IEnumerable<string> AsStrings(this TextElementEnumerator elements)
    {
        while (elements.MoveNext()) yield return elements.GetTextElement();
    }
}
