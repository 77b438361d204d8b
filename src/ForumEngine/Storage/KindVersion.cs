namespace ForumEngine.Storage;

/// <summary>How often a kind of cached data (boards, groups, settings, …) has changed; caches carry it in their keys.</summary>
public sealed class KindVersion
{
    public required string Kind { get; init; }
    public long Number { get; set; }
}

/// <summary>The kinds whose caches hang on a version number in the database.</summary>
public static class Kinds
{
    public const string Boards = "boards";
    public const string Groups = "groups";
    public const string Settings = "settings";
    public const string Announcements = "announcements";
    public const string Documents = "documents";
    public const string Look = "look";

    public const string Addresses = "addresses";
    public const string MailDomains = "mail-domains";
    public const string WarningSteps = "warning-steps";

    /// <summary>The codes of this site.</summary>
    public const string Codes = "codes";

    /// <summary>The word filter's list.</summary>
    public const string Words = "words";

    /// <summary>The policies of pre-moderation.</summary>
    public const string Review = "review";

    public const string ReportCategories = "report-categories";

    /// <summary>What staff choose their reasons from.</summary>
    public const string Reasons = "reasons";

    /// <summary>The rules that sanctions name.</summary>
    public const string Rules = "rules";

    /// <summary>Moves with every sanction and every lift, so that open pages are told on every node.</summary>
    public const string Sanctions = "sanctions";

    /// <summary>Navigation, footer, licences, friends.</summary>
    public const string Links = "links";

    public const string MailTemplates = "mail-templates";

    /// <summary>Words of stamps.</summary>
    public const string Stamps = "stamps";

    public static readonly string[] All =
    [
        Boards, Groups, Settings, Announcements, Documents, Look, Codes,
        ReportCategories, Reasons,
        Rules, Sanctions,
        Words, Review,
        Addresses, MailDomains, WarningSteps,
        Links, MailTemplates, Stamps,
    ];
}
