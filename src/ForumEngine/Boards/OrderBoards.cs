using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>A line of the tree: name, parent, and its place among its siblings, the smaller first.</summary>
public sealed record BoardLine(string Name, int? ParentId, int Position);

/// <summary>A line as typed and as the form showed it; <paramref name="Was"/> null overwrites whatever is there.</summary>
public sealed record BoardLineChange(BoardLine To, BoardLine? Was = null);

/// <summary>Changes names, parents and order of many boards at once, as the tree of the panel is saved.</summary>
public sealed class OrderBoards(ForumDb db, Versions versions)
{
    /// <summary>
    /// Boards that are not named keep theirs; unknown ids are passed over. A line that was changed here and meanwhile by somebody
    /// else too is a conflict at <c>Name[id]</c>.
    /// </summary>
    public async Task<Refusal?> RunAsync(Viewer who, IReadOnlyDictionary<int, BoardLineChange> lines, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        try
        {
            return await db.InTransactionAsync(() => SaveAsync(who, lines, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(RefusalKind.Conflict, "BoardMovedMeanwhile", "");
        }
        finally
        {
            versions.Forget();
        }
    }

    private async Task<Refusal?> SaveAsync(Viewer who, IReadOnlyDictionary<int, BoardLineChange> lines, CancellationToken cancel)
    {
        var boards = await db.Boards.AsTracking().Where(b => b.GoneAt == null).ToDictionaryAsync(b => b.Id, cancel);
        foreach (var (id, line) in lines)
        {
            if (!boards.TryGetValue(id, out var board)) continue;
            var (now, to) = (new BoardLine(board.Name, board.ParentId, board.Position), line.To with { Name = BoardRules.Tidy("Name", line.To.Name) });
            if (to == now || to == line.Was) continue;
            if (to.Name != now.Name && BoardRules.CheckTexts(to.Name, "") is { } wrong) return wrong with { Field = $"Name[{id}]" };
            if (line.Was is { } was && was != now) return new Refusal(RefusalKind.Conflict, "BoardMovedMeanwhile", now.Name) { Field = $"Name[{id}]" };
            (board.Name, board.ParentId, board.Position) = (to.Name, to.ParentId, to.Position);
            board.Version++;
            Log(who, id, now, to);
        }
        if (await PlaceAsync(boards, cancel) is { } misplaced) return misplaced;
        if (await db.SaveChangesAsync(cancel) > 0) await Versions.BumpAsync(db, Kinds.Boards, cancel);
        return null;
    }

    private void Log(Viewer who, int id, BoardLine now, BoardLine to)
    {
        if (to.ParentId != now.ParentId) db.Log(who, "board.move", boardId: id, details: BoardLog.Json(new { from = now.ParentId, to = to.ParentId }));
        if (to.Name != now.Name) db.Log(who, "board.change", boardId: id, details: BoardLog.Json(new { from = new Dictionary<string, string> { ["Name"] = now.Name }, to = new Dictionary<string, string> { ["Name"] = to.Name } }));
        else if (to.Position != now.Position && to.ParentId == now.ParentId) db.Log(who, "board.order", boardId: id, details: BoardLog.Json(new { from = now.Position, to = to.Position }));
    }

    /// <summary>Each becomes what stands where it stands; a circle and a fourth level are refused.</summary>
    private async Task<Refusal?> PlaceAsync(Dictionary<int, Board> boards, CancellationToken cancel)
    {
        foreach (var board in boards.Values)
        {
            var (depth, at) = (0, board);
            while (at.ParentId is { } parent)
            {
                if (!boards.TryGetValue(parent, out at!)) return Refusal.Invalid($"Name[{board.Id}]", "BoardTooDeep");
                if (at.Id == board.Id || depth > boards.Count) return Refusal.Invalid($"Name[{board.Id}]", "BoardBelowItself");
                depth++;
            }
            if (depth > (int)BoardKind.SubBoard) return Refusal.Invalid($"Name[{board.Id}]", "BoardTooDeep");
            if ((BoardKind)depth == BoardKind.Category && board.Kind != BoardKind.Category && await db.Threads.AnyAsync(t => t.BoardId == board.Id, cancel))
                return Refusal.Invalid($"Name[{board.Id}]", "CategoryHasThreads");
            if (board.Kind != (BoardKind)depth) board.Kind = (BoardKind)depth;
        }
        return null;
    }
}
