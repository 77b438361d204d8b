namespace ForumEngine.Markup;

/// <summary>What <see cref="PostMarkup.Resolve"/> needs to know of a reader and a post.</summary>
public sealed record ReaderFacts
{
    /// <summary>Sees whatever is hidden: the author of the post and the staff of the board.</summary>
    public bool SeesHidden { get; init; }

    /// <summary>Has a visible reply in the thread.</summary>
    public bool HasReplied { get; init; }

    public int Credits { get; init; }

    /// <summary>How long ago the post was written.</summary>
    public TimeSpan PostAge { get; init; }

    /// <summary>The site's limit: after so many days nothing is hidden any more; 0 for none.</summary>
    public int HideEndsAfterDays { get; init; }

    /// <summary>The notice in place of what is withheld, as plain text.</summary>
    public Func<HideNeed, string> Withheld { get; init; } = static _ => "…";

    /// <summary>A line above what is hidden from others and shown to this reader, as plain text; none if not given.</summary>
    public Func<HideNeed, string>? Shown { get; init; }

    /// <summary>The attachment as HTML, which is trusted and may be a block; null when this reader can't have it.</summary>
    public Func<long, string?> Attachment { get; init; } = static _ => null;

    /// <summary>Reply and credits are both needed where both are asked for; time ends either. A password nothing ends.</summary>
    internal bool Sees(HideNeed need) =>
        SeesHidden || (!need.Password && (HasEnded(need.Days) || HasEnded(HideEndsAfterDays) || Meets(need)));

    private bool HasEnded(int days) => days > 0 && PostAge.TotalDays >= days;

    private bool Meets(HideNeed need) => (!need.Reply || HasReplied) && Credits >= need.Credits;
}
