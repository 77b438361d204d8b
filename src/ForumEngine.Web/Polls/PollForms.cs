using System.Globalization;
using ForumEngine.Permissions;
using ForumEngine.Polls;
using ForumEngine.Posts;

namespace ForumEngine.Web.Polls;

/// <summary>The vote: the ids of options.</summary>
public sealed class VoteForm
{
    public long[] Choices { get; set; } = [];
}

/// <summary>The fields of a poll in the form of a new thread. With every option blank there is no poll.</summary>
public sealed class PollFields
{
    private const int First = 4, More = 2;

    public string?[] PollOptions { get; set; } = [];

    /// <summary>Beside the options: ids of uploaded pictures.</summary>
    public long?[] PollImages { get; set; } = [];

    public int? PollMaxChoices { get; set; }
    public int? PollDays { get; set; }
    public bool PollResultsAfterVote { get; set; }
    public bool PollVotersArePublic { get; set; }

    /// <summary>Set by the button that asks for more places; nothing is written then.</summary>
    public string? AddPollOption { get; set; }

    public bool IsPoll => PollOptions.Any(o => !string.IsNullOrWhiteSpace(o)) || PollImages.Any(i => i is not null);

    /// <summary>Places to type in: those that were there, and some more when asked.</summary>
    public int Places => Math.Min(Poll.MaxOptions, Math.Max(First, PollOptions.Length + (AddPollOption is null ? 0 : More)));

    public PollDraft? Draft() => !IsPoll ? null : new PollDraft(
        [.. PollOptions.Select((text, i) => new OptionDraft(text, PollImages.ElementAtOrDefault(i)))],
        PollMaxChoices ?? 1, PollDays ?? 0, PollResultsAfterVote, PollVotersArePublic);

    public static PollFields Of(PollDraft? draft) => draft is null ? new PollFields() : new PollFields
    {
        PollOptions = [.. draft.Options.Select(o => o.Text)],
        PollImages = [.. draft.Options.Select(o => o.AttachmentId)],
        PollMaxChoices = draft.MaxChoices,
        PollDays = draft.Days,
        PollResultsAfterVote = draft.ResultsAfterVote,
        PollVotersArePublic = draft.VotersArePublic,
    };
}

/// <summary>Changing a poll: places and, for staff, texts of the options there are; below them new ones.</summary>
public sealed class ChangeForm
{
    public const int More = 2;

    public Dictionary<string, string?> Place { get; set; } = [];
    public Dictionary<string, string?> Text { get; set; } = [];
    public string?[] PollOptions { get; set; } = [];
    public string? AddPollOption { get; set; }

    public IReadOnlyList<OptionEdit> Edits() =>
    [
        .. Place.Keys.Union(Text.Keys).Select(key => Id(key) is { } id ? new OptionEdit(id, Text.GetValueOrDefault(key), Number(key)) : null).OfType<OptionEdit>(),
        .. PollOptions.Select(text => new OptionEdit(null, text, int.MaxValue)),
    ];

    private static long? Id(string key) => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private int Number(string key) =>
        int.TryParse(Place.GetValueOrDefault(key), NumberStyles.Integer, CultureInfo.InvariantCulture, out var place) ? place : int.MaxValue;
}

public sealed record ChangeView(PollInPlace In, bool MayReword, ChangeForm Form)
{
    public static ChangeView Of(Viewer who, PollInPlace at) =>
        new(at, PollRules.MayReword(who, at.Board, FindPost.Facts(at.Thread), at.AuthorRank), new ChangeForm());

    /// <summary>Empty places below the options there are.</summary>
    public int Places => Math.Clamp(Form.PollOptions.Length + (Form.AddPollOption is null && Form.PollOptions.Length > 0 ? 0 : ChangeForm.More), 0, Poll.MaxOptions - In.Poll.Options.Count);
}
