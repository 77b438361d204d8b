using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ForumEngine.Markup;
using ForumEngine.Words;

namespace ForumEngine.Flood;

/// <summary>
/// What makes texts comparable: their letters and digits alone, as a hash of the whole, and as a MinHash of 32 functions over
/// all runs of three, for which a number is a number and Traditional is Simplified: contacts and prices are what changes from
/// copy to copy. Two texts share a mark in one of sixteen bands with a chance that rises steeply with what they have in common
/// (99 % at a half, 15 % at a tenth), so one indexed look-up finds the candidates.
/// </summary>
public sealed class Sketch
{
    public const int Length = 32;
    private const int Bands = 16;
    private const int Run = 3;

    /// <summary>The beginning tells enough; a text of 20,000 characters must not cost more than a tenth of that.</summary>
    private const int MostCharacters = 4000;

    private static readonly (ulong Factor, ulong Sum)[] Functions = [.. Enumerable.Range(1, Length).Select(i => (Scramble((ulong)i) | 1, Scramble((ulong)i << 32)))];

    /// <summary>Of the whole text.</summary>
    public long Mark { get; }

    /// <summary>A byte of each function's least value: as many as agree, so much have two texts in common.</summary>
    public byte[] Bytes { get; } = new byte[Length];

    /// <summary>A number for each band.</summary>
    public long[] Similar { get; } = new long[Bands];

    private Sketch(string letters)
    {
        Mark = BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(letters)));
        Span<ulong> least = stackalloc ulong[Length];
        least.Fill(ulong.MaxValue);
        letters = Alike(letters);
        var end = Math.Min(letters.Length, MostCharacters) - Run;
        for (var at = 0; at <= end; at++)
        {
            var run = Scramble(letters[at] | (ulong)letters[at + 1] << 16 | (ulong)letters[at + 2] << 32);
            for (var f = 0; f < Length; f++) least[f] = Math.Min(least[f], run * Functions[f].Factor + Functions[f].Sum);
        }
        for (var f = 0; f < Length; f++) Bytes[f] = (byte)(Scramble(least[f]) & 0xFF);
        for (var band = 0; band < Bands; band++)
        {
            var mark = (ulong)band + 1;
            foreach (var value in least.Slice(band * (Length / Bands), Length / Bands)) mark = Scramble(mark ^ value);
            Similar[band] = (long)mark;
        }
    }

    /// <summary>Null: too short to be told apart.</summary>
    public static Sketch? Of(string? title, string body, int leastCharacters)
    {
        var letters = Letters(PostMarkup.ToPlainText(body, withoutQuotes: true, withHidden: true));
        // A text that says little may stand under many titles: then the title belongs to it.
        if (letters.Length < leastCharacters && title is not null) letters = Letters(title) + letters;
        return letters.Length < Math.Max(leastCharacters, Run) ? null : new Sketch(letters);
    }

    /// <summary>0 to 1.</summary>
    public static double Likeness(byte[] one, byte[] other) =>
        one.Length != Length || other.Length != Length ? 0 : one.Zip(other).Count(pair => pair.First == pair.Second) / (double)Length;

    /// <summary>Case, width, spaces, punctuation, emoji and invisible characters don't make another text.</summary>
    internal static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in Accounts.MemberName.Fold(text))
            if (char.IsLetterOrDigit(c)) letters.Append(c);
        return letters.ToString();
    }

    /// <summary>One digit for each number, one form for each character.</summary>
    private static string Alike(string letters)
    {
        var alike = new StringBuilder(letters.Length);
        foreach (var c in letters)
            if (!char.IsDigit(c)) alike.Append(Characters.Plain[c] is > 0 and <= char.MaxValue and var folded ? (char)folded : c);
            else if (alike.Length == 0 || alike[^1] != '0') alike.Append('0');
        return alike.ToString();
    }

    private static ulong Scramble(ulong x)
    {
        x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
        x = (x ^ x >> 27) * 0x94D049BB133111EB;
        return x ^ x >> 31;
    }
}
