using System.Text.Json.Serialization;

namespace ForumEngine.Web.Seo;

/// <summary>A thing of schema.org; the record's name is its type there.</summary>
public abstract record Thing
{
    [JsonPropertyName("@type"), JsonPropertyOrder(-1)]
    public string Type => GetType().Name;
}

public sealed record BreadcrumbList(IReadOnlyList<ListItem> ItemListElement) : Thing;

public sealed record ListItem(int Position, string Name, string Item) : Thing;

public sealed record WebSite(string Name, string Url, string? Description, SearchAction PotentialAction) : Thing;

/// <summary>The address holds {search_term_string} where the words go.</summary>
public sealed record SearchAction(string Target) : Thing
{
    [JsonPropertyName("query-input")]
    public string QueryInput => "required name=search_term_string";
}

public sealed record CollectionPage(string Name, string Url) : Thing;

public sealed record Person(string Name, string? Url = null) : Thing;

/// <summary>A thread, or as much of it as its page shows.</summary>
public sealed record DiscussionForumPosting(string Headline, string Url, Person Author, DateTime DatePublished, DateTime DateModified) : Thing
{
    public string? Text { get; init; }
    public string? Image { get; init; }
    public CollectionPage? IsPartOf { get; init; }
    public int CommentCount { get; init; }
    public IReadOnlyList<InteractionCounter> InteractionStatistic { get; init; } = [];
    public IReadOnlyList<Comment> Comment { get; init; } = [];
}

/// <summary>A floor.</summary>
public sealed record Comment(int Position, string Url, Person Author, DateTime DatePublished, DateTime? DateModified, string Text) : Thing;

public sealed record InteractionCounter(string InteractionType, int UserInteractionCount) : Thing
{
    public static InteractionCounter Of(string action, int count) => new($"https://schema.org/{action}", count);
}
