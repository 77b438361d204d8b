using System.Buffers;
using System.Text.RegularExpressions;

namespace ForumEngine.Settings;

/// <summary>A text with variables in braces: <c>{title} - {site}</c>. What is empty takes the separator beside it along.</summary>
public static partial class TextTemplate
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(" -–—|·•_:/>»,\uFF0C\u3001\uFF1A\uFF5C\t");

    /// <summary>Names in braces, known or not.</summary>
    public static IEnumerable<string> VariablesOf(string template) => Variables().Matches(template).Select(m => m.Groups[1].Value);

    /// <summary>
    /// The text with its variables filled in; a variable without a value is empty. Values are taken as they are: braces
    /// in them mean nothing.
    /// </summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string?> values)
    {
        var (text, separator, at) = ("", "", 0);
        foreach (Match variable in Variables().Matches(template))
        {
            Literal(template[at..variable.Index]);
            at = variable.Index + variable.Length;
            if (values.GetValueOrDefault(variable.Groups[1].Value) is { Length: > 0 } value) Add(value);
        }
        Literal(template[at..]);
        return text;

        void Literal(string words)
        {
            if (words.AsSpan().IndexOfAnyExcept(Separators) >= 0) Add(words);
            else if (words.Length > 0) separator = words;
        }

        void Add(string words)
        {
            text += text.Length > 0 ? separator + words : words;
            separator = "";
        }
    }

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.None, 200)]
    private static partial Regex Variables();
}
