using System.Globalization;
using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>What changes in the cells of one board, from and to by <c>group.right</c>, as the log keeps it.</summary>
internal sealed record CellSteps(SortedDictionary<string, string> From, SortedDictionary<string, string> To)
{
    /// <summary>Null when nothing does.</summary>
    public static CellSteps? Between(IEnumerable<BoardCell> before, IEnumerable<BoardCell> after)
    {
        var (old, now) = (before.ToDictionary(Name, c => Say(c.Allow)), after.ToDictionary(Name, c => Say(c.Allow)));
        var steps = new CellSteps([], []);
        foreach (var name in old.Keys.Union(now.Keys).Where(n => old.GetValueOrDefault(n) != now.GetValueOrDefault(n)))
            (steps.From[name], steps.To[name]) = (old.GetValueOrDefault(name, Say(null)), now.GetValueOrDefault(name, Say(null)));
        return steps.From.Count == 0 ? null : steps;
    }

    public static string Say(bool? allow) => allow switch { true => "allow", false => "deny", _ => "inherit" };

    public static bool? Read(string said) => said switch { "allow" => true, "deny" => false, _ => null };

    /// <summary>Null for what is no cell.</summary>
    public static CellPlace? Place(int boardId, string name) => CellPlace.Read(string.Create(CultureInfo.InvariantCulture, $"{boardId}.{name}"));

    public static string Name(int groupId, BoardRight right) => string.Create(CultureInfo.InvariantCulture, $"{groupId}.{right}");

    private static string Name(BoardCell cell) => Name(cell.GroupId, cell.Right);
}
