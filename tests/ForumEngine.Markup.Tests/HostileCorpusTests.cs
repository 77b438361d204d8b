namespace ForumEngine.Markup.Tests;

/// <summary>Every attack of the corpora ends as harmless HTML, before the second net as well as behind it.</summary>
public sealed class HostileCorpusTests
{
    [Theory]
    [InlineData("bbcode/xss_in_bbcode.jsonl", "input", 400)]
    [InlineData("xss/payloads.jsonl", "payload", 1000)]
    [InlineData("bbcode/edge.jsonl", "input", 150)]
    public void Attacks_end_as_harmless_text(string corpus, string field, int atLeast)
    {
        var count = 0;
        foreach (var line in Shared.Lines(corpus))
        {
            var source = line.GetProperty(field).GetString()!;
            Html.AssertHarmless(source);
            Html.AssertNothingForTheSecondNet(source);
            count++;
        }
        Assert.True(count >= atLeast, $"{corpus} has only {count} lines");
    }

    [Theory]
    [InlineData("[url]{0}[/url]")]
    [InlineData("[url={0}]x[/url]")]
    [InlineData("[url=\"{0}\"]x[/url]")]
    [InlineData("[img]{0}[/img]")]
    [InlineData("[img={0}]https://a.example/x.png[/img]")]
    [InlineData("[email]{0}[/email]")]
    [InlineData("[email={0}]x[/email]")]
    [InlineData("[color={0}]x[/color]")]
    [InlineData("[size={0}]x[/size]")]
    [InlineData("[align={0}]x[/align]")]
    [InlineData("[p=30, 2, {0}]x[/p]")]
    [InlineData("[list={0}][*]x[/list]")]
    [InlineData("[quote={0}]x[/quote]")]
    [InlineData("[quote=1,\"{0}\",\"{0}\"]x[/quote]")]
    [InlineData("[code]{0}[/code]")]
    [InlineData("[code={0}]x[/code]")]
    [InlineData("http://a.example/{0}")]
    public void Attacks_in_every_slot_of_every_tag_end_as_harmless_text(string slot)
    {
        foreach (var line in Shared.Lines("xss/payloads.jsonl"))
        {
            var source = slot.Replace("{0}", line.GetProperty("payload").GetString(), StringComparison.Ordinal);
            Html.AssertHarmless(source);
            Html.AssertNothingForTheSecondNet(source);
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"/x\" id=\"a\" name=\"b\" style=\"color:red\">x</a>")]
    [InlineData("<p class=\"overlay\">x</p>")]
    [InlineData("<form action=/x><input></form><iframe src=/x></iframe><svg onload=alert(1)>")]
    public void The_second_net_takes_out_what_a_mistake_of_the_writer_would_let_through(string html)
    {
        var body = Html.Parse(SecondNet.Pass(html));
        Assert.Empty(body.QuerySelectorAll("script, form, input, iframe, svg, [onerror], [id], [name], [style], [class]"));
        Assert.DoesNotContain("javascript:", body.InnerHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=\"https://a.example/x\" onerror=\"alert(1)\">")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"java\tscript:alert(1)\">x</a>")]
    [InlineData("<a href=\"//evil.example\">x</a>")]
    [InlineData("<img src=\"data:text/html,x\">")]
    [InlineData("<p style=\"position:fixed\">x</p>")]
    [InlineData("<p id=\"a\">x</p>")]
    [InlineData("<p class=\"overlay\">x</p>")]
    [InlineData("<iframe src=\"/x\"></iframe>")]
    [InlineData("</body><style>*{display:none}</style>")]
    public void The_check_of_these_tests_sees_what_is_not_harmless(string html) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Html.AssertHarmlessHtml(html));
}
