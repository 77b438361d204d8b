namespace ForumEngine.Web.Feeds;

/// <summary>Names the texts of feeds: FeedText.resx, FeedText.en.resx.</summary>
public sealed class FeedText;
