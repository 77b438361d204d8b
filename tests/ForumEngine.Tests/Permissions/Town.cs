using System.Collections.Immutable;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;

namespace ForumEngine.Tests.Permissions;

/// <summary>One row of the table; the name says what it shows.</summary>
public sealed record Case(string Name, ViewerBuilder Viewer, BoardRight Right, Func<BoardNode> Board, bool Allowed, DecidedBy By);

/// <summary>The boards and people of the rights table, without any database.</summary>
public static class Town
{
    public const int CityId = 1, MarketId = 2, BikesId = 3, BackroomId = 4, WindowId = 5;
    public const int MemberGroup = 11, SecondGroup = 30, GuestGroup = 7;

    public static readonly DateTime Now = new(2026, 5, 4, 8, 0, 0, DateTimeKind.Utc);

    private const int MemberId = 77;

    public static Grant Allow(BoardRight right, int group = MemberGroup) => new(right, group, true);

    public static Grant Deny(BoardRight right, int group = MemberGroup) => new(right, group, false);

    public static Func<BoardNode> Market(params Grant[] cells) => () => Node(MarketId, Node(CityId, null, []), cells);

    public static Func<BoardNode> Bikes(Grant[]? cells = null, Grant[]? parent = null, Grant[]? category = null) =>
        () => Node(BikesId, Node(MarketId, Node(CityId, null, category ?? []), parent ?? []), cells ?? []);

    public static Func<BoardNode> Bikes(Grant cell) => Bikes([cell]);

    public static Func<BoardNode> Backroom(params Grant[] cells) => () => Node(BackroomId, null, cells, hidden: true);

    public static Func<BoardNode> Window() => () => Node(WindowId, Node(BackroomId, null, [], hidden: true), []);

    public static ViewerBuilder Member(params int[] more) => new(MemberId, Rank.Member, [MemberGroup, .. more], ["View", "PostThread", "Reply"]);

    public static ViewerBuilder Guest() => new(null, Rank.Member, [GuestGroup], ["View"]);

    public static ViewerBuilder Nobody() => new(MemberId, Rank.Member, [], []);

    public static ViewerBuilder Administrator() => new(MemberId, Rank.Administrator, [1], []);

    public static ViewerBuilder Founder() => new(MemberId, Rank.Founder, [], []);

    public static ViewerBuilder SuperModerator() => new(MemberId, Rank.SuperModerator, [2], ["View"]);

    /// <summary>Of one board, or of none that is asked about.</summary>
    public static ViewerBuilder Moderator(int board) => new(board == BackroomId ? 88 : MemberId, Rank.Moderator, [3], ["View"]);

    public static Func<BoardNode> Archived() => () => Node(MarketId, Node(CityId, null, []), [], adjust: b => b.IsArchived = true);

    public static Func<BoardNode> Locked(params Grant[] cells) => () => Node(MarketId, Node(CityId, null, []), cells, adjust: b => b.PasswordHash = "hash");

    public static Func<BoardNode> BelowLocked() => () => Node(BikesId, Locked()(), []);

    public static Func<BoardNode> Asking(int posts = 0, int days = 0, string exempt = "") =>
        () => Node(MarketId, Node(CityId, null, []), [], adjust: b => (b.AskPosts, b.AskDays, b.AskExempt) = (posts, days, exempt));

    private static BoardNode Node(int id, BoardNode? parent, Grant[] cells, bool hidden = false, Action<Board>? adjust = null)
    {
        var board = new Board { Id = id, Name = $"Board {id}", IsHidden = hidden, Kind = parent is null ? BoardKind.Category : BoardKind.Board };
        adjust?.Invoke(board);
        // The backroom has one moderator: number 88.
        ModeratorName[] moderators = id == BackroomId ? [new(88, "keeper")] : [];
        return new BoardNode(board, parent, cells.Select(c => new BoardCell { BoardId = id, GroupId = c.Group, Right = c.Right, Allow = c.Allows }), moderators, []);
    }
}

public sealed record Grant(BoardRight Right, int Group, bool Allows);

/// <summary>A viewer in the making.</summary>
public sealed record ViewerBuilder(int? Id, Rank Rank, int[] Groups, string[] Rights)
{
    private ImmutableArray<SanctionInForce> Sanctions { get; init; } = [];
    private ImmutableArray<BoardException> Exceptions { get; init; } = [];
    private ImmutableHashSet<string> Keys { get; init; } = [];
    private int Posts { get; init; }

    public ViewerBuilder Knowing() => this with { Keys = [BoardLock.KeyOf("hash")] };

    public ViewerBuilder Having(int posts) => this with { Posts = posts };

    public ViewerBuilder Muted(int? board = null, DateTime? from = null, DateTime? until = null) => Sanctioned(SanctionKind.Mute, board, from, until);

    public ViewerBuilder Blocked() => Sanctioned(SanctionKind.Block);

    public ViewerBuilder WithoutLinks() => Sanctioned(SanctionKind.NoLinks);

    public ViewerBuilder With(int board, BoardRight right, bool allow, DateTime? until = null) =>
        this with { Exceptions = Exceptions.Add(new BoardException(board, right, allow, until)) };

    public Viewer Done() => new()
    {
        MemberId = Id,
        Rank = Rank,
        GroupIds = [.. Groups],
        Rights = Rights.ToImmutableDictionary(r => r, _ => 1),
        Sanctions = Sanctions,
        Exceptions = Exceptions,
        BoardKeys = Keys,
        Posts = Posts,
        JoinedAt = Town.Now.AddDays(-30),
        Zone = TimeZoneInfo.Utc,
        Now = Town.Now,
    };

    private ViewerBuilder Sanctioned(SanctionKind kind, int? board = null, DateTime? from = null, DateTime? until = null) =>
        this with { Sanctions = Sanctions.Add(new SanctionInForce(1, kind, board, "spam", from ?? Town.Now.AddDays(-1), until)) };
}
