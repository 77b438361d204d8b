using System.Globalization;
using System.Text;
using ForumEngine.Accounts;

namespace ForumEngine.Words;

/// <summary>Letters and digits that look alike or count alike, for entries that ask for it. Own work.</summary>
internal static class LookAlikes
{
    /// <summary>The Chinese numerals, by their values: small, as cheques have them, by telephone.</summary>
    private static readonly (int Digit, int[] Numerals)[] Numerals =
    [
        (0, [0x3007, 0x96F6]), (1, [0x4E00, 0x58F9, 0x5E7A]), (2, [0x4E8C, 0x8D30, 0x4E24]), (3, [0x4E09, 0x53C1]), (4, [0x56DB, 0x8086]),
        (5, [0x4E94, 0x4F0D]), (6, [0x516D, 0x9646]), (7, [0x4E03, 0x67D2]), (8, [0x516B, 0x634C]), (9, [0x4E5D, 0x7396]),
    ];

    private const string Signs = "@a$s!l|l\u2716x\u2715x\u00D7x\u271Ax\u20ACe\u2460l";
    private const string Same = "0o1lil5s8b2z";

    private static readonly Dictionary<int, int> signs = Pairs(Signs);
    private static readonly Dictionary<int, int> classes = Classes();

    /// <summary>Before folding: signs that stand for letters, and letters of other scripts.</summary>
    public static int Prototype(int c)
    {
        if (signs.TryGetValue(c, out var letter)) return letter;
        return c is >= 0x80 and < 0x2E80 && Rune.IsValid(c) && Rune.IsLetter(new Rune(c)) ? Confusables.Prototype(Rune.ToLower(new Rune(c), CultureInfo.InvariantCulture)).Value : c;
    }

    /// <summary>After folding: one letter for all that are taken for each other.</summary>
    public static int Class(int letter) => classes.GetValueOrDefault(letter, letter);

    private static Dictionary<int, int> Pairs(string pairs)
    {
        var table = new Dictionary<int, int>();
        for (var i = 0; i + 1 < pairs.Length; i += 2) table[pairs[i]] = pairs[i + 1];
        return table;
    }

    private static Dictionary<int, int> Classes()
    {
        var table = Pairs(Same);
        foreach (var (digit, numerals) in Numerals)
            foreach (var numeral in numerals) table[numeral] = table.GetValueOrDefault('0' + digit, '0' + digit);
        return table;
    }
}
