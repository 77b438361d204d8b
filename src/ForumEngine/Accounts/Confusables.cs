using System.Text;

namespace ForumEngine.Accounts;

/// <summary>
/// Letters that look like a Latin one, after case folding and decomposition. Our own compact table: the scripts that names
/// may hold, and the small capitals of imported names. i, l and 1 are one, since I and l are in most fonts.
/// </summary>
internal static class Confusables
{
    /// <summary>Pairs: the look-alike, then what it looks like.</summary>
    private const string Pairs =
        "0o1lil" +
        "аaвbсcԁdеeһhіlјjкkӏlмmнnоoрpԛqгrѕsтtυuѵvԝwхxуyүyԍgьb" +
        "αaβbϲcεeηnιlϳjκkμuνvοoρpτtυuχxγyωwζz" +
        "ılłlɩlɑaɡgɪlʟlᴀaʙbᴄcᴅdᴇeɢgʜhᴊjᴋkᴍmɴnᴏoᴘpʀrᴛtᴜuᴠvᴡwʏyᴢzøođdħhŧt";

    private static readonly Dictionary<Rune, Rune> Prototypes = Read();

    public static Rune Prototype(Rune rune) => Prototypes.GetValueOrDefault(rune, rune);

    private static Dictionary<Rune, Rune> Read()
    {
        var runes = Pairs.EnumerateRunes().ToList();
        var table = new Dictionary<Rune, Rune>();
        for (var i = 0; i + 1 < runes.Count; i += 2) table[runes[i]] = runes[i + 1];
        return table;
    }
}
