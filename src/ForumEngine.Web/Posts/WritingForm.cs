using ForumEngine.Attachments;
using ForumEngine.Drafts;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Posts;

/// <summary>
/// What the forms of a thread, a reply and an edit share (surface.md, Form fields). Only <see cref="Body"/> is needed: what a
/// form doesn't carry is as usual. An empty box is not sent, so <see cref="Options"/> tells a form with boxes from one without.
/// </summary>
public abstract class WritingForm
{
    public string? Body { get; set; }

    /// <summary>Set by the preview button; nothing is written then.</summary>
    public string? Preview { get; set; }

    /// <summary>Anything: the form has the boxes below, and an absent one is off.</summary>
    public string? Options { get; set; }

    public bool Signature { get; set; }
    public bool NoSmilies { get; set; }
    public bool NoLinks { get; set; }
    public bool NotifyMe { get; set; }
    public bool NewestFirst { get; set; }
    public bool HideReplies { get; set; }
    public bool Anonymous { get; set; }
    public int? ReadLevel { get; set; }

    /// <summary>A solved challenge, when the form was asked for one.</summary>
    public string? Work { get; set; }

    /// <summary>Ids, parted by commas.</summary>
    public string? Files { get; set; }

    public string? Tags { get; set; }

    /// <summary>In the member's time zone, as datetime-local sends it.</summary>
    public DateTime? PublishAt { get; set; }

    public string? DraftKey { get; set; }

    /// <summary>Offered above the form, or what stands in it when <see cref="DraftKey"/> names it.</summary>
    [BindNever]
    public Draft? Draft { get; set; }

    /// <summary>Files chosen without a script, for the button <see cref="AttachNow"/>.</summary>
    public List<IFormFile>? Upload { get; set; }

    public string? AttachNow { get; set; }

    /// <summary>The button beside a file in the list.</summary>
    public long? DropFile { get; set; }

    /// <summary>Nothing is written: the form comes again with another list of files.</summary>
    public bool OnlyFiles => AttachNow is not null || DropFile is not null;

    /// <summary>The files of <see cref="Files"/> that are there and this member's.</summary>
    [BindNever]
    public IReadOnlyList<PostFile> Attached { get; set; } = [];

    [BindNever]
    public string? Rendered { get; set; }

    /// <summary>What the engine takes.</summary>
    public PostChoices Choices(Viewer viewer) => new()
    {
        Signature = Box(Signature),
        NoSmilies = Box(NoSmilies),
        NoLinks = Box(NoLinks),
        NotifyMe = Box(NotifyMe),
        NewestFirst = Box(NewestFirst),
        HideReplies = Box(HideReplies),
        Anonymous = Box(Anonymous),
        // Emptied is "everybody"; whoever may not set it is not heard.
        ReadLevel = ReadLevel ?? (Options is null ? null : 0),
        Files = FileIds(),
        Tags = Tags,
        Work = Work,
        PublishAt = PublishAt is { } at ? TimeZoneInfo.ConvertTimeToUtc(Existing(at, viewer.Zone), viewer.Zone) : null,
        DraftKey = DraftKey,
    };

    /// <summary>The boxes of a form that nobody has filled in yet.</summary>
    public void Show(PostChoices choices)
    {
        Options = "1";
        Signature = choices.Signature ?? true;
        NoSmilies = choices.NoSmilies ?? false;
        NoLinks = choices.NoLinks ?? false;
        NotifyMe = choices.NotifyMe ?? true;
        NewestFirst = choices.NewestFirst ?? false;
        HideReplies = choices.HideReplies ?? false;
        Anonymous = choices.Anonymous ?? false;
        ReadLevel = choices.ReadLevel;
        Tags = choices.Tags;
        Files = choices.Files is { } files ? string.Join(',', files) : null;
    }

    /// <summary>An empty field is sent as nothing, so a form with boxes that says nothing says: no files.</summary>
    public IReadOnlyList<long>? FileIds() =>
        Files?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Id).OfType<long>().ToList() ?? (Options is null ? null : (IReadOnlyList<long>)[]);

    private bool? Box(bool ticked) => Options is null ? null : ticked;

    private static long? Id(string typed) => long.TryParse(typed, out var id) ? id : null;

    /// <summary>An hour that the clocks skip is the one after it.</summary>
    private static DateTime Existing(DateTime typed, TimeZoneInfo zone)
    {
        var at = DateTime.SpecifyKind(typed, DateTimeKind.Unspecified);
        return zone.IsInvalidTime(at) ? at.AddHours(1) : at;
    }
}

/// <summary>The boxes beside the text, as far as they are offered here.</summary>
public sealed record OptionsView(WritingForm Form, ChoicesOffered Offered)
{
    public bool IsEdit => Form is EditForm;
}
