using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Renames a board, changes its texts, hides or shows it.</summary>
public sealed class ChangeBoard(ForumDb db, Versions versions)
{
    public async Task<Refusal?> RunAsync(Viewer who, int boardId, BoardDraft draft, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        draft = draft.Tidy();
        if (BoardRules.Check(draft) is { } wrong) return wrong;
        if (draft.Slug.Length > 0 && await db.Boards.AnyAsync(b => b.Slug == draft.Slug && b.Id != boardId, cancel))
            return Refusal.Invalid("Slug", "BoardSlugTaken");

        var found = await db.InTransactionAsync(async () =>
        {
            if (await db.Boards.AsTracking().SingleOrDefaultAsync(b => b.Id == boardId, cancel) is not { } board) return false;
            var before = BoardDraft.Of(board);
            if (before == draft) return true;
            draft.WriteTo(board);
            db.Log(who, "board.change", boardId: boardId, details: BoardLog.Json(new { from = before, to = draft }));
            await db.SaveChangesAsync(cancel);
            await Versions.BumpAsync(db, Kinds.Boards, cancel);
            return true;
        }, cancel);
        versions.Forget();
        return found ? null : Refusal.NotFound;
    }
}
