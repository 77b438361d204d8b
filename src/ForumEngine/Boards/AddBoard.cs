using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Adds a category, a board or a sub-board, last among its siblings; or many at once.</summary>
public sealed class AddBoard(ForumDb db, BoardTrees trees, Versions versions, TimeProvider clock)
{
    public async Task<Outcome<int>> RunAsync(Viewer who, string? name, string? description, int? parentId, CancellationToken cancel)
    {
        var (tidyName, tidyText) = (BoardRules.Tidy("Name", name), BoardRules.Tidy("Description", description));
        if (BoardRules.CheckTexts(tidyName, tidyText) is { } wrong) return wrong;
        var added = await PlantAsync(who, parentId, _ => (List<OutlineLine>)[new(tidyName, tidyText, 0)], cancel);
        return added.Refusal is { } refused ? refused : added.Value[0];
    }

    /// <summary>As an outline says (<see cref="OutlineLine"/>): all of its boards or none.</summary>
    public Task<Outcome<List<int>>> ManyAsync(Viewer who, string? outline, int? parentId, CancellationToken cancel) =>
        PlantAsync(who, parentId, top => OutlineLine.Parse(outline, top), cancel);

    private async Task<Outcome<List<int>>> PlantAsync(Viewer who, int? parentId, Func<BoardKind, Outcome<List<OutlineLine>>> read, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var parent = parentId is { } id ? (await trees.CurrentAsync(cancel)).Find(id) : null;
        if ((parentId is not null && parent is null) || BoardRules.KindBelow(parent) is not { } kind) return Refusal.Invalid("ParentId", "BoardTooDeep");
        var lines = read(kind);
        if (lines.Refusal is { } unreadable) return unreadable;
        var added = await db.InTransactionAsync(() => AddAsync(who, lines.Value, parentId, kind, cancel), cancel);
        versions.Forget();
        return added;
    }

    private async Task<Outcome<List<int>>> AddAsync(Viewer who, IReadOnlyList<OutlineLine> lines, int? parentId, BoardKind kind, CancellationToken cancel)
    {
        // The parent may have gone meanwhile.
        if (parentId is not null && !await db.Boards.AnyAsync(b => b.Id == parentId && b.GoneAt == null && b.Kind == kind - 1, cancel)) return Refusal.Invalid("ParentId", "BoardTooDeep");
        var last = await db.Boards.Where(b => b.ParentId == parentId).MaxAsync(b => (int?)b.Position, cancel) ?? 0;
        var (ids, path) = (new List<int>(), new List<(int? Id, int Children)> { (parentId, last) });
        foreach (var line in lines)
        {
            path.RemoveRange(line.Depth + 1, path.Count - line.Depth - 1);
            var (above, children) = path[line.Depth];
            path[line.Depth] = (above, children + 1);
            var board = new Board { Name = line.Name, Description = line.Description, ParentId = above, Kind = kind + line.Depth, Position = children + 1 };
            db.Boards.Add(board);
            // Those below it need its number.
            await db.SaveChangesAsync(cancel);
            db.BoardStats.Add(new BoardStats { BoardId = board.Id, Today = DateOnly.FromDateTime(clock.Now()) });
            db.Log(who, "board.add", boardId: board.Id, details: BoardLog.Json(new { board.Name, parentId = above }));
            path.Add((board.Id, 0));
            ids.Add(board.Id);
        }
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
        return ids;
    }
}
