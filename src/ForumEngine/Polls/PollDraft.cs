namespace ForumEngine.Polls;

/// <summary>
/// A poll as the form of a new thread asks for it; blank options are left out. <paramref name="Days"/> 0 never ends.
/// <paramref name="ResultsAfterVote"/>: results are for those who voted; else for everybody.
/// </summary>
public sealed record PollDraft(IReadOnlyList<OptionDraft> Options, int MaxChoices = 1, int Days = 0, bool ResultsAfterVote = false, bool VotersArePublic = false)
{
    /// <summary>Ten years.</summary>
    public const int MaxDays = 3650;
}

/// <summary>An answer to choose; its picture is an upload of the author's own.</summary>
public sealed record OptionDraft(string? Text, long? AttachmentId = null);
