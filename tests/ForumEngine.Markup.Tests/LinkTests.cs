namespace ForumEngine.Markup.Tests;

public sealed class LinkTests
{
    [Theory]
    [InlineData("[url=http://a.example]x[/url]", "http://a.example", "x")]
    [InlineData("[url=\"https://a.example/b\"]x[/url]", "https://a.example/b", "x")]
    [InlineData("[url='https://a.example/b']x[/url]", "https://a.example/b", "x")]
    [InlineData("[url=HTTPS://A.example]x[/url]", "HTTPS://A.example", "x")]
    [InlineData("[url]http://a.example/x_(y)[/url]", "http://a.example/x_(y)", "http://a.example/x_(y)")]
    [InlineData("[url] http://a.example [/url]", "http://a.example", "http://a.example")]
    [InlineData("[url=http://a.example title=\"t\"]x[/url]", "http://a.example", "x")]
    [InlineData("[url=http://a.example/?a=1&b=2&copy=3]x[/url]", "http://a.example/?a=1&b=2&copy=3", "x")]
    [InlineData("[url=http://a.example/中文]x[/url]", "http://a.example/中文", "x")]
    [InlineData("[url=http://例子.example]x[/url]", "http://例子.example", "x")]
    [InlineData("[url=http://[::1]:8080/]x[/url]", null, null)]
    [InlineData("[url=/threads/1#p2]x[/url]", "/threads/1#p2", "x")]
    [InlineData("[url=mailto:a@b.example]x[/url]", "mailto:a@b.example", "x")]
    [InlineData("[email]a@b.example[/email]", "mailto:a@b.example", "a@b.example")]
    [InlineData("[email=a.b+c@d.example]x[/email]", "mailto:a.b+c@d.example", "x")]
    [InlineData("[url=http://a.example][b]x[/b][/url]", "http://a.example", "x")]
    [InlineData("[url=http://a.example]http://b.example[/url]", "http://a.example", "http://b.example")]
    [InlineData("[url=http://a.example][url]http://b.example[/url][/url]", "http://a.example", "[url]http://b.example[/url]")]
    public void Links_go_where_they_say(string source, string? target, string? text)
    {
        var links = Html.Render(source).QuerySelectorAll("a");
        if (target is null)
        {
            Assert.Empty(links);
            return;
        }
        var link = Assert.Single(links);
        Assert.Equal(target, link.GetAttribute("href"));
        Assert.Equal("nofollow ugc noopener", link.GetAttribute("rel"));
        Assert.Equal(text, link.TextContent);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("&#106;avascript:alert(1)")]
    [InlineData("javascript&colon;alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData("vbscript:x")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://a.example/x")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("http:evil.example")]
    [InlineData("http:///evil.example")]
    [InlineData("http://")]
    [InlineData("http://a\u200Bb.example")]
    [InlineData("http://good.example@evil.example")]
    [InlineData("http://a:b@evil.example")]
    [InlineData("http://@evil.example")]
    [InlineData("https://a b.example")]
    [InlineData("relative/path")]
    [InlineData("www.a.example")]
    [InlineData("#top")]
    [InlineData("?a=b")]
    [InlineData("mailto:a@b.example?cc=c@d.example")]
    [InlineData("mailto:")]
    public void Other_addresses_leave_the_tag_as_typed(string address)
    {
        foreach (var source in new[] { $"[url={address}]x[/url]", $"[url]{address}[/url]" })
        {
            var body = Html.Render(source);
            Assert.DoesNotContain(body.QuerySelectorAll("a"), link => link.GetAttribute("href") != "http://good.example" && link.TextContent == "x");
            Assert.Empty(body.QuerySelectorAll("a[href^=ftp], a[href^='//'], a[href^='/\\\\'], a[href*='@']"));
            Assert.StartsWith("[url", body.TextContent, StringComparison.Ordinal);
            Assert.EndsWith("[/url]", body.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("http://a.example", "http://a.example")]
    [InlineData("见 https://a.example/b?c=d#e 。", "https://a.example/b?c=d#e")]
    [InlineData("看http://a.example/b。好", "http://a.example/b")]
    [InlineData("（http://a.example/b）", "http://a.example/b")]
    [InlineData("http://a.example/b，http", "http://a.example/b")]
    [InlineData("http://a.example/b.", "http://a.example/b")]
    [InlineData("http://a.example/b?!...", "http://a.example/b")]
    [InlineData("(http://a.example/b)", "http://a.example/b")]
    [InlineData("http://a.example/x_(y).", "http://a.example/x_(y)")]
    [InlineData("http://a.example/x_(y)).", "http://a.example/x_(y)")]
    [InlineData("<http://a.example>", "http://a.example")]
    [InlineData("[b]http://a.example[/b]", "http://a.example")]
    [InlineData("[url]http://a.example y", "http://a.example")]
    [InlineData("http://a.example/?a=1&b=2&copy=3", "http://a.example/?a=1&b=2&copy=3")]
    public void Bare_addresses_become_links_without_the_punctuation_behind_them(string source, string target)
    {
        var body = Html.Render(source);
        Assert.Equal(target, Assert.Single(body.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Equal(source.Replace("[b]", "", StringComparison.Ordinal).Replace("[/b]", "", StringComparison.Ordinal), body.TextContent);
    }

    [Theory]
    [InlineData("xhttp://a.example")]
    [InlineData("a=http://a.example")]
    [InlineData("\"http://a.example\"")]
    [InlineData("http")]
    [InlineData("http://")]
    [InlineData("https://。")]
    [InlineData("ftp://a.example")]
    [InlineData("javascript://a.example")]
    [InlineData("http://user@evil.example")]
    [InlineData("[code]http://a.example[/code]")]
    public void Other_text_does_not_become_a_link(string source) =>
        Assert.Empty(Html.Render(source).QuerySelectorAll("a"));

    [Theory]
    [InlineData("a b@c.example")]
    [InlineData("a@b")]
    [InlineData("@b.example")]
    [InlineData("a@b.example?subject=x")]
    [InlineData("a@@b.example")]
    [InlineData("<x>@b.example")]
    public void Other_mail_addresses_leave_the_tag_as_typed(string address) =>
        Assert.Equal($"[email]{address}[/email]", Html.Render($"[email]{address}[/email]").TextContent);
}
