namespace ForumEngine.Web.Mvc;

/// <summary>
/// What a view tells the layout about its page. One per request; every view has it as <c>Head</c> (see _ViewImports).
/// <code>@{ Head.Title = Model.Title; Head.Crumb(Model.Board.Name, $"/boards/{Model.Board.Id}").Crumb(Model.Title); }</code>
/// </summary>
public sealed class PageHead
{
    private readonly List<Crumb> crumbs = [];

    public string? Title { get; set; }
    public string? Description { get; set; }

    /// <summary>Path of the page search engines shall keep, without the host.</summary>
    public string? Canonical { get; set; }

    /// <summary>Path of the page's feed.</summary>
    public string? Feed { get; set; }

    /// <summary>Where the phone's thumb row starts a thread; null where one may not.</summary>
    public string? Write { get; set; }

    public bool NoIndex { get; set; }

    /// <summary>Key of the navigation entry that is current; the index by default.</summary>
    public string Nav { get; set; } = "forum";

    /// <summary>The view draws the path itself, in line with its heading.</summary>
    public bool OwnCrumb { get; set; }

    /// <summary>The path below the site's name; the last one is the page itself and has no address.</summary>
    public IReadOnlyList<Crumb> Crumbs => crumbs;

    public PageHead Crumb(string text, string? url = null)
    {
        crumbs.Add(new Crumb(text, url));
        return this;
    }
}

public sealed record Crumb(string Text, string? Url);
