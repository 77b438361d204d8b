namespace ForumEngine.Words;

/// <summary>The tables that scripts/characters makes, kept in the assembly.</summary>
internal static class Tables
{
    private static readonly Lazy<Dictionary<int, string>> syllables = new(ReadSyllables);

    /// <summary>How a simplified character is read most often, in letters without a tone; null when it isn't known.</summary>
    public static string? Syllable(int character) => syllables.Value.GetValueOrDefault(character);

    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Tables).Assembly.GetManifestResourceStream($"ForumEngine.Words.Tables.{name}")
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static Dictionary<int, string> ReadSyllables()
    {
        var known = new Dictionary<int, string>();
        foreach (var line in Lines("pinyin.txt"))
        {
            var at = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var rune in line[(at + 1)..].EnumerateRunes()) known[rune.Value] = line[..at];
        }
        return known;
    }
}
