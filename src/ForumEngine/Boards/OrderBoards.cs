using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Changes names and order of many boards at once, as the tree of the panel is saved.</summary>
public sealed class OrderBoards(ForumDb db, Versions versions)
{
    /// <summary>Boards that are not named keep theirs; unknown ids are passed over.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, IReadOnlyDictionary<int, BoardLine> lines, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        foreach (var (id, line) in lines)
            if (line.Name.Trim().Length is 0 or > Board.NameLength) return Refusal.Invalid($"Name[{id}]", "BoardNameLength", Board.NameLength);

        await db.InTransactionAsync(async () =>
        {
            var boards = await db.Boards.AsTracking().ToListAsync(cancel);
            foreach (var board in boards)
            {
                if (!lines.TryGetValue(board.Id, out var line)) continue;
                var before = new BoardLine(board.Name, board.Position);
                line = line with { Name = line.Name.Trim() };
                if (line == before) continue;
                (board.Name, board.Position) = (line.Name, line.Position);
                db.Log(who, "board.change", boardId: board.Id, details: BoardLog.Json(new { from = before, to = line }));
            }
            if (await db.SaveChangesAsync(cancel) > 0) await Versions.BumpAsync(db, Kinds.Boards, cancel);
        }, cancel);
        versions.Forget();
        return null;
    }
}

/// <summary>Name and place among its siblings, the smaller first.</summary>
public sealed record BoardLine(string Name, int Position);
