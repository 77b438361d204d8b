namespace ForumEngine.Markup.Tests;

/// <summary>Every attack of the corpora ends as harmless HTML, before the second net as well as behind it.</summary>
public sealed class HostileCorpusTests
{
    [Theory]
    [InlineData("bbcode/xss_in_bbcode.jsonl", "input", 400)]
    [InlineData("xss/payloads.jsonl", "payload", 1000)]
    [InlineData("bbcode/edge.jsonl", "input", 150)]
    [InlineData("unicode/naughty.jsonl", "input", 300)]
    [InlineData("unicode/usernames.jsonl", "input", 50)]
    [InlineData("urls/redirect.jsonl", "input", 30)]
    [InlineData("urls/ssrf.jsonl", "input", 60)]
    [InlineData("urls/headers.jsonl", "input", 16)]
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
    [InlineData("[backcolor={0}]x[/backcolor]")]
    [InlineData("[font={0}]x[/font]")]
    [InlineData("[table={0}][tr={0}][td={0}]x[/td][/tr][/table]")]
    [InlineData("[table=98%,{0}][tr][td=1,1,{0}]{0}[/td][/tr][/table]")]
    [InlineData("[table]{0}|{0}[/table]")]
    [InlineData("[hide={0}]x[/hide][hide]{0}[/hide]")]
    [InlineData("[media={0}]{0}[/media]")]
    [InlineData("[media=x,1,1]https://www.youtube.com/watch?v={0}[/media]")]
    [InlineData("[video]https://v.qq.com/x/page/{0}.html[/video]")]
    [InlineData("[audio]https://a.example/{0}.mp3[/audio]")]
    [InlineData("[flash]{0}[/flash][swf]{0}[/swf]")]
    [InlineData("[attach]{0}[/attach][attachimg]{0}[/attachimg]")]
    [InlineData("[qq]{0}[/qq][tid={0}]x[/tid][pid={0}]x[/pid][groupid={0}]x[/groupid]")]
    [InlineData("[index]\n[#1]{0}\n[#{0}]x\n[/index]")]
    [InlineData("[i=s]{0}[/i][i={0}]x[/i]")]
    [InlineData("[float={0}]x[/float][indent]{0}[/indent][free]{0}[/free]")]
    [InlineData("[password]{0}[/password][postbg]{0}[/postbg][begin={0}]{0}[/begin]")]
    [InlineData("@{0} :{0}: {:{0}:}")]
    public void Attacks_in_every_slot_of_every_tag_end_as_harmless_text(string slot)
    {
        foreach (var line in Shared.Lines("xss/payloads.jsonl"))
        {
            var source = slot.Replace("{0}", line.GetProperty("payload").GetString(), StringComparison.Ordinal);
            Html.AssertHarmless(source);
            Html.AssertNothingForTheSecondNet(source);
        }
    }

    /// <summary>Addresses for which a server or a reader's browser would be led astray: they stay links or text, and pictures are of https only.</summary>
    [Theory]
    [InlineData("{0}")]
    [InlineData("[url]{0}[/url]")]
    [InlineData("[url={0}]x[/url]")]
    [InlineData("[img]{0}[/img]")]
    [InlineData("[media=mp4,1,1]{0}[/media]")]
    [InlineData("[audio]{0}[/audio]")]
    [InlineData("[video]{0}[/video]")]
    [InlineData("[quote=1,\"{0}\",\"x\"]x[/quote]")]
    public void Addresses_that_lead_astray_end_as_harmless_text(string slot)
    {
        foreach (var line in Shared.Lines("urls/redirect.jsonl").Concat(Shared.Lines("urls/ssrf.jsonl")))
        {
            var source = slot.Replace("{0}", line.GetProperty("input").GetString(), StringComparison.Ordinal);
            Html.AssertHarmless(source);
            Html.AssertNothingForTheSecondNet(source);
        }
    }

    [Theory]
    [InlineData("<p>a<br>b</p><ul><li><b>c</b></li></ul>", true)]
    [InlineData("a &amp; b", true)]
    [InlineData("<p>a", false)]
    [InlineData("a</p>", false)]
    [InlineData("<p><b>a</p></b>", false)]
    [InlineData("<p class>a</p>", false)]
    [InlineData("<p onclick=x>a</p>", false)]
    [InlineData("<P>a</P>", false)]
    [InlineData("<script>a</script>", false)]
    [InlineData("<img>", false)]
    [InlineData("<!--x-->", false)]
    [InlineData("a > b", false)]
    [InlineData("<p", false)]
    [InlineData("<<p>a</p>", false)]
    [InlineData("<br/>", false)]
    public void Only_elements_without_attributes_are_spared_the_sanitizer(string html, bool spared) => Assert.Equal(spared, BareHtml.IsHarmless(html));

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
