namespace ForumEngine.Web.Mvc;

/// <summary>
/// What a view tells the layout about its page. One per request; every view has it as <c>Head</c> (see _ViewImports).
/// Titles, descriptions and everything machines read are made of it in one place, <see cref="Seo.HeadSource"/>.
/// <code>@{ Head.Title = Model.Title; Head.Crumb(Model.Board.Name, $"/boards/{Model.Board.Id}").Crumb(Model.Title); }</code>
/// </summary>
public sealed class PageHead
{
    private readonly List<Crumb> crumbs = [];
    private readonly List<object> data = [];

    /// <summary>Which template of the settings makes the title.</summary>
    public PageKind Kind { get; set; }

    public string? Title { get; set; }

    /// <summary>For pages whose kind has no template; see <see cref="Excerpt"/>.</summary>
    public string? Description { get; set; }

    /// <summary>The page's own first words, for the templates.</summary>
    public string? Excerpt { get; set; }

    /// <summary>Name of the board the page is of or in.</summary>
    public string? Board { get; set; }

    /// <summary>Name of the member who wrote it; empty when anonymous.</summary>
    public string? Member { get; set; }

    /// <summary>Path of the page search engines shall keep, without the host. Pages without one are not told to social networks either.</summary>
    public string? Canonical { get; set; }

    /// <summary>Path of the page's feed.</summary>
    public string? Feed { get; set; }

    /// <summary>Where the phone's thumb row starts a thread; null where one may not.</summary>
    public string? Write { get; set; }

    public bool NoIndex { get; set; }

    /// <summary>Of this page, for search engines that still read them.</summary>
    public string? Keywords { get; set; }

    /// <summary>In place of what the templates make; null takes theirs.</summary>
    public string? OwnTitle { get; set; }

    /// <inheritdoc cref="OwnTitle"/>
    public string? OwnDescription { get; set; }

    /// <summary>A bundle that only this page loads, by its name in build/.</summary>
    public string? Script { get; set; }

    /// <summary>A style sheet that only this page loads, by its name in build/.</summary>
    public string? Sheet { get; set; }

    /// <summary>Address of the page's own picture.</summary>
    public string? Image { get; set; }

    /// <summary>Set on what is an article.</summary>
    public DateTime? Published { get; set; }

    public DateTime? Modified { get; set; }

    public int Page { get; private set; } = 1;
    public string? Previous { get; private set; }
    public string? Next { get; private set; }

    /// <summary>Key of the navigation entry that is current; the index by default.</summary>
    public string Nav { get; set; } = "forum";

    /// <summary>The view draws the path itself, in line with its heading.</summary>
    public bool OwnCrumb { get; set; }

    /// <summary>The path below the site's name; the last one is the page itself and has no address.</summary>
    public IReadOnlyList<Crumb> Crumbs => crumbs;

    /// <summary>What the page says to machines (schema.org), as records of <see cref="Seo"/>.</summary>
    public IReadOnlyList<object> Data => data;

    public PageHead Crumb(string text, string? url = null)
    {
        crumbs.Add(new Crumb(text, url));
        return this;
    }

    /// <summary>Which of a list's pages this is, and its neighbours.</summary>
    public PageHead On(Pager pager)
    {
        (Page, Previous, Next) = (pager.Current, pager.Previous, pager.Next);
        return this;
    }

    public void Tell(object thing) => data.Add(thing);
}

public sealed record Crumb(string Text, string? Url);

public enum PageKind
{
    Other, Index, Board, Thread, Member,
}
