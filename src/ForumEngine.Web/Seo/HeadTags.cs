namespace ForumEngine.Web.Seo;

/// <summary>The head of a page, ready to write: all addresses are absolute.</summary>
public sealed record HeadTags
{
    public required string Title { get; init; }
    public string? Description { get; init; }
    public bool NoIndex { get; init; }

    /// <summary>Null for none.</summary>
    public string? Keywords { get; init; }
    public string? Canonical { get; init; }
    public string? Previous { get; init; }
    public string? Next { get; init; }
    public string? Feed { get; init; }
    public required string SiteName { get; init; }

    /// <summary>The language with a country, as Open Graph wants it.</summary>
    public required string Locale { get; init; }

    /// <summary>What Open Graph calls the page.</summary>
    public required string Type { get; init; }

    /// <summary>Title of what is shared, without the site's name, which stands beside it.</summary>
    public required string ShareTitle { get; init; }

    public required string Image { get; init; }

    /// <summary>The picture is the page's own and worth a large card.</summary>
    public bool HasOwnImage { get; init; }

    public DateTime? Published { get; init; }
    public DateTime? Modified { get; init; }

    /// <summary>schema.org data as JSON, safe inside of a script element; null when the page tells nothing.</summary>
    public string? Data { get; init; }
}
