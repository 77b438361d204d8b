namespace ForumEngine.Web.Mvc;

/// <summary>Makes the <see cref="Frame"/> of this request, once: the layout, the time and the avatar helpers ask for it.</summary>
public sealed class FrameSource
{
    private Frame? frame;

    public ValueTask<Frame> GetAsync() => ValueTask.FromResult(frame ??= Make());

    private static Frame Make() => new()
    {
        SiteName = "ForumEngine",
        Footer = new FrameFooter(),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
    };
}
