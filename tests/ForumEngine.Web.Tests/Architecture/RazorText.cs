using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.Language;
using Microsoft.AspNetCore.Razor.Language.Extensions;
using Microsoft.AspNetCore.Razor.Language.Intermediate;

namespace ForumEngine.Web.Tests.Architecture;

/// <summary>What stands in a view itself, by Razor's own parser: all texts and attributes that don't come out of an expression.</summary>
internal static class RazorText
{
    private static readonly string[] Directives = ["@model ", "@inject ", "@using ", "@addTagHelper ", "@inherits "];

    // Attributes that are read or heard, with those of our own tag helpers.
    private static readonly string[] Shown =
        ["title", "alt", "placeholder", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "label", "hint", "summary"];

    private static readonly RazorProjectEngine Engine =
        RazorProjectEngine.Create(RazorConfiguration.Default, RazorProjectFileSystem.Create(Checkout.Root), SectionDirective.Register);

    /// <summary>Every literal with a letter in it, as "element: text" or "element attribute: text".</summary>
    public static IEnumerable<string> Literals(string file)
    {
        var html = new HtmlParser().ParseDocument(Markup(file));
        foreach (var node in html.Descendants())
            if (node is IText text && Says(text.Data)) yield return $"{text.ParentElement!.LocalName}: {text.Data.Trim()}";
            else if (node is IElement element)
                foreach (var attribute in element.Attributes.Where(a => IsShown(element, a.LocalName) && Says(a.Value)))
                    yield return $"{element.LocalName} {attribute.LocalName}: {attribute.Value}";
    }

    private static bool Says(string text) => text.Any(char.IsLetter);

    private static bool IsShown(IElement element, string attribute) => Shown.Contains(attribute) ||
        (attribute == "value" && element is { LocalName: "input" } && element.GetAttribute("type") is "submit" or "button" or "reset");

    private static string Markup(string file)
    {
        var view = string.Join('\n', File.ReadLines(file).Where(l => !Directives.Any(d => l.StartsWith(d, StringComparison.Ordinal))));
        var code = Engine.Process(RazorSourceDocument.Create(view, file), FileKinds.Legacy, [], []);
        var markup = new StringBuilder();
        Write(code.GetDocumentIntermediateNode(), markup);
        return markup.ToString();
    }

    private static void Write(IntermediateNode node, StringBuilder markup)
    {
        if (node is IntermediateToken { IsHtml: true } token) markup.Append(token.Content);
        if (node is HtmlAttributeIntermediateNode opened) markup.Append(opened.Prefix);
        if (node is HtmlAttributeValueIntermediateNode value) markup.Append(value.Prefix);
        foreach (var child in node.Children) Write(child, markup);
        if (node is HtmlAttributeIntermediateNode closed) markup.Append(closed.Suffix);
    }
}
