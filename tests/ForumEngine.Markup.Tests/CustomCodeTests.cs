namespace ForumEngine.Markup.Tests;

public sealed class CustomCodeTests
{
    private static CustomCode Code(string template, string tag = "x") =>
        CustomCode.Read(tag, template) is { Code: { } code } ? code : throw new InvalidOperationException(template);

    private static string Html(string template, string source) => PostMarkup.ToHtml(source, new MarkupOptions { CustomCodes = [Code(template)] });

    [Theory]
    [InlineData("<span class=\"c-red\">★{content}★</span>", "a[x]b[i]c[/i][/x]", "<p>a<span class=\"c-red\">★b<i>c</i>★</span></p>")]
    [InlineData("<b>{content}</b> ({1:number})", "[x=5]b[/x]", "<p><b>b</b> (5)</p>")]
    [InlineData("<b>{content}</b> ({1:number})", "[x=a]b[/x]", "<p>[x=a]b[/x]</p>")]
    [InlineData("<b>{content}</b> ({1:number})", "[x]b[/x]", "<p>[x]b[/x]</p>")]
    [InlineData("<b>{content}</b>", "[x=1]b[/x]", "<p>[x=1]b[/x]</p>")]
    [InlineData("<font color=\"{1:colour}\">{content}</font>", "[x=#F00]b[/x][x=navy]b[/x][x=url(y)]b[/x]", "<p><font color=\"#ff0000\">b</font><font color=\"#000080\">b</font>[x=url(y)]b[/x]</p>")]
    [InlineData("<a href=\"https://zh.wikipedia.org/wiki/{content:text}\">{content:text}</a>", "[x]水 \"&?#/[/x]", "<p><a href=\"https://zh.wikipedia.org/wiki/%E6%B0%B4%20%22%26%3F%23%2F\" rel=\"nofollow ugc noopener\">水 \"&amp;?#/</a></p>")]
    [InlineData("<a href=\"{1:url}\">{content}</a>", "[x=javascript:alert(1)]b[/x][x=https://a.example/]b[/x]", "<p>[x=javascript:alert(1)]b[/x]<a href=\"https://a.example/\" rel=\"nofollow ugc noopener\">b</a></p>")]
    [InlineData("<a href=\"https://a.example/{1:identifier}\">{content}</a>", "[x=../x]b[/x][x=a_1]b[/x]", "<p>[x=../x]b[/x]<a href=\"https://a.example/a_1\" rel=\"nofollow ugc noopener\">b</a></p>")]
    [InlineData("<div class=\"align-center\">{content}</div>", "a[x]b\n\nc[/x]d", "<p>a</p><div class=\"align-center\"><p>b</p><p>c</p></div><p>d</p>")]
    [InlineData("<blockquote><b>{1:text}</b>{content}</blockquote>", "[x=<i>]b[/x]", "<blockquote><b>&lt;i&gt;</b><p>b</p></blockquote>")]
    [InlineData("{2:text}{1:text}{content}", "[x=\"a\", b]c[/x]", "<p>bac</p>")]
    [InlineData("<img src=\"https://a.example/{content:number}.png\" alt=\"{content:number}\" width=\"20\">", "[x]7[/x]", "<p><img src=\"https://a.example/7.png\" alt=\"7\" width=\"20\" loading=\"lazy\" referrerpolicy=\"no-referrer\"></p>")]
    [InlineData("<b>{content}</b>", "[x]a\n\nb[/x][x]c", "<p><b>a</b></p><p><b>b</b>[x]c</p>")]
    [InlineData("<a href=\"/x\">{content}</a>", "[x]http://a.example[/x]", "<p><a href=\"/x\" rel=\"nofollow ugc noopener\">http://a.example</a></p>")]
    public void A_template_is_filled(string template, string source, string html)
    {
        Assert.Equal(html, Html(template, source));
        Tests.Html.AssertNothingForTheSecondNet(source, new MarkupOptions { CustomCodes = [Code(template)] });
    }

    [Theory]
    [InlineData("X", "{content}", CustomCodeProblem.Tag)]
    [InlineData("", "{content}", CustomCodeProblem.Tag)]
    [InlineData("x-y", "{content}", CustomCodeProblem.Tag)]
    [InlineData("hide", "{content}", CustomCodeProblem.TagTaken)]
    [InlineData("x", "", CustomCodeProblem.Length)]
    [InlineData("x", "<b>x</b>", CustomCodeProblem.NoContent)]
    [InlineData("x", "<b>{content}", CustomCodeProblem.Syntax)]
    [InlineData("x", "{content}</b>", CustomCodeProblem.Syntax)]
    [InlineData("x", "<b><i>{content}</b></i>", CustomCodeProblem.Syntax)]
    [InlineData("x", "<b {content}", CustomCodeProblem.Syntax)]
    [InlineData("x", "<span><div>{content}</div></span>", CustomCodeProblem.Syntax)]
    [InlineData("x", "<a href=\"/a\"><a href=\"/b\">{content}</a></a>", CustomCodeProblem.Syntax)]
    [InlineData("x", "{content} < 3", CustomCodeProblem.Element)]
    [InlineData("x", "<!-- {content} -->", CustomCodeProblem.Element)]
    [InlineData("x", "<script>{content}</script>", CustomCodeProblem.Element)]
    [InlineData("x", "<SCRIPT>{content}</SCRIPT>", CustomCodeProblem.Element)]
    [InlineData("x", "<iframe src=\"{content:url}\"></iframe>", CustomCodeProblem.Element)]
    [InlineData("x", "<object data=\"{content:url}\"></object>", CustomCodeProblem.Element)]
    [InlineData("x", "<style>{content}</style>", CustomCodeProblem.Element)]
    [InlineData("x", "<svg>{content}</svg>", CustomCodeProblem.Element)]
    [InlineData("x", "<form>{content}</form>", CustomCodeProblem.Element)]
    [InlineData("x", "<video src=\"{content:url}\"></video>", CustomCodeProblem.Element)]
    [InlineData("x", "<meta http-equiv=\"refresh\">{content}", CustomCodeProblem.Element)]
    [InlineData("x", "<b onclick=\"x\">{content}</b>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<b style=\"color:{1:colour}\">{content}</b>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<b id=\"a\">{content}</b>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<b class=\"masthead\">{content}</b>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<b class=\"{1:text}\">{content}</b>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<b class=x>{content}</b>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<b class='c-red'>{content}</b>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a>{content}</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a href=\"javascript:{content:text}\">{content:text}</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a href=\"javascript:alert(1)\">{content}</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a href=\"{content:text}\">y</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a href=\"{1:identifier}:{content:text}\">y</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a href=\"{1:url}{content:text}\">y</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a href=\"https://{content:text}\">y</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a href=\"https://a.example{content:text}\">y</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a href=\"/{content:text}\">y</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a href=\"//{content:text}\">y</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a href=\"https://a.example/{content}\">y</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<a href=\"https://a.example/\" target=\"_blank\">{content}</a>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<img src=\"data:image/png,{content:text}\">", CustomCodeProblem.Attribute)]
    [InlineData("x", "<img src=\"{content:text}\">", CustomCodeProblem.Attribute)]
    [InlineData("x", "<img src=\"http://a.example/{content:text}\">", CustomCodeProblem.Attribute)]
    [InlineData("x", "<img alt=\"{content:text}\">", CustomCodeProblem.Attribute)]
    [InlineData("x", "<img src=\"https://a.example/x\" width=\"{1:text}\">{content}", CustomCodeProblem.Attribute)]
    [InlineData("x", "<font color=\"{1:text}\">{content}</font>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<font color=\"red;x\">{content}</font>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<font face=\"x\">{content}</font>", CustomCodeProblem.Attribute)]
    [InlineData("x", "<b class=\"c-red\" class=\"c-red\">{content}</b>", CustomCodeProblem.Attribute)]
    [InlineData("x", "{text}{content}", CustomCodeProblem.Slot)]
    [InlineData("x", "{content:html}", CustomCodeProblem.Slot)]
    [InlineData("x", "{1}{content}", CustomCodeProblem.Slot)]
    [InlineData("x", "{9:text}{content}", CustomCodeProblem.Slot)]
    [InlineData("x", "{content", CustomCodeProblem.Slot)]
    [InlineData("x", "{content}{content}", CustomCodeProblem.Slot)]
    [InlineData("x", "{content}{content:text}", CustomCodeProblem.Slot)]
    [InlineData("x", "<div><b>{content}</b></div>", CustomCodeProblem.Slot)]
    [InlineData("x", "{{7*7}}{content}", CustomCodeProblem.Slot)]
    public void What_could_do_harm_is_no_code(string tag, string template, CustomCodeProblem problem)
    {
        var (code, errors) = CustomCode.Read(tag, template);
        Assert.Null(code);
        Assert.Contains(errors, error => error.Problem == problem);
    }

    [Fact]
    public void Too_deep_or_too_long_a_template_is_no_code()
    {
        Assert.Null(CustomCode.Read("x", string.Concat(Enumerable.Repeat("<b>", 12)) + "{content}" + string.Concat(Enumerable.Repeat("</b>", 12))).Code);
        Assert.Null(CustomCode.Read("x", "{content}" + new string('x', CustomCode.MaxTemplateLength)).Code);
        Assert.Null(CustomCode.Read("x", string.Concat(Enumerable.Repeat("{content:text}", 13))).Code);
    }

    [Theory]
    [InlineData("<span class=\"c-red\">{content}</span>", "[x]{0}[/x]")]
    [InlineData("<b>{1:text}</b>{content}", "[x={0}]y[/x]")]
    [InlineData("<a href=\"{1:url}\">{content}</a>", "[x={0}]y[/x]")]
    [InlineData("<a href=\"{content:url}\">{content:text}</a>", "[x]{0}[/x]")]
    [InlineData("<a href=\"https://a.example/{content:text}\">{content:text}</a>", "[x]{0}[/x]")]
    [InlineData("<a href=\"https://a.example/?{content:identifier}\">y</a>", "[x]{0}[/x]")]
    [InlineData("<font color=\"{1:colour}\">{content}</font>", "[x={0}]y[/x]")]
    [InlineData("<img src=\"{content:url}\" alt=\"{content:text}\">", "[x]{0}[/x]")]
    public void Attacks_in_the_slots_end_as_harmless_text(string template, string slot)
    {
        var options = new MarkupOptions { CustomCodes = [Code(template)] };
        foreach (var line in Shared.Lines("xss/payloads.jsonl"))
        {
            var source = slot.Replace("{0}", line.GetProperty("payload").GetString(), StringComparison.Ordinal);
            Tests.Html.AssertHarmless(source, options);
            Tests.Html.AssertNothingForTheSecondNet(source, options);
        }
    }

    [Fact]
    public void Short_tags_with_long_templates_do_not_blow_up_a_post()
    {
        var code = Code(new string('字', 1900) + "<b>{content}</b>");
        var source = string.Concat(Enumerable.Repeat("[x]a[/x]\n", 5000));
        var html = PostMarkup.ToHtml(source, new MarkupOptions { CustomCodes = [code] });
        Assert.InRange(html.Length, 5000, 200_000);
        Assert.True(PostMarkup.ToHtml("[x]" + string.Concat(Enumerable.Repeat("a\n\n", 5000)) + "[/x]", new MarkupOptions { CustomCodes = [code] }).Length < 200_000);
        Assert.Contains("[x]a[/x]", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_block_of_a_custom_code_is_whole()
    {
        var options = new MarkupOptions { CustomCodes = [Code("<div>vor{content}<hr>nach</div>")] };
        var html = PostMarkup.ToHtml("[x]" + string.Concat(Enumerable.Repeat("a\n\n", 900)) + "[/x]", options);
        Assert.StartsWith("<div>vor<p>a</p>", html, StringComparison.Ordinal);
        Assert.EndsWith("<p>a</p><hr>nach</div>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_hold_the_words_of_the_template() =>
        Assert.Equal("★ b ★", PostMarkup.ToPlainText("[x]b[/x]", options: new MarkupOptions { CustomCodes = [Code("★ <b>{content}</b> ★")] }));
}
