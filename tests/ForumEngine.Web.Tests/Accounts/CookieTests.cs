using System.Globalization;

namespace ForumEngine.Web.Tests.Accounts;

public sealed class CookieTests
{
    private const string Url = "/account/login";

    [Fact]
    public async Task Keep_me_signed_in_lasts_thirty_days_and_else_the_browsers_session()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var session = SessionOf(await site.Visitor().PostFormAsync(Url, new { UserName = Template.Founder, Visitor.Password }));
        Assert.DoesNotContain("expires=", session, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("max-age=", session, StringComparison.OrdinalIgnoreCase);

        var kept = SessionOf(await site.Visitor().PostFormAsync(Url, new { UserName = Template.Founder, Visitor.Password, RememberMe = "true" }));
        var expires = kept.Split("; ").Single(p => p.StartsWith("expires=", StringComparison.OrdinalIgnoreCase))["expires=".Length..];
        var lasts = DateTimeOffset.ParseExact(expires, "r", CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow;
        Assert.InRange(lasts.TotalDays, 29.9, 30.1);
    }

    [Fact]
    public async Task Over_http_cookies_are_for_this_site_and_no_script()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var visitor = site.Visitor();
        var page = await visitor.GetAsync(Url);
        var answer = (await visitor.SubmitAsync(Visitor.FormOn(page, Url), Url, new { UserName = Template.Founder, Visitor.Password })).Is(303);
        Assert.All([.. page.SetCookies, .. answer.SetCookies], cookie =>
        {
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Contains(page.SetCookies, c => c.StartsWith("forum-csrf=", StringComparison.Ordinal));
        SessionOf(answer);
    }

    [Fact]
    public async Task Behind_https_every_cookie_is_secure_and_bound_to_the_host()
    {
        await using var site = await Site.StartAsync(Db.Sqlite, null, "--Site:BaseUrl=https://forum.example.test", "--Proxies:Known=127.0.0.1");
        // By hand: .NET's cookie jar gives secure cookies to https only, and the proxy in front is played by a header.
        var visitor = site.Visitor();
        var page = (await visitor.SendAsync(Proxied(HttpMethod.Get, Url, []))).Is(200);
        var fields = Visitor.FieldsOf(Visitor.FormOn(page, Url));
        (fields["UserName"], fields["Password"]) = (Template.Founder, Visitor.Password);
        var request = Proxied(HttpMethod.Post, Url, page.SetCookies);
        request.Content = new FormUrlEncodedContent(fields);
        var answer = (await visitor.SendAsync(request)).Is(303);

        Assert.Contains(answer.SetCookies, c => c.StartsWith("__Host-forum=", StringComparison.Ordinal));
        Assert.All([.. page.SetCookies, .. answer.SetCookies], cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/;", cookie + ";", StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task A_page_with_a_form_logs_no_warning_about_its_token()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        (await site.Visitor().GetAsync(Url)).Is(200);
        Expect.None(site.Log.Lines.Where(l => l.Contains("Antiforgery", StringComparison.Ordinal)));
    }

    private static HttpRequestMessage Proxied(HttpMethod method, string url, IReadOnlyList<string> cookies)
    {
        var request = new HttpRequestMessage(method, url) { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-For", "203.0.113.7" } } };
        if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => c.Split(';')[0])));
        return request;
    }

    private static string SessionOf(Answer answer) =>
        Assert.Single(answer.Is(303).SetCookies, c => c.StartsWith("forum=", StringComparison.Ordinal));
}
