namespace ForumEngine.Markup;

/// <summary>What a reader needs to see what stands between <c>[hide]</c> and <c>[/hide]</c> (features.md A3).</summary>
/// <param name="Reply">A reply in the thread.</param>
/// <param name="Credits">At least so many credits; 0 for none.</param>
/// <param name="Days">After so many days everybody sees it; 0 for never.</param>
/// <param name="Password">The whole post has a password of the old forum: nobody but author and staff sees it, ever.</param>
public readonly record struct HideNeed(bool Reply, int Credits = 0, int Days = 0, bool Password = false)
{
    /// <summary>The stricter of both, for what is nested too deep to be kept apart.</summary>
    internal HideNeed With(HideNeed other) => new(
        Reply || other.Reply,
        Math.Max(Credits, other.Credits),
        Days == 0 || other.Days == 0 ? 0 : Math.Max(Days, other.Days),
        Password || other.Password);
}
