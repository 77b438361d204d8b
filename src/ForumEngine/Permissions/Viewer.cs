using System.Collections.Immutable;
using ForumEngine.Sanctions;

namespace ForumEngine.Permissions;

/// <summary>
/// Who asks: built once a request, and always there: a guest is a viewer too. Every rule takes one, so pages, jobs and
/// the command line are decided alike.
/// </summary>
public sealed record Viewer
{
    /// <summary>Null for a guest.</summary>
    public int? MemberId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>What every cookie of the member must carry.</summary>
    public string? SecurityStamp { get; init; }

    /// <summary>The sign-in that asks (<see cref="Accounts.Session"/>); null for guests and where nobody signed in.</summary>
    public long? SessionId { get; init; }

    public Rank Rank { get; init; }

    /// <summary>All groups in force, the main one first.</summary>
    public ImmutableArray<int> GroupIds { get; init; } = [];

    /// <summary>Group and staff rights by name: the highest value over all groups.</summary>
    public ImmutableDictionary<string, int> Rights { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Personal exceptions at single boards; the expired ones are ignored where they are read.</summary>
    public ImmutableArray<BoardException> Exceptions { get; init; } = [];

    public ImmutableArray<SanctionInForce> Sanctions { get; init; } = [];

    /// <summary>Of the boards whose password was given in this session (<see cref="Boards.BoardLock"/>).</summary>
    public ImmutableHashSet<string> BoardKeys { get; init; } = [];

    /// <summary>An administrator looks at the site as this group; nothing may be written and nobody is there.</summary>
    public int? SimulatedGroup { get; init; }

    /// <summary>The pages of /admin that a role leaves to an administrator (<see cref="AdminAccess"/>); null is all.</summary>
    public ImmutableHashSet<string>? AdminPages { get; init; }

    public bool HasSecondFactor { get; init; }

    /// <summary>From when on staff rights rest for want of a second factor; null: none is demanded, or there is one.</summary>
    public DateTime? SecondFactorDueAt { get; init; }

    /// <summary>A member of the staff whose rights rest: an ordinary member, until there is a second factor.</summary>
    public bool StaffRightsRest => SecondFactorDueAt is { } due && due <= Now;

    public DateTime JoinedAt { get; init; }

    /// <summary>Published posts, a second old at most.</summary>
    public int Posts { get; init; }

    /// <summary>Unread notices, for the bell.</summary>
    public int Unread { get; init; }

    /// <summary>Of the own picture; 0 is none.</summary>
    public int AvatarVersion { get; init; }

    /// <summary>The newest versions that were agreed to; 0 is none.</summary>
    public int AgreedTerms { get; init; }

    /// <inheritdoc cref="AgreedTerms"/>
    public int AgreedPrivacy { get; init; }

    /// <summary>BCP 47, the member's choice; null follows the browser.</summary>
    public string? Language { get; init; }

    /// <summary>"light", "dark", or null for the system's.</summary>
    public string? Theme { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>The request's address, as 16 bytes; null for jobs and the command line.</summary>
    public byte[]? Address { get; init; }

    /// <summary>Source port, which Chinese log rules ask for.</summary>
    public int Port { get; init; }

    public bool IsGuest => MemberId is null;

    /// <summary>Staff, and groups that may skip the flood limit, wait neither between posts nor after registering.</summary>
    public bool SkipsWaiting => Rank > Rank.Member || Has(GroupRight.SkipFlood);

    public bool IsAdministrator => Rank >= Rank.Administrator;

    public bool Has(GroupRight right) => IsAdministrator || Level(right) > 0;

    /// <summary>The number behind a right; 0 when no group grants it.</summary>
    public int Level(GroupRight right) => Rights.GetValueOrDefault(right.ToString());

    /// <summary>Regardless of the board; see <see cref="BoardAccess.IsStaff"/> for where it holds.</summary>
    public int Level(StaffRight right) => IsAdministrator ? int.MaxValue : Rights.GetValueOrDefault(right.ToString());

    /// <summary>The strictest sanction in force now that stops writing in this board, if any.</summary>
    public SanctionInForce? WritingBarredBy(IEnumerable<int> boardAndAncestors) =>
        Sanctions.Where(s => s.Holds(Now) && (s.BoardId is null || boardAndAncestors.Contains(s.BoardId.Value)) && s.Kind.StopsWriting())
            .OrderByDescending(s => s.Kind).FirstOrDefault();

    /// <summary>The sanction in force now by which everything written in this board goes to the review queue, if any.</summary>
    public SanctionInForce? ReviewedBy(IEnumerable<int> boardAndAncestors) => Under(SanctionKind.Review, boardAndAncestors);

    /// <summary>The sanction in force now that forbids links in this board, if any; no board asks for the whole site's.</summary>
    public SanctionInForce? LinksBarredBy(IEnumerable<int> boardAndAncestors) => Under(SanctionKind.NoLinks, boardAndAncestors);

    /// <summary>The one that lasts longest.</summary>
    private SanctionInForce? Under(SanctionKind kind, IEnumerable<int> boardAndAncestors) =>
        Sanctions.Where(s => s.Kind == kind && s.Holds(Now) && (s.BoardId is null || boardAndAncestors.Contains(s.BoardId.Value)))
            .OrderByDescending(s => s.Until ?? DateTime.MaxValue).FirstOrDefault();

    /// <summary>A block or lock of the whole site in force now, if any.</summary>
    public SanctionInForce? VisitingBarredBy() =>
        Sanctions.Where(s => s.Holds(Now) && s.BoardId is null && s.Kind.StopsVisiting()).OrderByDescending(s => s.Kind).FirstOrDefault();

    /// <summary>A block in force now that closes this board to the viewer: of the site, of the board, or of one above it.</summary>
    public SanctionInForce? VisitingBarredBy(IEnumerable<int> boardAndAncestors) =>
        VisitingBarredBy() ?? Sanctions.FirstOrDefault(s => s.Holds(Now) && s.Kind.StopsVisiting() && boardAndAncestors.Contains(s.BoardId ?? 0));
}

/// <summary>A personal allow or deny at one board, until a time.</summary>
public sealed record BoardException(int BoardId, BoardRight Right, bool Allow, DateTime? ExpiresAt);
