using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>Sanctions in force in a board go with it into another, in the caller's transaction; each is an entry of the ledger.</summary>
internal static class CarrySanctions
{
    public static async Task RunAsync(ForumDb db, Viewer who, int boardId, int intoId, CancellationToken cancel)
    {
        await Ledger.LockAsync(db, who.Now, cancel);
        var carried = await db.Sanctions.Where(s => s.BoardId == boardId).Where(SanctionStates.Is(SanctionState.Active, who.Now)).OrderBy(s => s.Id).ToListAsync(cancel);
        if (carried.Count == 0) return;
        int[] ids = [.. carried.Select(s => s.Id)];
        await db.Sanctions.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.BoardId, intoId), cancel);
        foreach (var sanction in carried) await Ledger.AppendAsync(db, who, sanction, LedgerAct.Moved, new LedgerContent { Board = intoId }, cancel);
        await Versions.BumpAsync(db, Kinds.Sanctions, cancel);
    }
}
