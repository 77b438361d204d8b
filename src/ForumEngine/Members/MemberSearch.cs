using System.Globalization;
using ForumEngine.Accounts;
using ForumEngine.Addresses;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Members;

/// <summary>What members may be asked for by the state they are in.</summary>
public enum MemberState
{
    /// <summary>In the group of those who wait for their mail or for staff.</summary>
    Waiting = 1,

    /// <summary>With an e-mail address that nobody has confirmed.</summary>
    Unconfirmed,

    /// <summary>Under a sanction in force.</summary>
    Sanctioned,

    Staff,
    NeverPosted,
}

/// <summary>What to look for; empty fields ask nothing. Times are UTC, both ends included and excluded as usual.</summary>
public sealed record MemberFilter
{
    /// <summary>An id, the beginning of a name or e-mail address; *words look within names.</summary>
    public string Text { get; init; } = "";

    /// <summary>The main group or a further one in force.</summary>
    public int? Group { get; init; }

    public MemberState? State { get; init; }

    /// <summary>Moderates it.</summary>
    public int? Board { get; init; }

    /// <summary>Registered or was last seen from it: an address or a block.</summary>
    public string Address { get; init; } = "";

    public DateTime? JoinedFrom { get; init; }
    public DateTime? JoinedUntil { get; init; }
    public DateTime? SeenFrom { get; init; }
    public DateTime? SeenUntil { get; init; }
    public int? PostsFrom { get; init; }
    public int? PostsUntil { get; init; }
    public int? Before { get; init; }
}

public sealed record FoundAccount(int Id, string Name, string? Email, bool EmailConfirmed, int GroupId, bool IsFounder, DateTime JoinedAt, DateTime? LastSeenAt, byte[]? LastAddress, int Threads, int Posts, bool IsSanctioned);

public sealed record FoundAccounts(IReadOnlyList<FoundAccount> Lines, int? Next);

/// <summary>Finds members for those who administer them, the newest first.</summary>
public sealed class MemberSearch(ForumDb db, Groups.GroupSets groups)
{
    public const int PageSize = 50;

    public async Task<Outcome<FoundAccounts>> ReadAsync(Viewer who, MemberFilter filter, CancellationToken cancel)
    {
        var found = await FindAsync(who, filter, cancel);
        if (found.Refusal is { } refused) return refused;
        var lines = await Lines(who, found.Value.Members).Take(PageSize + 1).ToListAsync(cancel);
        return new FoundAccounts([.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].Id : null);
    }

    /// <summary>All that the filter finds, one after the other, for a file; <paramref name="most"/> at most.</summary>
    public async Task<Outcome<AccountFile>> AllAsync(Viewer who, MemberFilter filter, int most, CancellationToken cancel)
    {
        var found = await FindAsync(who, filter with { Before = null }, cancel);
        return found.Refusal is { } refused ? refused : new AccountFile(Lines(who, found.Value.Members).Take(most).AsAsyncEnumerable());
    }

    private IQueryable<FoundAccount> Lines(Viewer who, IQueryable<Member> members)
    {
        var inForce = InForce(who.Now);
        return members.OrderByDescending(m => m.Id).Select(m => new FoundAccount(
            m.Id, m.UserName!, m.Email, m.EmailConfirmed, m.GroupId, m.IsFounder, m.JoinedAt, m.LastSeenAt, m.LastAddress, m.Threads, m.Posts, inForce.Any(s => s.MemberId == m.Id)));
    }

    private IQueryable<Sanction> InForce(DateTime now) => db.Sanctions.Where(SanctionStates.Is(SanctionState.Active, now));

    private async Task<Outcome<Query>> FindAsync(Viewer who, MemberFilter filter, CancellationToken cancel)
    {
        if (!who.May(StaffRight.EditMembers)) return Refusal.NotFound;
        var members = db.Members.AsQueryable();
        if (filter.Address.Length > 0)
        {
            if (AddressRange.Parse(filter.Address) is not { } range) return Refusal.Invalid("Address", "NotAnAddress");
            var (first, last) = (range.FirstBytes(), range.LastBytes());
            // Bytes can't be compared in LINQ.
            members = db.Members.FromSql($"SELECT * FROM members WHERE (JoinAddress >= {first} AND JoinAddress <= {last}) OR (LastAddress >= {first} AND LastAddress <= {last})");
        }
        members = ByText(members, filter.Text);
        if (filter.State is { } state) members = ByState(members, state, who.Now, await StaffGroupsAsync(cancel));
        if (filter.Group is { } group)
            members = members.Where(m => m.GroupId == group || db.MemberGroups.Any(g => g.MemberId == m.Id && g.GroupId == group && (g.ExpiresAt == null || g.ExpiresAt > who.Now)));
        if (filter.Board is { } board) members = members.Where(m => db.BoardModerators.Any(b => b.BoardId == board && b.MemberId == m.Id));
        if (filter.JoinedFrom is { } joined) members = members.Where(m => m.JoinedAt >= joined);
        if (filter.JoinedUntil is { } joinedUntil) members = members.Where(m => m.JoinedAt < joinedUntil);
        if (filter.SeenFrom is { } seen) members = members.Where(m => m.LastSeenAt >= seen);
        if (filter.SeenUntil is { } seenUntil) members = members.Where(m => m.LastSeenAt < seenUntil);
        if (filter.PostsFrom is { } least) members = members.Where(m => m.Posts >= least);
        if (filter.PostsUntil is { } most) members = members.Where(m => m.Posts <= most);
        if (filter.Before is { } before) members = members.Where(m => m.Id < before);
        return new Query(members);
    }

    private static IQueryable<Member> ByText(IQueryable<Member> members, string text)
    {
        if (text.Length == 0) return members;
        var folded = MemberName.Fold(text.TrimStart('*'));
        if (text.Contains('@', StringComparison.Ordinal)) return members.Where(m => m.NormalizedEmail!.StartsWith(folded));
        if (text.StartsWith('*')) return members.Where(m => m.NormalizedUserName!.Contains(folded));
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? members.Where(m => m.Id == id || m.NormalizedUserName!.StartsWith(folded))
            : members.Where(m => m.NormalizedUserName!.StartsWith(folded));
    }

    private IQueryable<Member> ByState(IQueryable<Member> members, MemberState state, DateTime now, int[] staff)
    {
        var inForce = InForce(now);
        return state switch
        {
            MemberState.Waiting => members.Where(m => m.GroupId == Groups.Group.Waiting),
            MemberState.Unconfirmed => members.Where(m => !m.EmailConfirmed),
            MemberState.Sanctioned => members.Where(m => inForce.Any(s => s.MemberId == m.Id)),
            MemberState.Staff => members.Where(m => m.IsFounder || staff.Contains(m.GroupId) || db.MemberGroups.Any(g => g.MemberId == m.Id && staff.Contains(g.GroupId) && (g.ExpiresAt == null || g.ExpiresAt > now))),
            _ => members.Where(m => m.Posts == 0),
        };
    }

    private async Task<int[]> StaffGroupsAsync(CancellationToken cancel) =>
        [.. (await groups.CurrentAsync(cancel)).All.Where(g => g.Rank > Rank.Member).Select(g => g.Id)];

    private sealed record Query(IQueryable<Member> Members);
}

/// <summary>Read once.</summary>
public sealed record AccountFile(IAsyncEnumerable<FoundAccount> Lines);
