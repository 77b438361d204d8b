using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Says which types threads of a board can have, in the order given. Threads of a type that goes lose it.</summary>
public sealed class SetThreadTypes(ForumDb db, Versions versions)
{
    public async Task<Refusal?> RunAsync(Viewer who, int boardId, IReadOnlyList<string> names, CancellationToken cancel)
    {
        if (!who.IsAdministrator || !await db.Boards.AnyAsync(b => b.Id == boardId, cancel)) return Refusal.NotFound;
        var wanted = names.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct().ToList();
        if (wanted.Count > BoardRules.MaxTypes) return Refusal.Invalid("Types", "TooManyTypes", BoardRules.MaxTypes);
        if (wanted.Any(n => n.Length > ThreadType.NameLength)) return Refusal.Invalid("Types", "TypeNameLength", ThreadType.NameLength);
        await db.InTransactionAsync(() => SetAsync(who, boardId, wanted, cancel), cancel);
        versions.Forget();
        return null;
    }

    private async Task SetAsync(Viewer who, int boardId, List<string> wanted, CancellationToken cancel)
    {
        var before = await db.ThreadTypes.AsTracking().Where(t => t.BoardId == boardId).OrderBy(t => t.Position).ToListAsync(cancel);
        var gone = before.Where(t => !wanted.Contains(t.Name)).ToList();
        var goneIds = gone.ConvertAll(t => (int?)t.Id);
        await db.Threads.Where(t => t.BoardId == boardId && goneIds.Contains(t.TypeId))
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.TypeId, (int?)null), cancel);
        db.ThreadTypes.RemoveRange(gone);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (before.Find(t => t.Name == wanted[i]) is { } type) type.Position = i + 1;
            else db.ThreadTypes.Add(new ThreadType { BoardId = boardId, Name = wanted[i], Position = i + 1 });
        }
        db.Log(who, "board.types", boardId: boardId, details: BoardLog.Json(new { from = before.ConvertAll(t => t.Name), to = wanted }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
    }
}
