using System.Globalization;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Where a cell of the matrix stands.</summary>
public readonly record struct CellPlace(int BoardId, int GroupId, BoardRight Right)
{
    /// <summary>As forms name it: <c>2.11.Reply</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{BoardId}.{GroupId}.{Right}");

    public static CellPlace? Read(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 3 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var board)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var group) && Enum.TryParse<BoardRight>(parts[2], out var right) && Enum.IsDefined(right)
            ? new CellPlace(board, group, right) : null;
    }
}

/// <summary>A cell as wanted and as the form showed it; null inherits.</summary>
public sealed record CellChange(CellPlace At, bool? To, bool? Was);

/// <summary>Changes cells of the rights matrix, all that are asked for or none, with a line in the log for each board.</summary>
public sealed class SetCells(ForumDb db, Versions versions)
{
    /// <summary>A cell that somebody else has changed since and that is changed here too is a conflict.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, IReadOnlyList<CellChange> changes, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var wanted = changes.Where(c => c.To != c.Was).DistinctBy(c => c.At).ToList();
        if (wanted.Count == 0) return null;
        try
        {
            return await db.InTransactionAsync(() => SetAsync(who, wanted, cancel), cancel);
        }
        catch (Exception error) when (error is DbUpdateConcurrencyException || error.IsDuplicateKey())
        {
            return new Refusal(RefusalKind.Conflict, "CellsChangedMeanwhile");
        }
        finally
        {
            versions.Forget();
        }
    }

    private async Task<Refusal?> SetAsync(Viewer who, List<CellChange> wanted, CancellationToken cancel)
    {
        // First, since its row is the lock: who comes second reads what the first has written.
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
        var (boards, groups) = (wanted.Select(c => c.At.BoardId).Distinct().ToList(), wanted.Select(c => c.At.GroupId).Distinct().ToList());
        if (await db.Boards.CountAsync(b => boards.Contains(b.Id) && b.GoneAt == null, cancel) < boards.Count || await db.Groups.CountAsync(g => groups.Contains(g.Id), cancel) < groups.Count
            || groups.Exists(Group.IsReserved)) return Refusal.NotFound;
        var sight = await Sight.OfAsync(db, cancel);
        var cells = (await db.BoardCells.AsTracking().Where(c => boards.Contains(c.BoardId) && groups.Contains(c.GroupId)).ToListAsync(cancel)).ToDictionary(c => new CellPlace(c.BoardId, c.GroupId, c.Right));
        foreach (var board in wanted.GroupBy(c => c.At.BoardId))
        {
            SortedDictionary<string, string> from = [], to = [];
            foreach (var change in board)
            {
                var cell = cells.GetValueOrDefault(change.At);
                if (cell?.Allow == change.To) continue;
                if (cell?.Allow != change.Was) return new Refusal(RefusalKind.Conflict, "CellsChangedMeanwhile");
                var name = CellSteps.Name(change.At.GroupId, change.At.Right);
                (from[name], to[name]) = (CellSteps.Say(cell?.Allow), CellSteps.Say(change.To));
                if (change.To is not { } allow) db.BoardCells.Remove(cell!);
                else if (cell is null) db.BoardCells.Add(new BoardCell { BoardId = change.At.BoardId, GroupId = change.At.GroupId, Right = change.At.Right, Allow = allow });
                else cell.Allow = allow;
            }
            if (from.Count > 0) db.Log(who, "board.rights", boardId: board.Key, details: BoardLog.Json(new { from, to }));
        }
        await db.SaveChangesAsync(cancel);
        return await sight.WhyNotAsync(db, "", cancel);
    }
}
