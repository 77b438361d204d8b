namespace ForumEngine.Markup;

/// <summary>Codes of Discuz whose effect isn't ours: what can be read of them stays.</summary>
internal static class Legacy
{
    private const int MaxLines = 200;

    /// <summary><c>[qq]</c>: the number, without the picture that asks another site who is online.</summary>
    public static Shape? ReadQq(string content)
    {
        var number = content.Trim();
        return number.Length is > 4 and < 12 && number.All(char.IsAsciiDigit) ? new Shape("span") { Words = "QQ " + number } : null;
    }

    /// <summary><c>[index]</c>: a table of contents, of lines <c>[#page]title</c>; a post has no pages here.</summary>
    public static Shape? ReadIndex(string content)
    {
        var lines = content.Split('\n', MaxLines + 1).Select(Title).Where(title => title.Length > 0).ToList();
        return lines.Count is > 0 and <= MaxLines ? new Shape("ul") { Lines = lines } : null;
    }

    private static string Title(string line)
    {
        var title = line.Trim().TrimStart('*').TrimStart();
        var end = title.StartsWith("[#", StringComparison.Ordinal) ? title.IndexOf(']') : -1;
        return end < 0 ? title : title[(end + 1)..].Trim();
    }
}
