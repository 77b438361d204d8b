using System.ComponentModel.DataAnnotations;

namespace ForumEngine.Settings;

/// <summary>
/// Titles and descriptions as search engines and shared links show them (features.md, SEO). {page} is empty on a first page;
/// a title without it gets the page's number at its end.
/// </summary>
public sealed class SeoSection
{
    public const int MaxLength = 200;

    [Required, Template("site", "tagline")]
    public string IndexTitle { get; set; } = "{site} - {tagline}";

    [Required, Template("board", "page", "site", "tagline")]
    public string BoardTitle { get; set; } = "{board} - {page} - {site}";

    [Required, Template("title", "board", "member", "page", "site", "tagline")]
    public string ThreadTitle { get; set; } = "{title} - {page} - {board} - {site}";

    [Required, Template("title", "member", "site", "tagline")]
    public string MemberTitle { get; set; } = "{title} - {site}";

    /// <summary>All other pages.</summary>
    [Required, Template("title", "site", "tagline")]
    public string PageTitle { get; set; } = "{title} - {site}";

    [Template("site", "tagline")]
    public string IndexDescription { get; set; } = "{tagline}";

    [Template("board", "excerpt", "page", "site", "tagline")]
    public string BoardDescription { get; set; } = "{excerpt}";

    [Template("title", "excerpt", "board", "member", "page", "site", "tagline")]
    public string ThreadDescription { get; set; } = "{excerpt}";
}
