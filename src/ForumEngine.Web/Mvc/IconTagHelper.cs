using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// <c>&lt;icon name="pen" /&gt;</c>: a drawing of assets/icons. It is silent for screen readers; where it stands alone,
/// give it a <c>label</c> or label what holds it.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }
    public string? Label { get; set; }
    public bool Fill { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Fill ? "i fill" : "i");
        if (Label is null)
            output.Attributes.SetAttribute("aria-hidden", "true");
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }
        var file = ViewContext.HttpContext.Asset("build/icons.svg");
        output.Content.SetHtmlContent($"<use href=\"{HtmlEncoder.Default.Encode(file)}#{HtmlEncoder.Default.Encode(Name)}\"/>");
    }
}
