using System.Globalization;
using ForumEngine.Avatars;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// <c>&lt;avatar member-id="7" name="..." version="3" size="42" /&gt;</c>: the member's picture, or, where the version is 0, the first
/// character of the name on the member's own hue.
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

    /// <summary>Of the picture (<see cref="ForumEngine.Accounts.Member.AvatarVersion"/>); 0 draws the letter.</summary>
    public int Version { get; set; }

    /// <summary>Deleted or banned: hatched, without a letter.</summary>
    public bool Gone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var hidden = Gone || MemberId is null || string.IsNullOrEmpty(Name);
        if (Version > 0 && !hidden)
        {
            Picture(output);
            return;
        }
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"av av-{Size} {(hidden ? "gone" : $"av-h{Hue(MemberId!.Value)}")}");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetContent(hidden ? "×" : Letter(Name!));
    }

    /// <summary>Beside a name it says nothing of its own.</summary>
    private void Picture(TagHelperOutput output)
    {
        output.TagName = "img";
        output.TagMode = TagMode.StartTagOnly;
        output.Attributes.SetAttribute("class", $"av av-{Size}");
        output.Attributes.SetAttribute("src", $"/avatars/{MemberId}/{AvatarFiles.SizeFor(Size)}?v={Version}");
        output.Attributes.SetAttribute("width", Size);
        output.Attributes.SetAttribute("height", Size);
        output.Attributes.SetAttribute("alt", "");
        output.Attributes.SetAttribute("decoding", "async");
    }

    internal static string Letter(string name) => StringInfo.GetNextTextElement(name).ToUpperInvariant();

    // Neighbours in the order of joining get distant hues.
    internal static int Hue(int memberId) => (int)((uint)memberId * 7 % Hues);
}
