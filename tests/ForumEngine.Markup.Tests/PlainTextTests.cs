namespace ForumEngine.Markup.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("[b]a[/b] & <b>", "a & <b>")]
    [InlineData("a\nb\n\nc", "a\nb\n\nc")]
    [InlineData("[url=http://a.example]x[/url]", "x")]
    [InlineData("http://a.example", "http://a.example")]
    [InlineData("[img]https://a.example/x.png[/img]", "https://a.example/x.png")]
    [InlineData("[list][*]a[*]b[/list]", "- a\n- b")]
    [InlineData("[list=1][*]a[*]b[/list]c", "1. a\n2. b\n\nc")]
    [InlineData("[code]a[b]\n  c[/code]d", "a[b]\n  c\n\nd")]
    [InlineData("[quote=7,\"张三\"]x[/quote]y", "张三\nx\n\ny")]
    [InlineData("[foo]x", "[foo]x")]
    [InlineData("a[hr]b", "a\n\nb")]
    [InlineData("", "")]
    public void Plain_text_reads_like_the_post(string source, string text) => Assert.Equal(text, PostMarkup.ToPlainText(source));

    [Theory]
    [InlineData("[quote=7,\"a\"]x[/quote]y", "y")]
    [InlineData("a[quote]b[quote]c[/quote]d[/quote]e", "a\n\ne")]
    [InlineData("[quote]x[/quote]", "")]
    [InlineData("[quote]x", "[quote]x")]
    public void Quotes_can_be_left_out(string source, string text) => Assert.Equal(text, PostMarkup.ToPlainText(source, withoutQuotes: true));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("a\n\n [b]b[/b]\nc", 10, "a b c")]
    [InlineData("a bcd", 3, "a…")]
    [InlineData("早上好大家", 4, "早上好…")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 2, "👨‍👩‍👧‍👦…")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
    [InlineData("[quote]x[/quote]y", 10, "y")]
    [InlineData("[quote]x[/quote]", 10, "x")]
    [InlineData("[img]https://a.example/x.png[/img] y", 10, "y")]
    [InlineData("abc", 1, "…")]
    [InlineData("abc", 0, "")]
    [InlineData("", 10, "")]
    public void An_excerpt_is_one_line_cut_between_characters(string source, int max, string excerpt) =>
        Assert.Equal(excerpt, PostMarkup.ToExcerpt(source, max));

    [Theory]
    [InlineData("沙发", 2)]
    [InlineData("  沙发\n\n", 2)]
    [InlineData("[b]沙[/b]发", 2)]
    [InlineData("[quote=7,\"a\"]很长的一段话[/quote]\n沙发", 2)]
    [InlineData("👨‍👩‍👧‍👦🇨🇳", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("a b", 3)]
    [InlineData("", 0)]
    [InlineData("[b]\n[/b]", 0)]
    [InlineData("\u200B\u200B", 0)]
    [InlineData("[b]\u200B[/b]", 0)]
    [InlineData("\u3000\u00A0", 0)]
    [InlineData("\u3164\u2800\uFE0F", 0)]
    [InlineData("a\u200Bb", 2)]
    [InlineData("\u202E\u2066", 0)]
    [InlineData("[quote]x[/quote]", 0)]
    [InlineData("[foo]", 5)]
    public void Visible_length_counts_what_people_see(string source, int length) => Assert.Equal(length, PostMarkup.VisibleLength(source));
}
