using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// <c>&lt;count value="46210" /&gt;</c>: in full with comma below 10,000, shortened above with the exact number as title.
/// <c>full</c> never shortens (site totals).
/// </summary>
[HtmlTargetElement("count", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CountTagHelper(IStringLocalizer<FrameText> text) : TagHelper
{
    public long Value { get; set; }
    public bool Full { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "num");
        var exact = Value.ToString("N0", CultureInfo.InvariantCulture);
        if (Full || Math.Abs(Value) < 10_000)
        {
            output.Content.SetContent(exact);
            return;
        }
        output.Attributes.SetAttribute("title", exact);
        // The unit is the language's: ten thousand in Chinese, thousand in English.
        var unit = int.Parse(text["CountUnit"], CultureInfo.InvariantCulture);
        var short_ = Math.Round((decimal)Value / unit, Value < 100L * unit ? 1 : 0, MidpointRounding.ToZero);
        output.Content.SetContent(text["CountShort", short_.ToString("#,0.#", CultureInfo.InvariantCulture)]);
    }
}
