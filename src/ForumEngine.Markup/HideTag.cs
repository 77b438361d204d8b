using System.Globalization;

namespace ForumEngine.Markup;

/// <summary>
/// <c>[hide]</c> until a reply, <c>[hide=N]</c> for N credits, <c>[hide=dX]</c> and <c>[hide=dX,N]</c> for X days at most.
/// A value that can't be read hides until a reply: what somebody wanted hidden is never shown because of a slip.
/// </summary>
internal static class HideTag
{
    public static Tag Tag { get; } = new("hide", TagKind.Block, Read);

    /// <summary>
    /// <c>[password]</c>: in Discuz the post opens for those who know it. Here nobody but author and staff sees such a post,
    /// and nobody the password.
    /// </summary>
    public static Tag Password { get; } = new("password", TagKind.Dropped, _ => null, (_, _, _) => Closed);

    /// <summary>What a post with a password stands in.</summary>
    public static Shape Closed { get; } = new("div") { Need = new HideNeed(Reply: false, Password: true) };

    private static Shape Read(string? value)
    {
        var (credits, days) = (0, 0);
        foreach (var part in (value ?? "").Split(',', StringSplitOptions.TrimEntries))
            if (part.StartsWith('d') || part.StartsWith('D'))
                days = Number(part[1..]);
            else
                credits = Number(part);
        return new Shape("div") { Need = new HideNeed(Reply: credits == 0, credits, days) };
    }

    /// <summary>Beyond all limits it is the limit.</summary>
    private static int Number(string digits) =>
        digits.Length == 0 || !digits.All(char.IsAsciiDigit) ? 0
        : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
