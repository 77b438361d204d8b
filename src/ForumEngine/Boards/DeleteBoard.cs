using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Deletes a board that holds nothing: no threads, not even in the recycle bin, and no boards. Others are merged (<see cref="MergeBoards"/>).</summary>
public sealed class DeleteBoard(ForumDb db, Versions versions, SetModerators moderators)
{
    /// <summary><paramref name="typedName"/> is the board's name, typed by who wants it gone.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, int boardId, string? typedName, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        if (await db.Boards.SingleOrDefaultAsync(b => b.Id == boardId && b.GoneAt == null, cancel) is not { } board) return Refusal.NotFound;
        if ((typedName ?? "").Trim() != board.Name) return Refusal.Invalid("DeleteName", "NameMismatch");
        if (await WhyNotAsync(boardId, cancel) is { } full) return full;
        // Who has no other board leaves the moderators' group.
        if (await moderators.RunAsync(who, boardId, [], cancel) is { } refused) return refused;
        var done = await db.InTransactionAsync(() => DeleteAsync(who, board, cancel), cancel);
        versions.Forget();
        return done;
    }

    private async Task<Refusal?> WhyNotAsync(int boardId, CancellationToken cancel)
    {
        if (await db.Boards.AnyAsync(b => b.ParentId == boardId && b.GoneAt == null, cancel)) return Refusal.Invalid("DeleteName", "BoardHasChildren");
        return await db.Threads.AnyAsync(t => t.BoardId == boardId && t.RedirectToThreadId == null && t.State != ContentState.Purged, cancel)
            ? Refusal.Invalid("DeleteName", "BoardNotEmpty") : null;
    }

    private async Task<Refusal?> DeleteAsync(Viewer who, Board board, CancellationToken cancel)
    {
        var gone = await db.Boards.Where(b => b.Id == board.Id && b.GoneAt == null)
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.GoneAt, who.Now).SetProperty(x => x.Slug, (string?)null).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        if (gone == 0) return Refusal.NotFound;
        if (await WhyNotAsync(board.Id, cancel) is { } full) return full;
        await db.BoardCells.Where(c => c.BoardId == board.Id).ExecuteDeleteAsync(cancel);
        await db.BoardOverrides.Where(o => o.BoardId == board.Id).ExecuteDeleteAsync(cancel);
        await db.BoardVisits.Where(v => v.BoardId == board.Id).ExecuteDeleteAsync(cancel);
        db.Log(who, "board.delete", boardId: board.Id, details: BoardLog.Json(new { from = BoardSettings.Read(board), to = (object?)null }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
        return null;
    }
}
