using System.Globalization;
using System.Text.RegularExpressions;

namespace ForumEngine.Markup;

/// <summary>
/// Marks of what depends on the reader. They are HTML comments: the writer encodes every <c>&lt;</c> that a member types, so
/// nobody can make one, and where one is shown unresolved (a feed) there is nothing to see.
/// </summary>
internal static partial class Placeholders
{
    public const string Start = "<!--";
    public const string End = "-->";
    public const string Hidden = "hide ";
    public const string File = "file ";

    /// <summary>Where the content of a large element goes that passes the second net empty.</summary>
    private const string Hole = "hole";

    public const string ForHole = Start + Hole + End;

    public static string ForHidden(int index) => Start + Hidden + Number(index) + End;

    public static string ForFile(long id) => Start + File + Number(id) + End;

    /// <summary>True for a comment that the writer writes, false for any other.</summary>
    public static bool IsOne(string comment) => comment == Hole || Pattern().IsMatch(comment);

    [GeneratedRegex(@"\A(hide|file) [0-9]{1,19}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
