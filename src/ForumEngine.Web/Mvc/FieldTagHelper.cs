using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// <c>&lt;field for="Email" label="@T["Email"]" hint="@T["EmailHint"]" type="email" autocomplete="email" /&gt;</c>: label, control as
/// typed, hint, and the error that belongs to it. <c>lines</c> makes it a text of several lines. Passwords are never given back.
/// Other attributes go to the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }
    public string Type { get; set; } = "text";
    public int Lines { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = For.Name;
        var error = View.ModelState.TryGetValue(id, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
        var control = Lines > 0 ? Area() : Input();
        foreach (var attribute in output.Attributes) control.Attributes[attribute.Name] = attribute.Value?.ToString();
        control.Attributes["id"] = control.Attributes["name"] = id;
        if (error is not null) control.Attributes["aria-invalid"] = "true";
        if (error is not null || Hint is not null) control.Attributes["aria-describedby"] = error is null ? $"{id}-hint" : $"{id}-error";

        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        output.Content.AppendHtml(Element("label", Label, ("for", id))).AppendHtml(control);
        if (Hint is not null) output.Content.AppendHtml(Element("span", Hint, ("class", "hint"), ("id", $"{id}-hint")));
        if (error is not null) output.Content.AppendHtml(Element("span", error, ("class", "err"), ("id", $"{id}-error")));
    }

    private TagBuilder Input()
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("in");
        input.Attributes["type"] = Type;
        if (Type != "password" && For.Model?.ToString() is { } value) input.Attributes["value"] = value;
        return input;
    }

    // Browsers drop the first line break of a text area.
    private TagBuilder Area() => Element("textarea", "\n" + For.Model, ("rows", $"{Lines}"));

    private static TagBuilder Element(string name, string text, params (string Name, string Value)[] attributes)
    {
        var element = new TagBuilder(name);
        foreach (var (key, value) in attributes) element.Attributes[key] = value;
        element.InnerHtml.Append(text);
        return element;
    }
}
