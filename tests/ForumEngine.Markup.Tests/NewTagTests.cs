namespace ForumEngine.Markup.Tests;

/// <summary>The codes beside the plain formats: fonts, tables, media, and those whose effect in Discuz isn't ours.</summary>
public sealed class NewTagTests
{
    [Theory]
    [InlineData("[backcolor=yellow]x[/backcolor]", "<span class=\"bg-yellow\">x</span>")]
    [InlineData("[backcolor=#fffacc]x[/backcolor]", "<span class=\"bg-lemonchiffon\">x</span>")]
    [InlineData("[backcolor=rgb(255, 255, 255)]x[/backcolor]", "<span class=\"bg-white\">x</span>")]
    [InlineData("[backcolor=url(x)]x[/backcolor]", "[backcolor=url(x)]x[/backcolor]")]
    [InlineData("[font=宋体]x[/font]", "<span class=\"font-song\">x</span>")]
    [InlineData("[font=\"Times New Roman\"]x[/font]", "<span class=\"font-serif\">x</span>")]
    [InlineData("[font=Lato, sans-serif]x[/font]", "<span class=\"font-sans\">x</span>")]
    [InlineData("[font=Fancy]x[/font]", "<span>x</span>")]
    [InlineData("[font=a;b]x[/font]", "[font=a;b]x[/font]")]
    [InlineData("[i=s] 本帖最后由 张三 于 2020-1-1 编辑 [/i]", "<i class=\"edit-line\">本帖最后由 张三 于 2020-1-1 编辑 </i>")]
    [InlineData("[i=x]x[/i]", "[i=x]x[/i]")]
    [InlineData("[tid=7]主题[/tid]", "<a href=\"/threads/7\" rel=\"nofollow ugc noopener\">主题</a>")]
    [InlineData("[pid=7,3]帖子[/pid]", "<a href=\"/posts/7\" rel=\"nofollow ugc noopener\">帖子</a>")]
    [InlineData("[tid=x]主题[/tid]", "[tid=x]主题[/tid]")]
    [InlineData("[groupid=3]群[/groupid]", "<span>群</span>")]
    [InlineData("[qq]10001[/qq]", "<span>QQ 10001</span>")]
    [InlineData("[qq]\"onload=x[/qq]", "[qq]\"onload=x[/qq]")]
    public void In_the_text(string source, string html) => Assert.Equal($"<p>{html}</p>", PostMarkup.ToHtml(source));

    [Theory]
    [InlineData("[indent]x[/indent]", "<div class=\"indent\"><p>x</p></div>")]
    [InlineData("[float=right]x[/float]y", "<div class=\"float-right\"><p>x</p></div><p>y</p>")]
    [InlineData("[float=none]x[/float]", "<p>[float=none]x[/float]</p>")]
    [InlineData("[free]免费[/free]其他", "<div><p>免费</p></div><p>其他</p>")]
    [InlineData("a[page]b", "<p>a</p><hr><p>b</p>")]
    [InlineData("[postbg]x.jpg[/postbg]a[begin=1,2]https://a.example/x.swf[/begin]", "<p>a</p>")]
    [InlineData("[index]\n[#1]第一章\n*[#2]第二章\n[/index]", "<ul><li>第一章</li><li>第二章</li></ul>")]
    [InlineData("[code=C#]x[/code]", "<pre data-language=\"csharp\"><code>x</code></pre>")]
    [InlineData("[code=<script>]x[/code]", "<pre><code>x</code></pre>")]
    public void Blocks(string source, string html) => Assert.Equal(html, PostMarkup.ToHtml(source));

    [Theory]
    [InlineData("[tr][td]a[/td][td]b[/td][/tr]", "<tr><td>a</td><td>b</td></tr>")]
    [InlineData("\n[tr]\n[th]a[/th]\n[/tr]\n[tr]\n[td]b[/td]\n[/tr]\n", "<tr><th>a</th></tr><tr><td>b</td></tr>")]
    [InlineData("[tr=#ffff00][td=2,3,50%]a[/td][td=120]b[/td][/tr]", "<tr class=\"bg-yellow\"><td colspan=\"2\" rowspan=\"3\" width=\"50%\">a</td><td width=\"120\">b</td></tr>")]
    [InlineData("[tr][td=999,-1,x]a[/td][/tr]", "<tr><td>a</td></tr>")]
    [InlineData("[tr][td]a\n\nb[list][*]c[/list][/td][/tr]", "<tr><td>a<p>b</p><ul><li>c</li></ul></td></tr>")]
    [InlineData("a|b\nc|[b]d[/b]", "<tr><td>a</td><td>b</td></tr><tr><td>c</td><td><b>d</b></td></tr>")]
    [InlineData("\n|a|\n", "<tr><td></td><td>a</td><td></td></tr>")]
    [InlineData("[b]a|b[/b]\nc", "<tr><td><b>a</b></td><td><b>b</b></td></tr><tr><td>c</td></tr>")]
    [InlineData("[td]a[/td][td]b[/td]", "<tr><td>a</td><td>b</td></tr>")]
    [InlineData("[tr]a[td]b[/td]c[/tr]", "<tr><td>a</td><td>b</td><td>c</td></tr>")]
    [InlineData("x[tr][td]a|b[/td][/tr]y", "<tr><td>x</td></tr><tr><td>a|b</td></tr><tr><td>y</td></tr>")]
    [InlineData("[tr][td]a[/tr]", "<tr><td>[td]a</td></tr>")]
    [InlineData("[quote]a[/quote]", "<tr><td><blockquote><p>a</p></blockquote></td></tr>")]
    [InlineData("", "")]
    public void Tables(string inner, string rows) =>
        Assert.Equal($"<div class=\"table\"><table><tbody>{rows}</tbody></table></div>", PostMarkup.ToHtml($"[table]{inner}[/table]"));

    [Theory]
    [InlineData("98%", "width=\"98%\"")]
    [InlineData("500,#eeeeee", "width=\"500\" class=\"bg-white\"")]
    [InlineData("500px,white", "width=\"500\" class=\"bg-white\"")]
    public void Tables_have_a_width_and_a_colour(string value, string attributes) =>
        Assert.Contains($"<table {attributes}>", PostMarkup.ToHtml($"[table={value}][tr][td]a[/td][/tr][/table]"), StringComparison.Ordinal);

    [Theory]
    [InlineData("[table]", 300)]
    [InlineData("[table][tr][td]", 300)]
    public void A_table_too_large_for_one_piece_is_whole(string start, int rows)
    {
        var large = $"[table]{string.Concat(Enumerable.Repeat("[tr][td]a[b]b[/b][/td][td]c[/td][/tr]", rows))}[/table]";
        var body = Html.Render(start == "[table]" ? large : $"{start}{large}[/td][/tr][/table]");
        Assert.Equal(rows, body.QuerySelectorAll("tr td + td").Length);
        Html.AssertNothingForTheSecondNet(large);
        Html.AssertNothingForTheSecondNet($"[table][tr][td]{string.Concat(Enumerable.Repeat("[b]x[/b]\n", 900))}[/td]{string.Concat(Enumerable.Repeat("[td]x[/td]", 900))}[/tr][/table]");
    }

    [Theory]
    [InlineData("[td]a[/td]")]
    [InlineData("[tr]a[/tr]")]
    [InlineData("[th]a[/th]")]
    [InlineData("[table]a")]
    public void Parts_of_a_table_without_one_stay_as_typed(string source) => Assert.Equal($"<p>{source}</p>", PostMarkup.ToHtml(source));

    [Theory]
    [InlineData("[password]geheim[/password]text", "text")]
    [InlineData("text[quote]a[/quote][password]geheim[/password]", "text")]
    public void A_post_with_a_password_is_for_author_and_staff_and_the_password_for_nobody(string source, string text)
    {
        var rendered = PostMarkup.Render(source);
        Assert.Equal("<!--hide 0-->", rendered.Html);
        Assert.DoesNotContain(text, PostMarkup.ToPlainText(source), StringComparison.Ordinal);
        var member = new ReaderFacts { HasReplied = true, Credits = 999, PostAge = TimeSpan.FromDays(999), HideEndsAfterDays = 1, Withheld = need => need.Password ? "locked" : "?" };
        Assert.Equal("<p class=\"hide-note\">locked</p>", PostMarkup.Resolve(rendered.Html, rendered.Hidden, member));
        var author = PostMarkup.Resolve(rendered.Html, rendered.Hidden, new ReaderFacts { SeesHidden = true });
        Assert.Contains(text, author, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", author + rendered.Hidden, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[img]http://a.example/x.png[/img]")]
    [InlineData("[flash=10,10]http://a.example/x.swf[/flash]")]
    [InlineData("[swf]http://a.example/x.swf[/swf]")]
    [InlineData("[media=swf,10,10]http://a.example/x[/media]")]
    [InlineData("[audio]http://a.example/x.mp3[/audio]")]
    public void What_is_not_loaded_is_a_link(string source)
    {
        var link = Assert.Single(Html.Render(source).QuerySelectorAll("*"), element => element.LocalName != "p");
        Assert.StartsWith("http://a.example/x", link.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(link.GetAttribute("href"), link.TextContent);
        Assert.DoesNotContain("[url]", Html.Render($"[url=http://b.example]{source}[/url]").InnerHtml, StringComparison.Ordinal);
        Assert.Single(Html.Render($"[url=http://b.example]{source}[/url]").QuerySelectorAll("a"));
    }

    [Fact]
    public void Sounds_and_films_are_loaded_when_they_are_started()
    {
        Assert.Equal("<p><audio src=\"https://a.example/x.mp3?y\" controls=\"\" preload=\"none\"></audio></p>", PostMarkup.ToHtml("[audio]https://a.example/x.mp3?y[/audio]"));
        Assert.Equal("<p><video src=\"https://a.example/x.MP4\" controls=\"\" preload=\"none\"></video></p>", PostMarkup.ToHtml("[media=mp4,5,5]https://a.example/x.MP4[/media]"));
    }

    [Fact]
    public void Pictures_and_films_of_others_can_be_links()
    {
        var options = new MarkupOptions { LinkedImages = false };
        foreach (var source in new[] { "[img]https://a.example/x.png[/img]", "[audio]https://a.example/x.mp3[/audio]" })
            Assert.StartsWith("<p><a href=\"https://a.example/x", PostMarkup.ToHtml(source, options), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_allowed_tags_work()
    {
        var options = new MarkupOptions { AllowedTags = new HashSet<string> { "b", "list" } };
        Assert.Equal("<p><b>a</b>[i]b[/i][hide]c[/hide]</p><ul><li>d</li></ul><p>[table][tr]e[/tr][/table]</p>",
            PostMarkup.ToHtml("[B]a[/B][i]b[/i][hide]c[/hide][list][*]d[/list][table][tr]e[/tr][/table]", options));
    }
}
