using ForumEngine.Threads;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Http.Extensions;

namespace ForumEngine.Web.Boards;

/// <summary>The address of a board's list (surface.md): reads its words, writes it with one of them changed.</summary>
public sealed record BoardAddress(int Id, string? OrderWord = null, string? FilterWord = null, int? Type = null, string? SinceWord = null)
{
    /// <summary>Of the board, where the address asks for no order.</summary>
    public BoardOrder Default { get; init; }

    private static readonly string[] Filters = ["digest", "poll", "reward"];

    public string Page(int page)
    {
        var query = new QueryBuilder();
        if (Order(OrderWord) is { } order && order != Default) query.Add("order", OrderWord!);
        if (Filter(FilterWord) is { } filter) query.Add("filter", filter);
        if (Type is { } type) query.Add("type", $"{type}");
        if (Since(SinceWord) is not null) query.Add("since", SinceWord!);
        if (page > 1) query.Add("page", $"{page}");
        return $"/boards/{Id}{query}";
    }

    public static BoardOrder? Order(string? word) => word switch
    {
        "lastpost" => BoardOrder.LastPost,
        "created" => BoardOrder.Created,
        "replies" => BoardOrder.Replies,
        "views" => BoardOrder.Views,
        "heat" => BoardOrder.Heat,
        _ => null,
    };

    public static string? Filter(string? word) => Filters.Contains(word) ? word : null;

    public static TimeSpan? Since(string? word) => word switch
    {
        "1d" => TimeSpan.FromDays(1),
        "7d" => TimeSpan.FromDays(7),
        "30d" => TimeSpan.FromDays(30),
        "90d" => TimeSpan.FromDays(90),
        _ => null,
    };
}

/// <summary>A board's page with the address it was asked for.</summary>
public sealed record BoardView(BoardPage Page, BoardAddress Address)
{
    /// <summary>Only the top of the plain list can have news above it.</summary>
    public string? NewsUrl => Page.Query is not { IsPlain: true, Page: 1 } ? null
        : $"/boards/{Page.Board.Id}/news?after={Page.Rows.Select(r => new DateTimeOffset(r.LastPostAt, TimeSpan.Zero).ToUnixTimeMilliseconds()).DefaultIfEmpty().Max()}";

    public Pager Pager => new(Page.Query.Page, Page.LastPage, Address.Page, Page.HasNext);

    /// <summary>Of a board that guests may read; a feed reader has no cookie.</summary>
    public string? Feed { get; init; }
}
