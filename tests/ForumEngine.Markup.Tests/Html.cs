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
    public static void AssertHarmless(string source) => AssertHarmlessHtml(PostMarkup.ToHtml(source));

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
                if (attribute.Name is "href" or "src")
                    Assert.True(IsHarmless(attribute.Value), attribute.Value);
                if (attribute.Name == "class")
                    Assert.All(attribute.Value.Split(' '), name => Assert.Matches("^(c-[a-z]+|size-[1-7]|align-(left|center|right)|indented|hide|hide-note)$", name));
            }
        }
        Assert.DoesNotContain(body.TextContent, c => c is '\0' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
    }

    /// <summary>The second net took nothing out: what the writer wrote was clean by itself.</summary>
    public static void AssertNothingForTheSecondNet(string source)
    {
        var written = HtmlWriter.Write(Parser.Parse(SourceText.Clean(source)).Children, MarkupOptions.Default, []);
        Assert.Equal(written, PostMarkup.Render(source).Html);
    }

    private static bool IsHarmless(string address) =>
        Addresses.Any(start => address.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Any(c => c is '\\' or '"' or '<' or '>' || char.IsWhiteSpace(c) || char.IsControl(c));

    private static readonly string[] Elements =
        ["p", "br", "b", "i", "u", "s", "sub", "sup", "span", "font", "a", "img", "blockquote", "cite", "div", "pre", "code", "hr", "ul", "ol", "li"];

    private static readonly string[] Attributes =
        ["href", "rel", "src", "alt", "loading", "referrerpolicy", "width", "height", "class", "color", "type"];
}
