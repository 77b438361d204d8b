using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>The tree of boards: add one or many, rename, order, move, and a page for each.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Boards), Route("admin/boards")]
public sealed class AdminBoardsController(BoardDesk desk, AddBoard add, OrderBoards order) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Boards", new BoardTreeView(await desk.LinesAsync(Cancel)));

    /// <summary>Fields <c>Name[id]</c>, <c>Order[id]</c>, <c>Parent[id]</c>, and in <c>Was[id]</c> what the form showed.</summary>
    [HttpPost, RequestFormLimits(ValueCountLimit = 50_000)]
    public async Task<IActionResult> Save()
    {
        var lines = (await desk.LinesAsync(Cancel)).Select(Typed).ToList();
        var changes = lines.SelectMany(l => l.SelfAndBelow).ToDictionary(l => l.Board.Id, l => new BoardLineChange(l.Shown, Was(l.Board.Id)));
        return await order.RunAsync(Viewer, changes, Cancel) is { } refusal
            ? FormAgain(refusal, "Boards", new BoardTreeView(lines) { IsConflict = refusal.Kind == RefusalKind.Conflict }) : SeeOther("/admin/boards");
    }

    private BoardDeskLine Typed(BoardDeskLine line)
    {
        var id = line.Board.Id;
        return line with
        {
            Below = [.. line.Below.Select(Typed)],
            Shown = new BoardLine(
                Field("Name", id) ?? line.Now.Name,
                Field("Parent", id) is { } parent ? Mvc.Typed.Number(parent) : line.Now.ParentId,
                Field("Order", id) is { } at && int.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place) ? place : line.Now.Position),
        };
    }

    private BoardLine? Was(int id)
    {
        var parts = Field("Was", id)?.Split('|', 3);
        return parts is [var parent, var place, var name] && int.TryParse(place, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) ? new BoardLine(name, Mvc.Typed.Number(parent), at) : null;
    }

    private string? Field(string name, int id) => Request.Form[$"{name}[{id}]"].FirstOrDefault();

    [HttpGet("new")]
    public async Task<IActionResult> New(int? parent) => View("NewBoard", await FormAsync(new NewBoardForm { ParentId = parent }));

    [HttpPost("new")]
    public async Task<IActionResult> Add([FromForm] NewBoardForm form)
    {
        var added = await add.RunAsync(Viewer, form.Name, form.Description, form.ParentId, Cancel);
        return added.Refusal is { } refusal ? FormAgain(refusal, "NewBoard", await FormAsync(form)) : SeeOther($"/admin/boards/{added.Value}");
    }

    [HttpPost("many")]
    public async Task<IActionResult> AddMany([FromForm] NewBoardForm form)
    {
        var added = await add.ManyAsync(Viewer, form.Outline, form.ParentId, Cancel);
        return added.Refusal is { } refusal ? FormAgain(refusal, "NewBoard", await FormAsync(form)) : SeeOther("/admin/boards");
    }

    private async Task<NewBoardForm> FormAsync(NewBoardForm form)
    {
        form.Parents = [.. (await desk.AllAsync(Cancel)).Where(b => BoardRules.KindBelow(b) is not null)];
        return form;
    }
}
