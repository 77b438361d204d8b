using ForumEngine.Permissions;

namespace ForumEngine.Web.Mvc;

/// <summary>The viewer of this request; set by <see cref="ViewerMiddleware"/> before any controller runs.</summary>
public sealed class CurrentViewer
{
    private Viewer? viewer;

    public Viewer Viewer
    {
        get => viewer ?? throw new InvalidOperationException("This path runs before the viewer is known.");
        set => viewer = value;
    }

    public bool IsKnown => viewer is not null;
}
