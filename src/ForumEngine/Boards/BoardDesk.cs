using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>A line of the panel's tree; <paramref name="Depth"/> 0 is a category.</summary>
public sealed record BoardDeskLine(int Id, int Depth, string Name, int Position, bool IsHidden, IReadOnlyList<ModeratorName> Moderators, int Threads, int Posts);

/// <summary>What the panel shows of the boards: all of them, hidden ones too.</summary>
public sealed class BoardDesk(ForumDb db, BoardTrees trees)
{
    public async Task<IReadOnlyList<BoardDeskLine>> LinesAsync(CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var positions = await db.Boards.ToDictionaryAsync(b => b.Id, b => b.Position, cancel);
        var stats = await db.BoardStats.ToDictionaryAsync(s => s.BoardId, cancel);
        return [.. from node in tree.All
                   let counts = stats.GetValueOrDefault(node.Id)
                   select new BoardDeskLine(node.Id, node.PathIds.Length - 1, node.Name, positions.GetValueOrDefault(node.Id), node.IsHidden,
                       node.Moderators, counts?.Threads ?? 0, counts?.Posts ?? 0)];
    }

    public async Task<BoardNode?> FindAsync(int id, CancellationToken cancel) => (await trees.CurrentAsync(cancel)).Find(id);

    /// <summary>Where this board may be moved to; null stands for the top.</summary>
    public async Task<IReadOnlyList<BoardNode?>> ParentsForAsync(BoardNode board, CancellationToken cancel)
    {
        var hasThreads = await db.Threads.AnyAsync(t => t.BoardId == board.Id, cancel);
        return [.. (await trees.CurrentAsync(cancel)).All.Cast<BoardNode?>().Prepend(null)
            .Where(parent => parent == board.Parent || BoardRules.CheckMove(board, parent, hasThreads) is null)];
    }
}
