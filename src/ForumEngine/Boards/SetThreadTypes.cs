using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>
/// Says which types threads of a board can have, in the order given; a name with a * in front is for staff. Threads of a type that
/// goes lose it.
/// </summary>
public sealed class SetThreadTypes(ForumDb db, Versions versions)
{
    public async Task<Refusal?> RunAsync(Viewer who, int boardId, IReadOnlyList<string> names, CancellationToken cancel)
    {
        if (!who.IsAdministrator || !await db.Boards.AnyAsync(b => b.Id == boardId, cancel)) return Refusal.NotFound;
        var wanted = names.Select(n => n.Trim()).Select(n => new Wanted(n.TrimStart('*').Trim(), n.StartsWith('*'))).Where(n => n.Name.Length > 0).DistinctBy(n => n.Name).ToList();
        if (wanted.Count > BoardRules.MaxTypes) return Refusal.Invalid("Types", "TooManyTypes", BoardRules.MaxTypes);
        if (wanted.Any(n => n.Name.Length > ThreadType.NameLength)) return Refusal.Invalid("Types", "TypeNameLength", ThreadType.NameLength);
        await db.InTransactionAsync(() => SetAsync(who, boardId, wanted, cancel), cancel);
        versions.Forget();
        return null;
    }

    private sealed record Wanted(string Name, bool StaffOnly);

    private async Task SetAsync(Viewer who, int boardId, List<Wanted> wanted, CancellationToken cancel)
    {
        var before = await db.ThreadTypes.AsTracking().Where(t => t.BoardId == boardId).OrderBy(t => t.Position).ToListAsync(cancel);
        var gone = before.Where(t => !wanted.Exists(w => w.Name == t.Name)).ToList();
        var goneIds = gone.ConvertAll(t => (int?)t.Id);
        await db.Threads.Where(t => t.BoardId == boardId && goneIds.Contains(t.TypeId))
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.TypeId, (int?)null), cancel);
        db.ThreadTypes.RemoveRange(gone);
        for (var i = 0; i < wanted.Count; i++)
        {
            var (name, staffOnly) = wanted[i];
            if (before.Find(t => t.Name == name) is { } type) (type.Position, type.StaffOnly) = (i + 1, staffOnly);
            else db.ThreadTypes.Add(new ThreadType { BoardId = boardId, Name = name, Position = i + 1, StaffOnly = staffOnly });
        }
        db.Log(who, "board.types", boardId: boardId, details: BoardLog.Json(new { from = before.ConvertAll(t => t.Name), to = wanted.ConvertAll(t => t.Name) }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
    }
}
