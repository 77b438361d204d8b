using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>Where the <see cref="BoardTree"/> comes from: memory, renewed within a second of a change on any node.</summary>
public sealed class BoardTrees(Snapshots snapshots)
{
    public ValueTask<BoardTree> CurrentAsync(CancellationToken cancel) => snapshots.GetAsync(Kinds.Boards, LoadAsync, cancel);

    /// <summary>As it stands in this transaction, for what has just been changed.</summary>
    internal static async Task<BoardTree> LoadAsync(ForumDb db, CancellationToken cancel)
    {
        var known = await db.Boards.OrderBy(b => b.Position).ThenBy(b => b.Id).ToListAsync(cancel);
        var boards = known.Where(b => b.GoneAt is null).ToList();
        var cells = (await db.BoardCells.ToListAsync(cancel)).ToLookup(c => c.BoardId);
        var types = (await db.ThreadTypes.ToListAsync(cancel)).ToLookup(t => t.BoardId);
        var moderators = (await (
            from m in db.BoardModerators
            join member in db.Members on m.MemberId equals member.Id
            orderby m.Position, m.MemberId
            select new { m.BoardId, Name = new ModeratorName(member.Id, member.UserName!) }).ToListAsync(cancel))
            .ToLookup(m => m.BoardId, m => m.Name);

        var children = boards.ToLookup(b => b.ParentId);
        return new BoardTree([.. children[null].Select(b => Build(b, null))], known.Where(b => b.MergedIntoId is not null).ToDictionary(b => b.Id, b => b.MergedIntoId!.Value));

        BoardNode Build(Board board, BoardNode? parent)
        {
            var node = new BoardNode(board, parent, cells[board.Id], moderators[board.Id], types[board.Id]);
            node.Children = [.. children[board.Id].Select(c => Build(c, node))];
            return node;
        }
    }
}
