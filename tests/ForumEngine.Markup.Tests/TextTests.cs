namespace ForumEngine.Markup.Tests;

/// <summary>Paragraphs, and everything that is no markup although it looks like it.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  \n\n ", "")]
    [InlineData("a", "<p>a</p>")]
    [InlineData("a\nb", "<p>a<br>b</p>")]
    [InlineData("a\r\nb\rc", "<p>a<br>b<br>c</p>")]
    [InlineData("a\n\nb", "<p>a</p><p>b</p>")]
    [InlineData("a\n \t\n\n\n\nb", "<p>a</p><p>b</p>")]
    [InlineData("\n\na\n\n", "<p>a</p>")]
    [InlineData("　　首行缩进\n　　第二行", "<p>　　首行缩进<br>　　第二行</p>")]
    [InlineData("[b]a\n\nb[/b]", "<p><b>a</b></p><p><b>b</b></p>")]
    [InlineData("[b]a[/b] [i]b[/i]", "<p><b>a</b> <i>b</i></p>")]
    [InlineData("a[b]\n\n[/b]b", "<p>a</p><p>b</p>")]
    [InlineData("a[quote]b[/quote]c", "<p>a</p><blockquote><p>b</p></blockquote><p>c</p>")]
    [InlineData("a\u2028b", "<p>a<br>b</p>")]
    public void Paragraphs(string source, string html) => Assert.Equal(html, PostMarkup.ToHtml(source));

    [Theory]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("[]")]
    [InlineData("[/]")]
    [InlineData("[=]")]
    [InlineData("[b")]
    [InlineData("[b=")]
    [InlineData("[b]x")]
    [InlineData("x[/b]")]
    [InlineData("[/b]x[b]")]
    [InlineData("[b=1]x[/b]")]
    [InlineData("[ b ]x[/ b ]")]
    [InlineData("[foo]x[/foo]")]
    [InlineData("[foo=bar]x[/foo]")]
    [InlineData("[mention]@a[/mention]")]
    [InlineData("a[0] = b[i + 1]; c[]")]
    [InlineData("【b】不是标签【/b】")]
    [InlineData("[ｂ]x[/ｂ]")]
    [InlineData("\\[b\\]x\\[/b\\]")]
    [InlineData("[quote]x")]
    [InlineData("[list][*]x")]
    [InlineData("[url=http://a.example")]
    public void What_is_no_markup_stays_as_typed(string source)
    {
        Assert.Equal(source, Html.Render(source).TextContent);
        Assert.Equal("<p>", PostMarkup.ToHtml(source)[..3]);
        Assert.Equal(1, Html.Render(source).QuerySelectorAll("*").Length);
    }

    [Theory]
    [InlineData("[b]a[i]b[/b]c[/i]", "<p><b>a<i>b</i></b><i>c</i></p>")]
    [InlineData("[b][/b]", "")]
    [InlineData("[b]a[quote]b[/b]c[/quote]d", "<p><b>a</b></p><blockquote><p><b>b</b>c</p></blockquote><p>d</p>")]
    [InlineData("[quote][b]a[/quote]b[/b]c", "<blockquote><p><b>a</b></p></blockquote><p>bc</p>")]
    [InlineData("[quote][list][*]a[/quote]b[/list]", "<blockquote><ul><li>a</li></ul></blockquote><p>b</p>")]
    [InlineData("[color=red][quote]a[/quote][/color]", "<blockquote><p><span class=\"c-red\">a</span></p></blockquote>")]
    [InlineData("[quote]a[*]b[/quote]", "<blockquote><p>a[*]b</p></blockquote>")]
    [InlineData("[url=javascript:x]a[b]b[/b][/url]", "<p>[url=javascript:x]a<b>b</b>[/url]</p>")]
    [InlineData("[url=/ok]a[url=javascript:x]b[/url]c[/url]d", "<p><a href=\"/ok\" rel=\"nofollow ugc noopener\">a[url=javascript:x]b[/url]c</a>d</p>")]
    public void Broken_nesting_stays_readable(string source, string html) => Assert.Equal(html, PostMarkup.ToHtml(source));

    [Theory]
    [InlineData("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>")]
    [InlineData("&nbsp;&lt;", "<p>&amp;nbsp;&amp;lt;</p>")]
    [InlineData("a\u00A0b", "<p>a&nbsp;b</p>")]
    [InlineData("\"'`", "<p>\"'`</p>")]
    [InlineData("a\0b", "<p>a\uFFFDb</p>")]
    [InlineData("😀", "<p>😀</p>")]
    [InlineData("a\u202Eb\u2066c", "<p>abc</p>")]
    [InlineData("a\u0001\u007F\u009Fb", "<p>ab</p>")]
    [InlineData("[b]🧧👨‍👩‍👧‍👦🇨🇳[/b]", "<p><b>🧧👨‍👩‍👧‍👦🇨🇳</b></p>")]
    public void Characters_are_encoded_once_and_mended(string source, string html) => Assert.Equal(html, PostMarkup.ToHtml(source));

    /// <summary>Not a theory: attributes can't hold half a character.</summary>
    [Fact]
    public void Half_characters_are_replaced() =>
        Assert.Equal("<p>a\uFFFDb\uFFFDc😀\uFFFD</p>", PostMarkup.ToHtml("a\uD83Db\uDE00c😀\uD83D"));

    [Theory]
    [InlineData("b", 30)]
    [InlineData("quote", 30)]
    [InlineData("quote", 500)]
    [InlineData("b", 5000)]
    public void Beyond_twenty_levels_tags_stay_as_typed(string tag, int levels)
    {
        var source = string.Concat(Enumerable.Repeat($"[{tag}]", levels)) + "x" + string.Concat(Enumerable.Repeat($"[/{tag}]", levels));
        var body = Html.Render(source);
        Assert.Equal(20, body.QuerySelectorAll(tag == "b" ? "b" : "blockquote").Length);
        Assert.Contains("x", body.TextContent, StringComparison.Ordinal);
        Assert.Contains($"[{tag}]", body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_mixture_of_tags_and_text_is_harmless_and_needs_no_second_net()
    {
        string[] pieces =
        [
            "[b]", "[/b]", "[i]", "[/i]", "[quote]", "[/quote]", "[quote=1,\"a\"]", "[list]", "[list=1]", "[*]", "[/list]", "[url=/x]", "[url]", "[/url]",
            "[url=javascript:x]", "[color=red]", "[color=#123]", "[/color]", "[size=3]", "[/size]", "[align=center]", "[/align]", "[p]", "[/p]", "[hr]",
            "[code]", "[/code]", "[img]", "https://a.example/x.png", "[/img]", "[email]a@b.example[/email]", "[hide]", "[hide=9]", "[/hide]", "[table]", "[table=50%,#eee]", "[/table]", "[tr]", "[/tr]", "[td]", "[td=2,2]", "[/td]", "[th]", "[/th]", "|", "[indent]", "[/indent]",
            "[float=left]", "[/float]", "[free]", "[/free]", "[font=楷体]", "[/font]", "[backcolor=#fe0]", "[/backcolor]", "[attach]7[/attach]", "[page]", "[i=s]", "[code=js]",
            "[media]https://v.qq.com/x/page/a0123456789.html[/media]", "[audio]https://a.example/x.mp3[/audio]", "[qq]10001[/qq]", "[index]\n[#1]a\n[/index]",
            "[password]", "[/password]", "@名字", ":)", "http://a.example/", "[img]http://a.example/x.png[/img]",
            "\n", "\n\n", " ", "字", "<", "\"", "[", "]", "=",
        ];
        var options = new MarkupOptions { Mention = _ => 7 };
        for (var seed = 0; seed < 4000; seed++)
        {
            var random = new Random(seed);
            var source = string.Concat(Enumerable.Range(0, 40).Select(_ => pieces[random.Next(pieces.Length)]));
            Html.AssertHarmless(source);
            Html.AssertNothingForTheSecondNet(source, options);
        }
    }

    [Fact]
    public void Many_threads_may_render_at_once()
    {
        var sources = Enumerable.Range(0, 400).Select(i => $"[b]{i}[/b] [url=/posts/{i}]x[/url] <{i}>").ToArray();
        var expected = sources.Select(source => PostMarkup.ToHtml(source)).ToArray();
        Assert.Equal(expected, sources.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(source => PostMarkup.ToHtml(source)));
    }

    [Fact]
    public void Formats_around_more_paragraphs_than_may_be_reopened_end_and_no_text_is_lost()
    {
        var body = Html.Render("[b]" + string.Concat(Enumerable.Repeat("x\n\n", 3000)) + "[/b]y");
        Assert.Equal(1001, body.QuerySelectorAll("b").Length);
        Assert.Equal(new string('x', 3000) + "y", body.TextContent);
    }
}
