namespace ForumEngine.Accounts;

/// <summary>The names of reserved-names.txt: those of staff, of guests and of the system; and those that the site adds.</summary>
internal static class ReservedNames
{
    private static readonly Pattern[] Patterns =
        [.. EmbeddedLines.Read("reserved-names.txt").Where(line => line[0] != '#').Select(Pattern.Read)];

    public static bool Contains(string name)
    {
        var plain = Plain(name);
        return Patterns.Any(p => p.Matches(plain));
    }

    /// <summary>By the list of the setting <c>Registration.ReservedNames</c>.</summary>
    public static bool Contains(string name, string list)
    {
        var plain = Plain(name);
        return list.Split([',', '\uFF0C', '\u3001', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Pattern.Read).Any(p => p.Text.Length > 0 && p.Matches(plain));
    }

    private static string Plain(string name) => string.Concat(MemberName.Skeleton(name).Where(c => c is not ('_' or '-' or '.' or ' ')));

    private sealed record Pattern(string Text, bool OpenStart, bool OpenEnd)
    {
        public static Pattern Read(string line) => new(Plain(line.Trim('*')), line.StartsWith('*'), line.EndsWith('*'));

        public bool Matches(string name) => (OpenStart, OpenEnd) switch
        {
            (true, true) => name.Contains(Text, StringComparison.Ordinal),
            (true, false) => name.EndsWith(Text, StringComparison.Ordinal),
            (false, true) => name.StartsWith(Text, StringComparison.Ordinal),
            _ => name == Text,
        };
    }
}
