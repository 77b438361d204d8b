using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Adds a category, a board or a sub-board, last among its siblings.</summary>
public sealed class AddBoard(ForumDb db, BoardTrees trees, Versions versions, TimeProvider clock)
{
    public async Task<Outcome<int>> RunAsync(Viewer who, BoardDraft draft, int? parentId, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        draft = draft.Tidy();
        if (BoardRules.Check(draft) is { } wrong) return wrong;
        var parent = parentId is { } id ? (await trees.CurrentAsync(cancel)).Find(id) : null;
        if ((parentId is not null && parent is null) || BoardRules.KindBelow(parent) is not { } kind) return Refusal.Invalid("ParentId", "BoardTooDeep");
        if (draft.Slug.Length > 0 && await db.Boards.AnyAsync(b => b.Slug == draft.Slug, cancel)) return Refusal.Invalid("Slug", "BoardSlugTaken");

        var added = await db.InTransactionAsync(() => AddAsync(who, draft, parentId, kind, cancel), cancel);
        versions.Forget();
        return added;
    }

    private async Task<int> AddAsync(Viewer who, BoardDraft draft, int? parentId, BoardKind kind, CancellationToken cancel)
    {
        var last = await db.Boards.Where(b => b.ParentId == parentId).MaxAsync(b => (int?)b.Position, cancel) ?? 0;
        var board = new Board { Name = draft.Name, ParentId = parentId, Kind = kind, Position = last + 1 };
        draft.WriteTo(board);
        db.Boards.Add(board);
        await db.SaveChangesAsync(cancel);
        db.BoardStats.Add(new BoardStats { BoardId = board.Id, Today = DateOnly.FromDateTime(clock.Now()) });
        db.Log(who, "board.add", boardId: board.Id, details: BoardLog.Json(new { draft.Name, parentId }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
        return board.Id;
    }
}
