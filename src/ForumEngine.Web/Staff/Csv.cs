namespace ForumEngine.Web.Staff;

/// <summary>Lines of a CSV file that a spreadsheet opens safely.</summary>
public static class Csv
{
    public static string Line(params string[] cells) => string.Join(',', cells.Select(Cell));

    /// <summary>What a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20') text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
