using ForumEngine.Boards;

namespace ForumEngine.Web.Mvc;

/// <summary>Boards as options of a select, indented as they stand below each other (_BoardOptions.cshtml).</summary>
public sealed record BoardOptions(IEnumerable<BoardNode> Boards, IReadOnlyCollection<int> Chosen)
{
    public BoardOptions(IEnumerable<BoardNode> boards, int? chosen) : this(boards, chosen is { } id ? [id] : [])
    {
    }
}
