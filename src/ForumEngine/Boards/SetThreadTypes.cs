using ForumEngine.Keeping;
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
        var wanted = TypeLines.Parse(names);
        if (TypeLines.WhyNot(wanted) is { } wrong) return wrong;
        var set = (await db.TypeSets.ToListAsync(cancel)).Find(s => IdList.Split(s.BoardIds).Contains(boardId));
        if (set is not null) return Refusal.Invalid("Types", "TypesOfSet", set.Name);
        await db.InTransactionAsync(() => ApplyAsync(db, who, boardId, wanted, cancel), cancel);
        versions.Forget();
        return null;
    }

    /// <summary>In the caller's transaction.</summary>
    internal static async Task ApplyAsync(ForumDb db, Viewer who, int boardId, IReadOnlyList<TypeLine> wanted, CancellationToken cancel)
    {
        var before = await db.ThreadTypes.AsTracking().Where(t => t.BoardId == boardId).OrderBy(t => t.Position).ToListAsync(cancel);
        var was = before.ConvertAll(t => (t.StaffOnly ? "*" : "") + t.Name);
        if (was.SequenceEqual(wanted.Select(t => (t.StaffOnly ? "*" : "") + t.Name))) return;
        var gone = before.Where(t => !wanted.Any(w => w.Name == t.Name)).ToList();
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
        db.Log(who, "board.types", boardId: boardId, details: BoardLog.Json(new { from = was, to = wanted.Select(t => (t.StaffOnly ? "*" : "") + t.Name) }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
    }
}
