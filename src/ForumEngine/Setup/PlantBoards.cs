using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Storage;

namespace ForumEngine.Setup;

/// <summary>Puts a template's boards into an empty site: rows, rights, thread types and counters; in English where the site speaks it.</summary>
internal sealed class PlantBoards(ForumDb db, IReadOnlyList<Group> groups, DateOnly today, string language)
{
    private int next = 1;

    /// <summary>Adds to the unit of work; ids count up in the order of the index.</summary>
    public void Add(BoardTemplate template) => AddAll(template.Categories, null);

    private void AddAll(IReadOnlyList<BoardPlan> plans, Board? parent)
    {
        for (var position = 0; position < plans.Count; position++) AddOne(plans[position], parent, position + 1);
    }

    private void AddOne(BoardPlan plan, Board? parent, int position)
    {
        var board = new Board
        {
            Id = next++,
            ParentId = parent?.Id,
            Kind = parent is null ? BoardKind.Category : parent.Kind == BoardKind.Category ? BoardKind.Board : BoardKind.SubBoard,
            Slug = plan.Slug,
            Name = plan.NameIn(language),
            Description = plan.DescriptionIn(language),
            Rules = plan.RulesIn(language),
            Position = position,
        };
        db.Boards.Add(board);
        db.BoardStats.Add(new BoardStats { BoardId = board.Id, Today = today });
        db.ThreadTypes.AddRange(plan.Types.Select((type, i) => new ThreadType { BoardId = board.Id, Name = type.NameIn(language), Position = i + 1 }));
        if (plan.StaffOnly) Reserve(board, BoardRight.View);
        if (plan.StaffThreads) Reserve(board, BoardRight.PostThread);
        AddAll(plan.Children, board);
    }

    /// <summary>
    /// Denied to all groups but the staff's. A member who is in a staff group as well keeps the right: any allow is a yes.
    /// </summary>
    private void Reserve(Board board, BoardRight right) =>
        db.BoardCells.AddRange(groups.Select(g => new BoardCell
        {
            BoardId = board.Id,
            GroupId = g.Id,
            Right = right,
            Allow = g.Rank > Rank.Member,
        }));
}
