using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>What to copy: settings by key, and the rights matrix.</summary>
public sealed record BoardCopy(int FromId, IReadOnlyCollection<string> Keys, bool Rights, IReadOnlyCollection<int> ToIds)
{
    public const int MostBoards = 200;
}

/// <summary>Copies settings of one board to others; names, addresses and whatever else is a board's own stay.</summary>
public sealed class CopyBoard(ForumDb db, ChangeBoard change)
{
    public async Task<Refusal?> RunAsync(Viewer who, BoardCopy copy, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var targets = copy.ToIds.Where(id => id != copy.FromId).Distinct().ToList();
        var settings = BoardSettings.All.Where(s => !s.IsOwn && copy.Keys.Contains(s.Key)).ToList();
        if (targets.Count == 0 || (settings.Count == 0 && !copy.Rights)) return Refusal.Invalid("ToIds", "NothingChosen");
        if (targets.Count > BoardCopy.MostBoards) return Refusal.Invalid("ToIds", "TooManyBoards", BoardCopy.MostBoards);
        if (await db.Boards.SingleOrDefaultAsync(b => b.Id == copy.FromId && b.GoneAt == null, cancel) is not { } from) return Refusal.NotFound;

        // What a category hasn't got it has nothing to give of.
        var values = settings.Where(s => from.Kind != BoardKind.Category || s.OfCategories).ToDictionary(s => s.Key, s => (string?)s.Read(from));
        return await change.RunAsync(who, [.. targets.Select(id => new BoardChange(id, values))], copy.Rights ? () => CopyCellsAsync(who, copy.FromId, targets, cancel) : null, cancel);
    }

    /// <summary>In the transaction of the settings; whoever sees something must see something still.</summary>
    private async Task<Refusal?> CopyCellsAsync(Viewer who, int from, List<int> targets, CancellationToken cancel)
    {
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
        var sight = await Sight.OfAsync(db, cancel);
        var cells = await db.BoardCells.Where(c => c.BoardId == from).ToListAsync(cancel);
        var before = (await db.BoardCells.Where(c => targets.Contains(c.BoardId)).ToListAsync(cancel)).ToLookup(c => c.BoardId);
        await db.BoardCells.Where(c => targets.Contains(c.BoardId)).ExecuteDeleteAsync(cancel);
        foreach (var target in targets)
        {
            db.BoardCells.AddRange(cells.Select(c => new BoardCell { BoardId = target, GroupId = c.GroupId, Right = c.Right, Allow = c.Allow }));
            if (CellSteps.Between(before[target], cells) is { } steps) db.Log(who, "board.rights", boardId: target, details: BoardLog.Json(new { steps.From, steps.To, copiedFrom = from }));
        }
        await db.SaveChangesAsync(cancel);
        return await sight.WhyNotAsync(db, "rights", cancel);
    }
}
