using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>The tree of boards: add, rename, order, and a page for each.</summary>
[Access(Audience.Administrators), Route("admin/boards")]
public sealed class AdminBoardsController(BoardDesk desk, AddBoard add, OrderBoards order) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Boards", await desk.LinesAsync(Cancel));

    /// <summary>Fields <c>Name[id]</c> and <c>Order[id]</c>.</summary>
    [HttpPost]
    public async Task<IActionResult> Save()
    {
        var typed = (await desk.LinesAsync(Cancel)).Select(Typed).ToList();
        var lines = typed.ToDictionary(l => l.Id, l => new BoardLine(l.Name, l.Position));
        return await order.RunAsync(Viewer, lines, Cancel) is { } refusal
            ? FormAgain(refusal, "Boards", typed) : SeeOther("/admin/boards");
    }

    private BoardDeskLine Typed(BoardDeskLine line) => line with
    {
        Name = Request.Form[$"Name[{line.Id}]"].FirstOrDefault() ?? line.Name,
        Position = int.TryParse(Request.Form[$"Order[{line.Id}]"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at)
            ? at : line.Position,
    };

    [HttpGet("new")]
    public async Task<IActionResult> New(int? parent)
    {
        await NameParentAsync(parent);
        return View("NewBoard", new NewBoardForm { ParentId = parent });
    }

    [HttpPost("new")]
    public async Task<IActionResult> Add([FromForm] NewBoardForm form)
    {
        var added = await add.RunAsync(Viewer, form.ToDraft(), form.ParentId, Cancel);
        if (added.Refusal is not { } refusal) return SeeOther($"/admin/boards/{added.Value}");
        await NameParentAsync(form.ParentId);
        return FormAgain(refusal, "NewBoard", form);
    }

    private async Task NameParentAsync(int? id) =>
        ViewData["Parent"] = id is { } parent ? (await desk.FindAsync(parent, Cancel))?.Name : null;
}
