using System.Globalization;
using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>What of the darkroom is listed. Without a choice: all but what was released longer ago than the setting says.</summary>
public enum DarkroomState
{
    Active,

    /// <summary>With an appeal that waits for its decision.</summary>
    Appealed,
    Ended,
    Lifted,
    All,
}

/// <summary>
/// What to list: <paramref name="Member"/> is part of a name, or an id; <paramref name="Before"/> continues a list. A board
/// stands for what is below it too.
/// </summary>
public sealed record DarkroomFilter(DarkroomState? State = null, SanctionKind? Kind = null, string? Member = null, int? Before = null)
{
    public int? BoardId { get; init; }
    public int? RuleId { get; init; }
}

/// <summary>小黑屋: sanctions, newest first, 20 a page; <see cref="Next"/> is where the next page starts.</summary>
public sealed record DarkroomList(IReadOnlyList<DarkroomRow> Rows, int? Next, int GreyDays);

/// <summary>
/// Reads the darkroom (features.md B1). Members see what is public, staff everything; whoever may not see a board reads
/// that there is one, not which.
/// </summary>
public sealed class DarkroomPage(ForumDb db, BoardTrees trees, SettingsSource settings, SiteRules rules)
{
    private const int PageSize = 20;

    /// <summary><see cref="Refusal.NotFound"/> when the darkroom is closed to this viewer.</summary>
    public async Task<Outcome<DarkroomList>> ReadAsync(Viewer who, DarkroomFilter filter, CancellationToken cancel)
    {
        var site = (await settings.CurrentAsync(cancel)).Darkroom;
        if (!site.IsPublic && !IsStaff(who)) return Refusal.NotFound;
        var sanctions = In(filter.State, For(who), who.Now, who.Now.AddDays(-site.GreyDays));
        if (filter.Kind is { } kind) sanctions = sanctions.Where(s => s.Kind == kind);
        if (filter.Before is { } before) sanctions = sanctions.Where(s => s.Id < before);
        if (filter.RuleId is { } rule) sanctions = sanctions.Where(s => s.RuleId == rule);
        if (filter.BoardId is { } id)
        {
            int?[] boards = [.. ((await trees.CurrentAsync(cancel)).FindVisible(id, who)?.SelfAndBelow ?? []).Select(b => (int?)b.Id)];
            sanctions = sanctions.Where(s => boards.Contains(s.BoardId));
        }
        var found = await Rows(sanctions, filter.Member?.Trim() ?? "").OrderByDescending(r => r.Sanction.Id).Take(PageSize + 1).ToListAsync(cancel);
        var maker = await MakerAsync(who, site, cancel);
        var rows = found.Take(PageSize).Select(r => maker.Make(r.Sanction, r.Name)).ToList();
        return new DarkroomList(rows, found.Count > PageSize ? rows[^1].Id : null, site.GreyDays);
    }

    public async Task<Outcome<DarkroomRow>> FindAsync(Viewer who, int id, CancellationToken cancel)
    {
        var site = (await settings.CurrentAsync(cancel)).Darkroom;
        var own = who.MemberId ?? 0;
        var row = await Rows(db.Sanctions.Where(s => s.Id == id), "").SingleOrDefaultAsync(cancel);
        if (row is null || !(IsStaff(who) || row.Sanction.MemberId == own || (row.Sanction.IsPublic && site.IsPublic))) return Refusal.NotFound;
        return (await MakerAsync(who, site, cancel)).Make(row.Sanction, row.Name);
    }

    private async Task<DarkroomRowMaker> MakerAsync(Viewer who, DarkroomSection site, CancellationToken cancel) =>
        new(await trees.CurrentAsync(cancel), await rules.CurrentAsync(cancel), who, site.ShowOperator || IsStaff(who));

    private static IQueryable<Sanction> In(DarkroomState? state, IQueryable<Sanction> sanctions, DateTime now, DateTime greyUntil) => state switch
    {
        DarkroomState.All => sanctions,
        DarkroomState.Active => sanctions.Where(SanctionStates.Is(SanctionState.Active, now)),
        DarkroomState.Ended => sanctions.Where(SanctionStates.Is(SanctionState.Ended, now)),
        DarkroomState.Lifted => sanctions.Where(SanctionStates.Is(SanctionState.Lifted, now)),
        DarkroomState.Appealed => sanctions.Where(s => s.Appeal == AppealState.Open),
        _ => sanctions.Where(s => s.LiftedAt == null ? s.Until == null || s.Until > greyUntil : s.LiftedAt > greyUntil),
    };

    private IQueryable<Sanction> For(Viewer who) => IsStaff(who) ? db.Sanctions : db.Sanctions.Where(s => s.IsPublic);

    private static bool IsStaff(Viewer who) => who.Rank >= Rank.Moderator;

    private IQueryable<Named> Rows(IQueryable<Sanction> sanctions, string member)
    {
        var members = db.Members.AsQueryable();
        if (member.Length > 0)
        {
            var folded = MemberName.Fold(member);
            var id = int.TryParse(member, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            members = members.Where(m => m.NormalizedUserName!.Contains(folded) || m.Id == id);
        }
        return from s in sanctions
               join m in members on s.MemberId equals m.Id
               select new Named { Sanction = s, Name = m.UserName! };
    }

    private sealed class Named
    {
        public required Sanction Sanction { get; init; }
        public required string Name { get; init; }
    }
}
