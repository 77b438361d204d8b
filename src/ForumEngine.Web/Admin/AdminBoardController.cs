using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>One board in the panel: texts, place, moderators, thread types; a form for each.</summary>
[Access(Audience.Administrators), Route("admin/boards/{id:int}")]
public sealed class AdminBoardController(
    BoardDesk desk, ChangeBoard change, MoveBoard move, SetModerators moderators, SetThreadTypes types) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index(int id) =>
        await desk.FindAsync(id, Cancel) is { } board ? View("Board", await ViewOfAsync(board, BoardForm.Of(board))) : Refused(Refusal.NotFound);

    [HttpPost]
    public async Task<IActionResult> Change(int id, [FromForm] BoardForm form) =>
        await AnswerAsync(id, await change.RunAsync(Viewer, id, form.ToDraft(), Cancel), shown =>
        {
            (shown.Name, shown.Slug, shown.Description, shown.Icon, shown.Rules) = (form.Name, form.Slug, form.Description, form.Icon, form.Rules);
            (shown.IsHidden, shown.ModeratorsInherit, shown.TypeRequired) = (form.IsHidden, form.ModeratorsInherit, form.TypeRequired);
        });

    [HttpPost("move")]
    public async Task<IActionResult> Move(int id, [FromForm] BoardForm form) =>
        await AnswerAsync(id, await move.RunAsync(Viewer, id, form.ParentId, Cancel), shown => shown.ParentId = form.ParentId);

    [HttpPost("moderators")]
    public async Task<IActionResult> Moderators(int id, [FromForm] BoardForm form) =>
        await AnswerAsync(id, await moderators.RunAsync(Viewer, id, BoardForm.Lines(form.Moderators), Cancel), shown => shown.Moderators = form.Moderators);

    [HttpPost("types")]
    public async Task<IActionResult> Types(int id, [FromForm] BoardForm form) =>
        await AnswerAsync(id, await types.RunAsync(Viewer, id, BoardForm.Lines(form.Types), Cancel), shown => shown.Types = form.Types);

    private async Task<IActionResult> AnswerAsync(int id, Refusal? refusal, Action<BoardForm> asTyped)
    {
        if (refusal is null) return SeeOther($"/admin/boards/{id}");
        if (await desk.FindAsync(id, Cancel) is not { } board) return Refused(Refusal.NotFound);
        var form = BoardForm.Of(board);
        asTyped(form);
        return FormAgain(refusal, "Board", await ViewOfAsync(board, form));
    }

    private async Task<BoardPageView> ViewOfAsync(BoardNode board, BoardForm form) =>
        new(board, await desk.ParentsForAsync(board, Cancel), form);
}
