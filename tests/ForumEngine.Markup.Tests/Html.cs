using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ForumEngine.Markup.Tests;

/// <summary>Rendered posts, parsed the way a browser would.</summary>
internal static class Html
{
    private static readonly string[] Addresses = ["http://", "https://", "mailto:", "/"];

    public static IElement Parse(string html) =>
        new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;

    public static IElement Render(string source) => Parse(PostMarkup.ToHtml(source));

    /// <summary>Text as read: blocks and line breaks part words.</summary>
    public static string VisibleText(INode node) => node switch
    {
        IText text => text.Data,
        IElement { LocalName: "b" or "i" or "u" or "s" or "sub" or "sup" or "span" or "font" or "a" } => string.Concat(node.ChildNodes.Select(VisibleText)),
        _ => "\n" + string.Concat(node.ChildNodes.Select(VisibleText)) + "\n",
    };

    /// <summary>What no post may ever hold, whatever was typed; written down here anew, not read from the library.</summary>
    public static void AssertHarmless(string source, MarkupOptions? options = null)
    {
        var rendered = PostMarkup.Render(source, options);
        AssertHarmlessHtml(PostMarkup.Resolve(rendered.Html, rendered.Hidden, new ReaderFacts()));
        if (rendered.Html.Contains("<!--", StringComparison.Ordinal))
            AssertHarmlessHtml(PostMarkup.Resolve(rendered.Html, rendered.Hidden, new ReaderFacts { SeesHidden = true, Attachment = _ => "<img src=\"/files/1\" alt=\"\">" }));
    }

    public static void AssertHarmlessHtml(string html)
    {
        var body = Parse(html);
        Assert.Equal("BODY", body.TagName);
        Assert.True(body.ParentElement!.Children.Length == 2 && body.ParentElement.Children[0].ChildElementCount == 0, html);
        foreach (var element in body.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Elements);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, Attributes);
                if (attribute.Name is "href" or "src" or "data-src")
                    Assert.True(IsHarmless(attribute.Value), attribute.Value);
                if (attribute.Name == "data-src")
                    Assert.Contains(Players, player => attribute.Value.StartsWith(player, StringComparison.Ordinal));
                if (attribute.Name is "width" or "height" or "colspan" or "rowspan")
                    Assert.Matches("^[1-9][0-9]{0,3}%?$", attribute.Value);
                if (attribute.Name == "class")
                    Assert.All(attribute.Value.Split(' '), name => Assert.Matches("^((c|bg|font)-[a-z]+|size-[1-7]|align-(left|center|right)|float-(left|right)|indented|indent|table|wide|embed|mention|edit-line|hide|hide-note)$", name));
            }
        }
        Assert.DoesNotContain(body.TextContent, c => c is '\0' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
    }

    /// <summary>The second net took nothing out: what the writer wrote was clean by itself, and so was what is hidden.</summary>
    public static void AssertNothingForTheSecondNet(string source, MarkupOptions? options = null)
    {
        var hidden = new List<Element>();
        options ??= MarkupOptions.Default;
        var written = HtmlWriter.Write(Parser.Parse(SourceText.Clean(source), options).Children, options, hidden);
        var rendered = PostMarkup.Render(source, options);
        Assert.Equal(written, rendered.Html);
        // The library spares the sanitizer what has no attributes; the tests don't, but for lengths that take it minutes.
        if (written.Length < 5000)
            Assert.Equal(written, SecondNet.Sanitize(written));
        var parts = HiddenParts.Read(rendered.Hidden);
        for (var i = 0; i < hidden.Count; i++)
            Assert.Equal(HtmlWriter.Write(hidden[i].Children, options, hidden), parts[i].Html);
        Assert.Equal(hidden.Count, parts.Count);
    }

    private static bool IsHarmless(string address) =>
        Addresses.Any(start => address.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Any(c => c is '\\' or '"' or '<' or '>' || char.IsWhiteSpace(c) || char.IsControl(c));

    private static readonly string[] Elements =
        ["p", "br", "b", "i", "u", "s", "sub", "sup", "span", "font", "a", "img", "blockquote", "cite", "div", "pre", "code", "hr", "ul", "ol", "li",
        "table", "tbody", "tr", "td", "th", "audio", "video"];

    private static readonly string[] Attributes =
        ["href", "rel", "src", "alt", "loading", "referrerpolicy", "width", "height", "class", "color", "type",
        "colspan", "rowspan", "controls", "preload", "data-src", "data-language"];

    private static readonly string[] Players =
    [
        "https://player.bilibili.com/", "https://www.youtube-nocookie.com/", "https://player.youku.com/", "https://v.qq.com/", "https://www.acfun.cn/",
        "https://www.ixigua.com/", "https://music.163.com/", "https://player.vimeo.com/", "https://www.dailymotion.com/",
    ];
}
