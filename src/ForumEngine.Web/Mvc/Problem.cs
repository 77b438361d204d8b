namespace ForumEngine.Web.Mvc;

/// <summary>A refusal or an error as a page (Problem.cshtml): what happened, why, and the ways out.</summary>
public sealed record Problem(int Status, string Title, string? Text = null)
{
    public IReadOnlyList<FrameLink> Links { get; init; } = [];

    /// <summary>When a second try makes sense, UTC; the page counts down to it.</summary>
    public DateTime? RetryAt { get; init; }

    /// <summary>The address to try again; null where that would send a form once more.</summary>
    public string? RetryUrl { get; init; }

    /// <summary>The id in the log, to tell an administrator.</summary>
    public string? RequestId { get; init; }
}
