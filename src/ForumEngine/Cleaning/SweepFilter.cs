using ForumEngine.Addresses;
using ForumEngine.Boards;
using ForumEngine.Permissions;

namespace ForumEngine.Cleaning;

/// <summary>What to look for, as typed; at least a member, an address or a keyword.</summary>
public sealed record SweepFilter(string? Member, string? Address, string? Keyword, int? BoardId, string? Days)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Member) && string.IsNullOrWhiteSpace(Address) && string.IsNullOrWhiteSpace(Keyword);
}

/// <summary>How far back, and where, who may clean up (features.md B4). Pure.</summary>
public static class SweepRules
{
    public const int LeastKeyword = 2;
    public const int MostKeyword = 100;

    /// <summary>Days back; null is no limit.</summary>
    public static int? MostDays(Viewer who) => who.Rank switch
    {
        >= Rank.Administrator => null,
        Rank.SuperModerator => 14,
        _ => 7,
    };

    public static bool May(Viewer who, BoardNode board) => who.May(StaffRight.MassClean, board) && who.May(StaffRight.DeletePosts, board);

    /// <summary>Somewhere, so that the page is there at all.</summary>
    public static Refusal? WhyNotDesk(Viewer who, BoardTree tree) => tree.All.Any(b => May(who, b)) ? null : Refusal.Forbidden("NeedsStaffRight");

    /// <summary>What would be banned along: nothing wider than a ban may be.</summary>
    public static Refusal? WhyNotRange(AddressRange? range) =>
        range is { } r && r.WrittenPrefix < (r.IsIPv4 ? 8 : 19) ? Refusal.Invalid("Address", "AddressTooWide", 8, 19) : null;
}
