namespace ForumEngine.Sitemap;

/// <summary>One file of the sitemap: the threads of a board within one block of ids, which are given out in order of time.</summary>
public sealed record SitemapPart(int BoardId, long Block, DateTime LastPostAt);

/// <summary>One address of the sitemap.</summary>
public sealed record SitemapThread(long Id, DateTime LastPostAt);
