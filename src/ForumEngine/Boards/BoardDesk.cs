using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>A line of the panel's tree with those below it; <paramref name="Depth"/> 0 is a category.</summary>
public sealed record BoardDeskLine(BoardNode Board, int Depth, BoardLine Now, int Posts, IReadOnlyList<BoardDeskLine> Below)
{
    /// <summary>As typed, when the form comes back; else as it is.</summary>
    public BoardLine Shown { get; init; } = Now;

    public IEnumerable<BoardDeskLine> SelfAndBelow => Below.SelectMany(b => b.SelfAndBelow).Prepend(this);
}

/// <summary>What the panel shows of the boards: all of them, hidden ones too.</summary>
public sealed class BoardDesk(ForumDb db, BoardTrees trees)
{
    public async Task<IReadOnlyList<BoardDeskLine>> LinesAsync(CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var positions = await db.Boards.Where(b => b.GoneAt == null).ToDictionaryAsync(b => b.Id, b => b.Position, cancel);
        var posts = await db.BoardStats.ToDictionaryAsync(s => s.BoardId, s => s.Posts, cancel);
        return [.. tree.Roots.Select(Line)];

        BoardDeskLine Line(BoardNode node) => new(node, node.PathIds.Length - 1, new BoardLine(node.Name, node.Parent?.Id, positions.GetValueOrDefault(node.Id)),
            posts.GetValueOrDefault(node.Id), [.. node.Children.Select(Line)]);
    }

    public async Task<BoardNode?> FindAsync(int id, CancellationToken cancel) => (await trees.CurrentAsync(cancel)).Find(id);

    public async Task<IReadOnlyList<BoardNode>> AllAsync(CancellationToken cancel) => (await trees.CurrentAsync(cancel)).All;

    /// <summary>As they are in the database now, for forms that say what they were made of.</summary>
    public Task<List<Board>> RowsAsync(IReadOnlyCollection<int> ids, CancellationToken cancel) => db.Boards.Where(b => ids.Contains(b.Id) && b.GoneAt == null).ToListAsync(cancel);

    public Task<int> ThreadsAsync(int boardId, CancellationToken cancel) => db.Threads.CountAsync(t => t.BoardId == boardId, cancel);

    /// <summary>Where this board may be moved to; null stands for the top.</summary>
    public async Task<IReadOnlyList<BoardNode?>> ParentsForAsync(BoardNode board, CancellationToken cancel)
    {
        var hasThreads = await db.Threads.AnyAsync(t => t.BoardId == board.Id, cancel);
        return [.. (await trees.CurrentAsync(cancel)).All.Cast<BoardNode?>().Prepend(null)
            .Where(parent => parent == board.Parent || BoardRules.CheckMove(board, parent, hasThreads) is null)];
    }
}
