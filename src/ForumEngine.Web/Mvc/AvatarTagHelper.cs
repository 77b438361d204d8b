using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// <c>&lt;avatar member-id="7" name="..." size="42" /&gt;</c>: the first character of the name on the member's own hue.
/// The sizes are those of parts/avatar.css: 22, 24, 36, 42, 60, 84, 92 pixels. Without a member it is hatched.
/// </summary>
[HtmlTargetElement("avatar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AvatarTagHelper : TagHelper
{
    /// <summary>Hues there are classes for: style attributes are forbidden by the policy.</summary>
    private const int Hues = 12;

    public int? MemberId { get; set; }
    public string? Name { get; set; }
    public int Size { get; set; } = 36;

    /// <summary>Deleted or banned: hatched, without a letter.</summary>
    public bool Gone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var hidden = Gone || MemberId is null || string.IsNullOrEmpty(Name);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"av av-{Size} {(hidden ? "gone" : $"av-h{Hue(MemberId!.Value)}")}");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetContent(hidden ? "×" : StringInfo.GetNextTextElement(Name!).ToUpperInvariant());
    }

    // Neighbours in the order of joining get distant hues.
    private static int Hue(int memberId) => (int)((uint)memberId * 7 % Hues);
}
