using System.Text;

namespace ForumEngine.Accounts;

/// <summary>The scripts member names may be written in.</summary>
internal enum Script
{
    /// <summary>Not allowed in a chosen name.</summary>
    None, Digit, Latin, Greek, Cyrillic, Han, Kana, Hangul,
}

/// <summary>Tells scripts apart by block: enough for names, and the same on every machine.</summary>
internal static class Scripts
{
    public static Script Of(Rune rune) => !Rune.IsLetterOrDigit(rune) ? Script.None : rune.Value switch
    {
        >= '0' and <= '9' => Script.Digit,
        // Without phonetic letters and small capitals, which only imitate.
        < 0x250 or (>= 0x1E00 and <= 0x1EFF) => Script.Latin,
        (>= 0x370 and <= 0x3FF) or (>= 0x1F00 and <= 0x1FFF) => Script.Greek,
        >= 0x400 and <= 0x52F => Script.Cyrillic,
        0x3005 or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0x20000 and <= 0x323AF) => Script.Han,
        >= 0x3041 and <= 0x30FF => Script.Kana,
        >= 0xAC00 and <= 0xD7A3 => Script.Hangul,
        _ => Script.None,
    };

    public static bool IsWide(this Script script) => script is Script.Han or Script.Kana or Script.Hangul;

    /// <summary>Han with Latin is how people write; two alphabets in one name are how people deceive.</summary>
    public static bool AreMixed(string name) => name.EnumerateRunes().Select(Of)
        .Where(s => s is Script.Latin or Script.Greek or Script.Cyrillic).Distinct().Count() > 1;
}
