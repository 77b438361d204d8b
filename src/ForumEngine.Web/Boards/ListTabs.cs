namespace ForumEngine.Web.Boards;

/// <summary>An order or a filter of a board's list; <paramref name="Key"/> is its text.</summary>
public sealed record ListTab(string Key, string Url, bool IsCurrent);

/// <summary>The tabs above a board's threads, and those under More. A tab changes one thing and leaves the type alone.</summary>
public static class ListTabs
{
    public static IReadOnlyList<ListTab> For(BoardAddress at) =>
    [
        Order(at, "OrderLastPost", "lastpost"),
        Order(at, "OrderCreated", "created"),
        Order(at, "OrderHeat", "heat"),
        Filter(at, "FilterDigest", "digest"),
    ];

    public static IReadOnlyList<ListTab> More(BoardAddress at) =>
    [
        Filter(at, "FilterPoll", "poll"),
        Filter(at, "FilterReward", "reward"),
        Order(at, "OrderReplies", "replies"),
        Order(at, "OrderViews", "views"),
        .. new[] { "1d", "7d", "30d", "90d" }.Select(since => Since(at, since)),
    ];

    private static ListTab Order(BoardAddress at, string key, string? word)
    {
        var current = BoardAddress.Filter(at.FilterWord) is null && BoardAddress.Since(at.SinceWord) is null
            && (BoardAddress.Order(at.OrderWord) ?? at.Default) == BoardAddress.Order(word);
        return new(key, (at with { OrderWord = word, FilterWord = null, SinceWord = null }).Page(1), current);
    }

    private static ListTab Filter(BoardAddress at, string key, string word) =>
        new(key, (at with { FilterWord = word, OrderWord = null, SinceWord = null }).Page(1), at.FilterWord == word);

    private static ListTab Since(BoardAddress at, string word) =>
        new($"Since{word}", (at with { SinceWord = word }).Page(1), at.SinceWord == word);
}
