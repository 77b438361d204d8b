using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Staff;

/// <summary>CSV files that a spreadsheet opens safely.</summary>
public static class Csv
{
    /// <summary>A file to download: UTF-8 with a mark, so that spreadsheets read it; streamed line by line.</summary>
    public static async Task<IActionResult> FileAsync<T>(HttpContext http, string name, string header, IAsyncEnumerable<T> rows, Func<T, string> line)
    {
        var cancel = http.RequestAborted;
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await using var writer = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteLineAsync(header.AsMemory(), cancel);
        await foreach (var row in rows.WithCancellation(cancel)) await writer.WriteLineAsync(line(row).AsMemory(), cancel);
        return new EmptyResult();
    }

    public static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Time(DateTime? utc) => utc?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    public static string Line(params string[] cells) => string.Join(',', cells.Select(Cell));

    /// <summary>What a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    public static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20') text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
