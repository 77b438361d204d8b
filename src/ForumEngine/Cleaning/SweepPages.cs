using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Cleaning;

/// <summary>A clean-up as the desk shows it, with how far its posts are.</summary>
public sealed record SweepView(Sweep Sweep, CleanUpState? State, int Waiting, int Taken, int Skipped, int Restored, bool CanUndo)
{
    public bool IsUnderWay => State is CleanUpState.Running or CleanUpState.Undoing;
}

/// <summary>Clean-ups, newest first; <see cref="Next"/> is where the next page starts.</summary>
public sealed record SweepList(IReadOnlyList<Sweep> Sweeps, int? Next);

/// <summary>Reads clean-ups: one's own, and all of them for those who clean up everywhere.</summary>
public sealed class SweepPages(ForumDb db, BoardTrees trees)
{
    private const int PageSize = 20;

    public async Task<SweepList> ListAsync(Viewer who, int? before, CancellationToken cancel)
    {
        var all = who.May(StaffRight.MassClean);
        var sweeps = db.Sweeps.Where(s => all || s.IssuedById == who.MemberId);
        if (before is { } id) sweeps = sweeps.Where(s => s.Id < id);
        var found = await sweeps.OrderByDescending(s => s.Id).Take(PageSize + 1).ToListAsync(cancel);
        return new SweepList([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id : null);
    }

    public async Task<Outcome<SweepView>> FindAsync(Viewer who, int id, CancellationToken cancel)
    {
        var sweep = await db.Sweeps.SingleOrDefaultAsync(s => s.Id == id, cancel);
        if (sweep is null || !(who.May(StaffRight.MassClean) || who.Is(sweep.IssuedById))) return Refusal.NotFound;
        var state = await db.CleanUps.Where(c => c.Id == sweep.CleanUpId).Select(c => (CleanUpState?)c.State).SingleOrDefaultAsync(cancel);
        var counts = await db.CleanUpItems.Where(i => i.CleanUpId == sweep.CleanUpId).GroupBy(i => i.State)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var may = who.IsAdministrator || (who.Is(sweep.IssuedById) && await MayInAsync(who, sweep, cancel));
        return new SweepView(sweep, state, Of(CleanUpItemState.Waiting), Of(CleanUpItemState.Taken), Of(CleanUpItemState.Skipped), Of(CleanUpItemState.Restored),
            may && sweep.UndoneAt is null);

        int Of(CleanUpItemState what) => counts.GetValueOrDefault(what);
    }

    /// <summary>The rights of then still hold in all its boards.</summary>
    private async Task<bool> MayInAsync(Viewer who, Sweep sweep, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        return sweep.BoardIds.Split(',', StringSplitOptions.RemoveEmptyEntries).All(b => tree.Find(int.Parse(b, CultureInfo.InvariantCulture)) is { } board && SweepRules.May(who, board));
    }
}
