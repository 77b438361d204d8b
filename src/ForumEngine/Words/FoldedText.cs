using System.Buffers;
using ForumEngine.Markup;

namespace ForumEngine.Words;

/// <summary>What stands between two letters; a bit each.</summary>
[Flags]
internal enum Gap : byte
{
    None = 0, Junk = 1, Blank = 2, Stop = 4,

    /// <summary>Another part of the text: nothing is found across it.</summary>
    Break = 8,
}

/// <summary>How a text is read: as its letters, by what they look like, or by its sound.</summary>
internal enum Reading
{
    Letters, LookAlike, Sound,
}

/// <summary>A folded letter: its place in the source, and what stands before it.</summary>
internal readonly record struct Letter(int Value, int Start, int End, Gap Before);

/// <summary>
/// A text as the filter reads it: folded letters one after the other. Linear. The letters, 16 bytes each, are in an array that is
/// borrowed and given back with <see cref="Dispose"/>, so that checking a post leaves next to nothing to collect.
/// </summary>
internal sealed class FoldedText : IDisposable
{
    /// <summary>More visible characters than this between two letters part them.</summary>
    private const int WidestGap = 12;

    private static readonly string[] Invisible = ["&nbsp;", "&shy;", "&ensp;", "&emsp;", "&thinsp;", "&zwj;", "&zwnj;", "&#8203;", "&#8204;", "&#8205;", "&#160;", "&#173;", "&#65279;"];

    private readonly string source;
    private readonly Reading reading;
    private readonly Characters characters = Characters.Plain;
    private Letter[] letters;
    private int count;
    private Gap gap = Gap.Break;
    private int between;

    private FoldedText(string source, Reading reading)
    {
        (this.source, this.reading) = (source, reading);
        letters = ArrayPool<Letter>.Shared.Rent(Math.Max(16, source.Length));
    }

    public ReadOnlySpan<Letter> Letters => letters.AsSpan(0, count);

    public static FoldedText Of(SourceRuns text, Reading reading = Reading.Letters)
    {
        var folded = new FoldedText(text.Source, reading);
        var hasValues = false;
        foreach (var run in text.Runs)
            if (run.Kind == RunKind.Words) folded.Add(run.Start, run.End);
            else if (run.Kind == RunKind.Break) folded.gap |= Gap.Stop;
            else hasValues = true;
        if (!hasValues) return folded;
        // Last, since a value between two letters doesn't part them.
        foreach (var run in text.Runs)
        {
            if (run.Kind != RunKind.Value) continue;
            folded.gap |= Gap.Break;
            folded.Add(run.Start, run.End);
        }
        return folded;
    }

    public bool IsLatinAt(int letter) => source[letters[letter].Start] < '\u2E80';

    public void Dispose()
    {
        if (letters.Length > 0) ArrayPool<Letter>.Shared.Return(letters);
        (letters, count) = ([], 0);
    }

    private void Add(int start, int end)
    {
        for (var at = start; at < end;)
        {
            var skipped = Markup(at, end);
            if (skipped > 0)
            {
                at += skipped;
                continue;
            }
            var length = char.IsHighSurrogate(source[at]) && at + 1 < end && char.IsLowSurrogate(source[at + 1]) ? 2 : 1;
            AddCharacter(length == 2 ? char.ConvertToUtf32(source[at], source[at + 1]) : source[at], at, at + length);
            at += length;
        }
    }

    private void AddCharacter(int c, int start, int end)
    {
        if (reading != Reading.Letters) c = LookAlikes.Prototype(c);
        var letter = characters[c];
        if (letter == Unit.Nothing) return;
        if (letter < 0)
        {
            gap |= letter == Unit.Stop ? Gap.Stop : letter == Unit.Blank ? Gap.Blank : Gap.Junk;
            if (++between > WidestGap) gap |= Gap.Break;
            return;
        }
        if (characters.Several(c) is { } several) foreach (var one in several) Push(one, start, end);
        else Push(letter, start, end);
    }

    private void Push(int letter, int start, int end)
    {
        if (reading == Reading.LookAlike) letter = LookAlikes.Class(letter);
        if (reading == Reading.Sound && Tables.Syllable(letter) is { } syllable)
            foreach (var c in syllable) Put(c, start, end);
        else Put(letter, start, end);
    }

    private void Put(int letter, int start, int end)
    {
        if (count == letters.Length) Grow();
        letters[count++] = new Letter(letter, start, end, gap);
        (gap, between) = (Gap.None, 0);
    }

    /// <summary>A character may become several letters, a syllable for one.</summary>
    private void Grow()
    {
        var larger = ArrayPool<Letter>.Shared.Rent(count * 2);
        letters.AsSpan(0, count).CopyTo(larger);
        ArrayPool<Letter>.Shared.Return(letters);
        letters = larger;
    }

    /// <summary>The length of an entity that shows nothing, or of something that looks like an HTML tag; 0 for neither.</summary>
    private int Markup(int at, int end)
    {
        if (source[at] == '&')
        {
            foreach (var entity in Invisible)
                if (at + entity.Length <= end && string.Compare(source, at, entity, 0, entity.Length, StringComparison.OrdinalIgnoreCase) == 0) return entity.Length;
        }
        else if (source[at] == '<' && at + 2 < end && (char.IsAsciiLetter(source[at + 1]) || source[at + 1] is '/' or '!'))
        {
            var close = source.AsSpan(at, Math.Min(60, end - at)).IndexOf('>');
            if (close > 0) return close + 1;
        }
        return 0;
    }
}
