namespace ForumEngine.Web.Mvc;

/// <summary>A refusal or an error as a page (Problem.cshtml): what happened, why, and the ways out.</summary>
public sealed record Problem(int Status, string Title, string? Text = null)
{
    public IReadOnlyList<FrameLink> Links { get; init; } = [];
}
