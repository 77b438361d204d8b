using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// <c>&lt;ago time="@post.PostedAt" /&gt;</c>: a moment in UTC as a <c>time</c> element. Members read it as people say it;
/// guests' pages are cached, so they carry the date (floors the minute too) and the script makes it human.
/// </summary>
[HtmlTargetElement("ago", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AgoTagHelper(FrameSource frames, HumanTime human) : TagHelper
{
    public DateTime? Time { get; set; }

    /// <summary>Keeps the minute on older dates, as floors do.</summary>
    public bool Minute { get; set; }

    /// <summary>Leaves the moment as a plain date and time, for records.</summary>
    public bool Exact { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var frame = await frames.GetAsync();
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = Time is null ? "span" : "time";
        if (Time is not { } time)
        {
            output.Content.SetContent("—");
            return;
        }
        var full = HumanTime.Full(time, frame.Zone);
        output.Attributes.SetAttribute("datetime", time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", full);
        if (!Exact)
            output.Attributes.SetAttribute("data-ago", Minute ? "minute" : "list");
        output.Content.SetContent(Exact ? full : frame.Member is null ? Shared(time, frame.Zone, full) : human.Say(time, frame.Zone, Minute));
    }

    /// <summary>Columns of lists are as wide as a date; the script says the rest.</summary>
    private string Shared(DateTime time, TimeZoneInfo zone, string full) => Minute ? full : HumanTime.Date(time, zone);
}
