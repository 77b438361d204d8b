namespace ForumEngine.Markup.Tests;

public sealed class TagTests
{
    [Theory]
    [InlineData("[b]x[/b]", "<p><b>x</b></p>")]
    [InlineData("[i]x[/i]", "<p><i>x</i></p>")]
    [InlineData("[u]x[/u]", "<p><u>x</u></p>")]
    [InlineData("[s]x[/s]", "<p><s>x</s></p>")]
    [InlineData("H[sub]2[/sub]O, m[sup]2[/sup]", "<p>H<sub>2</sub>O, m<sup>2</sup></p>")]
    [InlineData("[B]x[/b]", "<p><b>x</b></p>")]
    [InlineData("[b]a[i]b[/i]c[/b]", "<p><b>a<i>b</i>c</b></p>")]
    [InlineData("[b]a[b]b[/b]c[/b]", "<p><b>a<b>b</b>c</b></p>")]
    [InlineData("[b]粗[/b]体[i]斜[/i]", "<p><b>粗</b>体<i>斜</i></p>")]
    public void Formats(string source, string html) => Assert.Equal(html, PostMarkup.ToHtml(source));

    [Theory]
    [InlineData("red", "<span class=\"c-red\">x</span>")]
    [InlineData("RED", "<span class=\"c-red\">x</span>")]
    [InlineData("fuchsia", "<span class=\"c-fuchsia\">x</span>")]
    [InlineData("DarkOliveGreen", "<span class=\"c-darkolivegreen\">x</span>")]
    [InlineData("#f00", "<font color=\"#ff0000\">x</font>")]
    [InlineData("#AbCdEf", "<font color=\"#abcdef\">x</font>")]
    [InlineData("#999999", "<font color=\"#999999\">x</font>")]
    [InlineData("rgb(255, 0, 16)", "<font color=\"#ff0010\">x</font>")]
    public void Colours_are_classes_or_a_hex_value(string colour, string html) =>
        Assert.Equal($"<p>{html}</p>", PostMarkup.ToHtml($"[color={colour}]x[/color]"));

    [Theory]
    [InlineData("#ggg")]
    [InlineData("#12345")]
    [InlineData("rgb(256,0,0)")]
    [InlineData("rgb(1,2)")]
    [InlineData("url(x)")]
    [InlineData("red;background:url(x)")]
    [InlineData("notacolour")]
    public void Other_colours_leave_the_tag_as_typed(string colour) =>
        Assert.Equal($"<p>[color={colour}]x[/color]</p>", PostMarkup.ToHtml($"[color={colour}]x[/color]"));

    [Theory]
    [InlineData("1", 1)]
    [InlineData("7", 7)]
    [InlineData("16px", 3)]
    [InlineData("48px", 7)]
    [InlineData("12pt", 3)]
    [InlineData("72PX", 7)]
    public void Sizes_are_seven_classes(string size, int step) =>
        Assert.Equal($"<p><span class=\"size-{step}\">x</span></p>", PostMarkup.ToHtml($"[size={size}]x[/size]"));

    [Theory]
    [InlineData("0")]
    [InlineData("8")]
    [InlineData("-1")]
    [InlineData("160")]
    [InlineData("1000px")]
    [InlineData("99999999999999px")]
    public void Other_sizes_leave_the_tag_as_typed(string size) =>
        Assert.Equal($"<p>[size={size}]x[/size]</p>", PostMarkup.ToHtml($"[size={size}]x[/size]"));

    [Theory]
    [InlineData("[align=center]x[/align]", "<div class=\"align-center\"><p>x</p></div>")]
    [InlineData("[align=RIGHT]x[/align]", "<div class=\"align-right\"><p>x</p></div>")]
    [InlineData("[align=middle]x[/align]", "<p>[align=middle]x[/align]</p>")]
    [InlineData("[p]x[/p]", "<div><p>x</p></div>")]
    [InlineData("[p=30, 2, left]段落[/p]", "<div class=\"align-left indented\"><p>段落</p></div>")]
    [InlineData("[p=30, 0, center]x[/p]", "<div class=\"align-center\"><p>x</p></div>")]
    [InlineData("[p=a, 2, left]x[/p]", "<p>[p=a, 2, left]x[/p]</p>")]
    [InlineData("a[hr]b", "<p>a</p><hr><p>b</p>")]
    [InlineData("a\n[hr]\nb", "<p>a</p><hr><p>b</p>")]
    public void Blocks(string source, string html) => Assert.Equal(html, PostMarkup.ToHtml(source));

    [Theory]
    [InlineData("[list][*]a[*]b[/list]", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("[list]\n[*]a\n[*]b\n[/list]", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("[list=1][*]a[/list]", "<ol><li>a</li></ol>")]
    [InlineData("[list=a][*]a[/list]", "<ol type=\"a\"><li>a</li></ol>")]
    [InlineData("[list=A][*]a[/list]", "<ol type=\"A\"><li>a</li></ol>")]
    [InlineData("[list=square][*]a[/list]", "<ul><li>a</li></ul>")]
    [InlineData("[list]a[*]b[/list]", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("[list][*]a[list][*]b[/list][*]c[/list]", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>")]
    [InlineData("[list][*]a\n\nb[/list]", "<ul><li>a<p>b</p></li></ul>")]
    [InlineData("[list][*][b]a\n[*]b[/b][/list]", "<ul><li><b>a</b></li><li><b>b</b></li></ul>")]
    [InlineData("[*]a", "<p>[*]a</p>")]
    [InlineData("[list][/list]", "<ul></ul>")]
    public void Lists(string source, string html) => Assert.Equal(html, PostMarkup.ToHtml(source));

    [Theory]
    [InlineData("[code]a[/code]", "<pre><code>a</code></pre>")]
    [InlineData("[code]\n  a\n\n  b\n[/code]", "<pre><code>  a\n\n  b</code></pre>")]
    [InlineData("[code][b]a[/b] http://a.example <i>[/code]", "<pre><code>[b]a[/b] http://a.example &lt;i&gt;</code></pre>")]
    [InlineData("[code=csharp]var a;[/code]", "<pre data-language=\"csharp\"><code>var a;</code></pre>")]
    [InlineData("[code][quote][/code]a[quote]b[/quote]", "<pre><code>[quote]</code></pre><p>a</p><blockquote><p>b</p></blockquote>")]
    [InlineData("[code]a", "<p>[code]a</p>")]
    public void Code_is_shown_as_typed(string source, string html) => Assert.Equal(html, PostMarkup.ToHtml(source));

    [Theory]
    [InlineData("[img]https://a.example/x.png[/img]", "")]
    [InlineData("[img=100,50]https://a.example/x.png[/img]", " width=\"100\" height=\"50\"")]
    [InlineData("[img=100]https://a.example/x.png[/img]", "")]
    [InlineData("[img=0,99999]https://a.example/x.png[/img]", "")]
    [InlineData("[img]\nhttps://a.example/x.png\n[/img]", "")]
    public void Images(string source, string size) =>
        Assert.Equal($"<p><img src=\"https://a.example/x.png\" alt=\"\" loading=\"lazy\" referrerpolicy=\"no-referrer\"{size}></p>", PostMarkup.ToHtml(source));

    [Theory]
    [InlineData("[img]x[/img]")]
    [InlineData("[img]http://a.example/x.png[/img]")]
    [InlineData("[img]/member/logout[/img]")]
    [InlineData("[img]//a.example/x.png[/img]")]
    [InlineData("[img]data:image/png;base64,AAAA[/img]")]
    public void Images_from_elsewhere_than_https_are_not_loaded(string source) =>
        Assert.Empty(Html.Render(source).QuerySelectorAll("img"));
}
