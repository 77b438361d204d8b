namespace ForumEngine.Markup.Tests;

public sealed class QuoteTests
{
    [Theory]
    [InlineData("[quote]x[/quote]", "<blockquote><p>x</p></blockquote>")]
    [InlineData("[quote=张三]x[/quote]", "<blockquote><cite>张三</cite><p>x</p></blockquote>")]
    [InlineData("[quote=\"John [x] Doe\"]x[/quote]", "<blockquote><cite>John [x] Doe</cite><p>x</p></blockquote>")]
    [InlineData("[quote=7,\"张三\"]x[/quote]", "<blockquote><cite><a href=\"/posts/7\">张三</a></cite><p>x</p></blockquote>")]
    [InlineData("[quote=7,\"张三\",\"昨天 10:00\"]\nx\n[/quote]\ny", "<blockquote><cite><a href=\"/posts/7\">张三 · 昨天 10:00</a></cite><p>x</p></blockquote><p>y</p>")]
    [InlineData("[quote=-7,\"a\"]x[/quote]", "<blockquote><cite>-7,\"a</cite><p>x</p></blockquote>")]
    [InlineData("[quote=99999999999999999999,\"a\"]x[/quote]", "<blockquote><cite>99999999999999999999,\"a</cite><p>x</p></blockquote>")]
    [InlineData("[quote=\"<b>\"]x[/quote]", "<blockquote><cite>&lt;b&gt;</cite><p>x</p></blockquote>")]
    [InlineData("[quote=a][quote=b]x[/quote]y[/quote]", "<blockquote><cite>a</cite><blockquote><cite>b</cite><p>x</p></blockquote><p>y</p></blockquote>")]
    public void Quotes_name_whom_they_quote(string source, string html) => Assert.Equal(html, PostMarkup.ToHtml(source));

    [Theory]
    [InlineData(
        "[quote][size=2][url=forum.php?mod=redirect&goto=findpost&pid=12&ptid=3][color=#999999]张三 发表于 2020-1-1 00:00[/color][/url][/size]\n旧文[/quote]\n新回复",
        "<blockquote><cite><a href=\"/posts/12\">张三 发表于 2020-1-1 00:00</a></cite><p>旧文</p></blockquote><p>新回复</p>")]
    [InlineData(
        "[quote][size=2][url=https://old.example/forum.php?mod=redirect&goto=findpost&pid=12&ptid=3][color=#999999]a[/color][/url][/size]\nx[/quote]",
        "<blockquote><cite><a href=\"/posts/12\">a</a></cite><p>x</p></blockquote>")]
    [InlineData(
        "[quote][size=2][color=#999999]张三 发表于 2009-1-1[/color][/size]\nx[/quote]",
        "<blockquote><cite>张三 发表于 2009-1-1</cite><p>x</p></blockquote>")]
    [InlineData(
        "[quote][size=2]a[/size]x[/quote]",
        "<blockquote><p><span class=\"size-2\">a</span>x</p></blockquote>")]
    [InlineData(
        "[quote][size=2][url=forum.php?mod=redirect&goto=findpost&pid=x][color=#999999]a[/color][/url][/size]\nx[/quote]",
        "<blockquote><p><span class=\"size-2\">[url=forum.php?mod=redirect&amp;goto=findpost&amp;pid=x]<font color=\"#999999\">a</font>[/url]</span><br>x</p></blockquote>")]
    public void Quotes_as_Discuz_stores_them_lead_to_the_post(string source, string html) => Assert.Equal(html, PostMarkup.ToHtml(source));

    [Fact]
    public void The_engine_says_where_a_post_is() =>
        Assert.Contains("href=\"/elsewhere?p=7&amp;x\"", PostMarkup.ToHtml("[quote=7,\"a\"]x[/quote]", new MarkupOptions { PostLink = id => $"/elsewhere?p={id}&x" }), StringComparison.Ordinal);

    [Theory]
    [InlineData("早上好", "[quote=7,\"张三\",\"10:00\"]早上好[/quote]\n")]
    [InlineData("[b]粗[/b]\n\n第二段", "[quote=7,\"张三\",\"10:00\"]粗\n\n第二段[/quote]\n")]
    [InlineData("[quote=1,\"b\"]内层[/quote]外层", "[quote=7,\"张三\",\"10:00\"]外层[/quote]\n")]
    [InlineData("[quote][size=2][color=#999999]a[/color][/size]\n内层[/quote]\n外层", "[quote=7,\"张三\",\"10:00\"]外层[/quote]\n")]
    public void A_new_quote_holds_the_words_and_who_said_them(string text, string source) =>
        Assert.Equal(source, QuoteSource.For(7, "张三", "10:00", text));

    [Fact]
    public void A_new_quote_is_cut_to_200_characters()
    {
        var quoted = PostMarkup.ToPlainText(QuoteSource.For(7, "a", "b", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 300)))).Split('\n')[^1];
        Assert.Equal(string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 199)) + "…", quoted);
    }

    [Theory]
    [InlineData("a", "[/quote]x")]
    [InlineData("a", "[code][/quote][b]x[/b][/code]")]
    [InlineData("a", "x [b")]
    [InlineData("a\"]b[/quote]", "x")]
    [InlineData("a\nb", "x")]
    [InlineData("[b]\"", "x")]
    [InlineData("a\u202E", "x")]
    [InlineData("<i>", "[url=javascript:x]y[/url]")]
    public void Nothing_quoted_breaks_out_of_the_quote(string author, string text)
    {
        var body = Html.Render(QuoteSource.For(7, author, "10:00", text) + "answer");
        Assert.Equal(2, body.ChildElementCount);
        Assert.Equal("BLOCKQUOTE", body.Children[0].TagName);
        Assert.Equal("answer", body.Children[1].TextContent);
        Assert.Equal("/posts/7", body.QuerySelector("cite a")!.GetAttribute("href"));
        Assert.Empty(body.QuerySelectorAll("b, i, pre"));
    }
}
