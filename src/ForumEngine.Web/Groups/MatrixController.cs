using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Groups;

/// <summary>The matrix of rights, from both sides: groups × actions of a board, boards × actions of a group.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Groups)]
public sealed class MatrixController(BoardTrees trees, GroupSets groups, SetCells set) : ForumController
{
    private const int MostBoards = 120;

    [HttpGet("/admin/boards/{id:int}/rights")]
    public async Task<IActionResult> OfBoard(int id) => await BoardAsync(id) is { } view ? View("Matrix", view) : Refused(Refusal.NotFound);

    [HttpPost("/admin/boards/{id:int}/rights"), RequestFormLimits(ValueCountLimit = 10_000)]
    public async Task<IActionResult> SaveBoard(int id) => await AnswerAsync(await BoardAsync(id));

    /// <summary>Of a forum with very many boards one category at a time.</summary>
    [HttpGet("/admin/groups/{id:int}/boards")]
    public async Task<IActionResult> OfGroup(int id, int? category = null) => await GroupAsync(id, category) is { } view ? View("Matrix", view) : Refused(Refusal.NotFound);

    [HttpPost("/admin/groups/{id:int}/boards"), RequestFormLimits(ValueCountLimit = 10_000)]
    public async Task<IActionResult> SaveGroup(int id, int? category = null) => await AnswerAsync(await GroupAsync(id, category));

    /// <summary>Fields <c>C[board.group.right]</c>: allow, deny or empty; <c>Was</c> names the cells that were set when the form was made.</summary>
    private async Task<IActionResult> AnswerAsync(MatrixView? view)
    {
        if (view is null) return Refused(Refusal.NotFound);
        var was = MatrixView.ReadWas(Request.Form["Was"].FirstOrDefault());
        var typed = view.Rows.SelectMany(r => r.Cells).Where(c => Request.Form.ContainsKey($"C[{c.At}]"))
            .ToDictionary(c => c.At, c => Request.Form[$"C[{c.At}]"].FirstOrDefault() switch { "allow" => true, "deny" => false, _ => (bool?)null });
        var filled = Fill(view, typed);
        if (await set.RunAsync(Viewer, [.. filled.Select(c => new CellChange(c.Key, c.Value, was.TryGetValue(c.Key, out var old) ? old : null))], Cancel) is not { } refusal) return SeeOther(view.Url);
        return FormAgain(refusal, "Matrix", view with { Rows = [.. view.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c with { Typed = filled.TryGetValue(c.At, out var to) ? to : c.Value })] })] });
    }

    /// <summary>Without a script: a whole row, a whole column or one copied over another, sent with the form.</summary>
    private Dictionary<CellPlace, bool?> Fill(MatrixView view, Dictionary<CellPlace, bool?> typed)
    {
        string Field(string name) => Request.Form[name].FirstOrDefault() ?? "";
        bool? value = Field("FillWith") switch { "allow" => true, "deny" => false, _ => null };
        var (row, column, copy) = (Field("FillRow"), Field("FillColumn"), Field("CopyRow"));
        if (Field("FillWith").Length == 0 && copy.Length == 0) return typed;
        var like = view.Rows.FirstOrDefault(r => r.Key == copy)?.Cells.ToDictionary(c => c.At.Right, c => typed.GetValueOrDefault(c.At, c.Value));
        foreach (var cell in view.Rows.Where(r => row == "*" || r.Key == row).SelectMany(r => r.Cells).Where(c => column.Length == 0 || c.At.Right.ToString() == column))
            typed[cell.At] = like is null ? value : like.GetValueOrDefault(cell.At.Right);
        return typed;
    }

    private async Task<MatrixView?> BoardAsync(int id)
    {
        if ((await trees.CurrentAsync(Cancel)).Find(id) is not { } board) return null;
        var all = await groups.CurrentAsync(Cancel);
        return new MatrixView($"/admin/boards/{id}/rights", board.Name, [.. all.All.Where(g => !Group.IsReserved(g.Id) && g.Rank < Rank.Administrator).OrderBy(g => g.Kind).ThenBy(g => g.CreditsFrom ?? g.Id)
            .Select(g => new MatrixRow($"{g.Id}", g.TitleIn(System.Globalization.CultureInfo.CurrentUICulture), 0, g.Kind.ToString(), Cells(board, g, all)))])
        { Board = board };
    }

    private async Task<MatrixView?> GroupAsync(int id, int? category)
    {
        var all = await groups.CurrentAsync(Cancel);
        if (all.Find(id) is not { } group || Group.IsReserved(id) || group.Rank >= Rank.Administrator) return null;
        var tree = await trees.CurrentAsync(Cancel);
        if (tree.All.Count > MostBoards) category ??= tree.Roots[0].Id;
        var boards = category is null ? tree.All : [.. tree.All.Where(b => b.CategoryId == category).Take(1000)];
        return new MatrixView(category is null ? $"/admin/groups/{id}/boards" : $"/admin/groups/{id}/boards?category={category}", group.TitleIn(System.Globalization.CultureInfo.CurrentUICulture),
            [.. boards.Select(b => new MatrixRow($"{b.Id}", b.Name, b.PathIds.Length - 1, "", Cells(b, group, all)))])
        { Group = group, Categories = tree.All.Count > MostBoards ? tree.Roots : [], Category = category };
    }

    private MatrixCell[] Cells(BoardNode board, Group group, GroupSet all)
    {
        var somebody = all.ViewerOf(group.Id, Viewer.Now, Viewer.Zone);
        return [.. Enum.GetValues<BoardRight>().Select(r => new MatrixCell(new CellPlace(board.Id, group.Id, r), board.CellFor(group.Id, r), BoardAccess.Decide(somebody, r, board)))];
    }
}

/// <summary>The page: rows of groups or of boards.</summary>
public sealed record MatrixView(string Url, string Name, IReadOnlyList<MatrixRow> Rows)
{
    public BoardNode? Board { get; init; }
    public Group? Group { get; init; }
    public IReadOnlyList<BoardNode> Categories { get; init; } = [];
    public int? Category { get; init; }

    public string Was => string.Join(' ', Rows.SelectMany(r => r.Cells).Where(c => c.Value is not null).Select(c => $"{c.At}:{(c.Value == true ? '+' : '-')}"));

    public static Dictionary<CellPlace, bool> ReadWas(string? text) => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => (At: CellPlace.Read(p.Split(':')[0]), Allow: p.EndsWith('+')))
        .Where(p => p.At is not null).DistinctBy(p => p.At).ToDictionary(p => p.At!.Value, p => p.Allow);
}

public sealed record MatrixRow(string Key, string Name, int Depth, string Section, IReadOnlyList<MatrixCell> Cells);

/// <summary>One cell: what is set here (null inherits), and what somebody of this group may here in the end.</summary>
public sealed record MatrixCell(CellPlace At, bool? Value, Decision Outcome)
{
    public bool? Typed { get; init; } = Value;
}
