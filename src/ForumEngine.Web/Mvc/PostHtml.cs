using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// <c>&lt;div post-html="@floor.Html"&gt;</c>: the one place that writes a member's words unencoded, behind whatever the
/// element holds already. It takes only what ForumEngine.Markup made. The words decide their own direction.
/// </summary>
[HtmlTargetElement(Attributes = "post-html")]
public sealed class PostHtml : TagHelper
{
    [HtmlAttributeName("post-html")]
    public string? Html { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("dir", "auto");
        output.Content.SetHtmlContent(await output.GetChildContentAsync());
        output.Content.AppendHtml(Html);
    }
}
