namespace ForumEngine.Markup;

/// <summary><c>[code]</c> and <c>[code=language]</c>: the language is kept for the highlighter.</summary>
internal static class CodeTag
{
    private const int MaxLength = 20;

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["c#"] = "csharp",
        ["cs"] = "csharp",
        ["c++"] = "cpp",
        ["js"] = "javascript",
        ["ts"] = "typescript",
        ["py"] = "python",
        ["sh"] = "bash",
        ["shell"] = "bash",
        ["yml"] = "yaml",
        ["golang"] = "go",
        ["rb"] = "ruby",
        ["rs"] = "rust",
        ["htm"] = "html",
    };

    /// <summary>A language that can't be one is left out; the code is code all the same.</summary>
    public static Shape Read(string? value)
    {
        var name = value?.Trim(' ', '"', '\'');
        if (name is null or { Length: 0 or > MaxLength })
            return new Shape("pre");
        if (Aliases.TryGetValue(name, out var alias))
            return new Shape("pre", ("data-language", alias));
        return name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '+' or '.')
            ? new Shape("pre", ("data-language", name.ToLowerInvariant()))
            : new Shape("pre");
    }
}
