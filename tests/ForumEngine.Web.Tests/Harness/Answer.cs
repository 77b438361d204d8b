using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ForumEngine.Web.Tests.Harness;

/// <summary>What the site answered.</summary>
public sealed class Answer(HttpResponseMessage response, string body, SiteLog log)
{
    private IHtmlDocument? document;

    public HttpStatusCode Status => response.StatusCode;
    public int Code => (int)response.StatusCode;
    public string Body => body;
    public Uri Url => response.RequestMessage!.RequestUri!;
    public string? Location => response.Headers.Location?.OriginalString;

    /// <summary>How many commands the answer cost the database.</summary>
    public int Queries => int.Parse(Header("X-Forum-Queries") ?? "-1", System.Globalization.CultureInfo.InvariantCulture);

    public IHtmlDocument Html => document ??= new HtmlParser().ParseDocument(body);

    /// <summary>What a reader sees, white space folded.</summary>
    public string Text => string.Join(' ', (Html.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Each Set-Cookie line by itself.</summary>
    public IReadOnlyList<string> SetCookies => response.Headers.TryGetValues("Set-Cookie", out var lines) ? [.. lines] : [];

    public string? Header(string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>Fails with the page and the log when the status is another.</summary>
    public Answer Is(int code)
    {
        Assert.True(Code == code, $"{response.RequestMessage!.Method} {Url.PathAndQuery}: {Code} instead of {code}{(Location is null ? "" : $" → {Location}")}\n{Shortened}\n{log}");
        return this;
    }

    private string Shortened => Text.Length > 1500 ? Text[..1500] : Text;
}
