using ForumEngine.Keeping;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>
/// Gives the boards of a set its types, in the set's transaction. A line typed over in its place renames the type, so that threads
/// keep it; threads of a type that goes lose it. A board that leaves a set keeps the types that it has.
/// </summary>
public sealed class FollowTypeSet(ForumDb db) : IKeptFollower<TypeSet>
{
    public async Task<Refusal?> FollowAsync(Viewer who, TypeSet? before, TypeSet? after, CancellationToken cancel)
    {
        if (after is null) return null;
        var ids = IdList.Split(after.BoardIds);
        var others = await db.TypeSets.Where(s => s.Id != after.Id).Select(s => s.BoardIds).ToListAsync(cancel);
        if (others.SelectMany(IdList.Split).Intersect(ids).FirstOrDefault() is > 0 and var taken) return Refusal.Invalid("Boards", "BoardHasTypeSet", await NameAsync(taken, cancel));
        var types = TypeLines.Parse(after.Types.Split('\n'));
        var renamed = before is null ? [] : TypeLines.Renamed(TypeLines.Parse(before.Types.Split('\n')), types).ToList();
        foreach (var id in await db.Boards.Where(b => ids.Contains(b.Id) && b.Kind != BoardKind.Category && b.GoneAt == null).Select(b => b.Id).ToListAsync(cancel))
        {
            var names = await db.ThreadTypes.Where(t => t.BoardId == id).Select(t => t.Name).ToListAsync(cancel);
            foreach (var (from, to) in renamed.Where(r => !names.Contains(r.To)))
                await db.ThreadTypes.Where(t => t.BoardId == id && t.Name == from).ExecuteUpdateAsync(t => t.SetProperty(x => x.Name, to), cancel);
            await SetThreadTypes.ApplyAsync(db, who, id, types, cancel);
        }
        return null;
    }

    private async Task<string> NameAsync(int board, CancellationToken cancel) => await db.Boards.Where(b => b.Id == board).Select(b => b.Name).SingleOrDefaultAsync(cancel) ?? $"{board}";
}
