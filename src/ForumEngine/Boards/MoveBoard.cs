using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Puts a board, with all below it, under another parent; it becomes what stands there: category, board or sub-board.</summary>
public sealed class MoveBoard(ForumDb db, BoardTrees trees, Versions versions)
{
    public async Task<Refusal?> RunAsync(Viewer who, int boardId, int? parentId, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var tree = await trees.CurrentAsync(cancel);
        if (tree.Find(boardId) is not { } board) return Refusal.NotFound;
        var parent = parentId is { } id ? tree.Find(id) : null;
        if (parentId is not null && parent is null) return Refusal.Invalid("ParentId", "BoardTooDeep");
        if (board.Parent?.Id == parentId) return null;
        if (BoardRules.CheckMove(board, parent, await db.Threads.AnyAsync(t => t.BoardId == boardId, cancel)) is { } refusal) return refusal;

        await db.InTransactionAsync(() => MoveAsync(who, board, parent, cancel), cancel);
        versions.Forget();
        return null;
    }

    private async Task MoveAsync(Viewer who, BoardNode board, BoardNode? parent, CancellationToken cancel)
    {
        var (parentId, kind) = (parent?.Id, BoardRules.KindBelow(parent)!.Value);
        var last = await db.Boards.Where(b => b.ParentId == parentId).MaxAsync(b => (int?)b.Position, cancel) ?? 0;
        await db.Boards.Where(b => b.Id == board.Id).ExecuteUpdateAsync(b => b
            .SetProperty(x => x.ParentId, parentId).SetProperty(x => x.Position, last + 1), cancel);
        foreach (var node in board.SelfAndBelow)
        {
            var moved = kind + (node.PathIds.Length - board.PathIds.Length);
            await db.Boards.Where(b => b.Id == node.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.Kind, moved), cancel);
        }
        db.Log(who, "board.move", boardId: board.Id, details: BoardLog.Json(new { from = board.Parent?.Id, to = parentId }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
    }
}
