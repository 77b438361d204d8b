using ForumEngine.Markup;

namespace ForumEngine.Web.Tests.Harness;

/// <summary>The headers that every answer carries, whatever its status (surface.md, Headers), and pages that keep to them.</summary>
internal static class SecurityPolicy
{
    private static readonly string Frames = string.Join(' ', Embeds.FrameSources(Embeds.KnownHosts));

    private static readonly string Csp =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; media-src 'self' https:; " +
        $"font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src {(Frames.Length > 0 ? Frames : "'none'")}; form-action 'self'; " +
        "base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Files of members have a stricter one: nothing in them runs, wherever it is opened.</summary>
    private static readonly string[] ForFiles = ["default-src 'none'; sandbox", "default-src 'none'; style-src 'unsafe-inline'; sandbox"];

    public static void Check(Answer answer)
    {
        var where = $"{answer.Url.PathAndQuery} ({answer.Code})";
        var isFile = answer.Url.AbsolutePath is ['/', 'f', 'i', 'l', 'e', 's', '/', ..] or ['/', 'a', 'v', 'a', 't', 'a', 'r', 's', '/', ..]
            || (answer.Url.AbsolutePath.StartsWith("/desk/queue/", StringComparison.Ordinal) && answer.Url.AbsolutePath.Contains("/files/", StringComparison.Ordinal));
        var policy = answer.Header("Content-Security-Policy");
        Assert.True(policy == Csp || (isFile && ForFiles.Contains(policy)), $"{where} has another policy: {answer.Header("Content-Security-Policy")}");
        Assert.True(answer.Header("X-Content-Type-Options") == "nosniff", $"{where} may be sniffed");
        Assert.True(answer.Header("X-Frame-Options") == "DENY", $"{where} may be framed");
        Assert.True(answer.Header("Server") is null, $"{where} names the server");
        if (answer.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true) CheckPage(answer, where);
    }

    private static void CheckPage(Answer answer, string where)
    {
        var page = answer.Html;
        Expect.None(page.QuerySelectorAll("style, [style], script:not([src]):not([type='application/ld+json']), base, iframe, object, embed").Select(e => $"{where}: {e.OuterHtml}"));
        Expect.None(from element in page.All
                    from attribute in element.Attributes
                    where attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
                    select $"{where}: {attribute.Name}={attribute.Value}");
        Expect.None(page.QuerySelectorAll("script[src], link[rel=stylesheet]")
            .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href") ?? "")
            .Where(url => !url.StartsWith('/') || url.StartsWith("//", StringComparison.Ordinal)).Select(url => $"{where}: {url}"));
        Assert.True(!string.IsNullOrWhiteSpace(page.Title), $"{where} has no title");
        Assert.True(page.DocumentElement.GetAttribute("lang") is { Length: > 0 }, $"{where} has no language");
    }
}
