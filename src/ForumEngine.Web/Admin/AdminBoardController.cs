using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Look;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>One board in the panel: its settings as one form; place, moderators, types, password, history, each a form of its own.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Boards), Route("admin/boards/{id:int}")]
public sealed class AdminBoardController(
    BoardDesk desk, ChangeBoard change, MoveBoard move, SetModerators moderators, SetThreadTypes types, SetBoardPassword password, AddSitePicture pictures, BoardHistory history, GroupSets groups) : ForumController
{
    [HttpGet]
    public Task<IActionResult> Index(int id) => PageAsync(id, null);

    /// <summary>Fields are settings by key; those that aren't sent stay. <c>Version</c> is what the form was made of.</summary>
    [HttpPost]
    public async Task<IActionResult> Change(int id)
    {
        var typed = BoardFields.Typed(Request.Form);
        var refusal = await change.RunAsync(Viewer, new BoardChange(id, typed, BoardFields.Version(Request.Form, "Version")), Cancel);
        return refusal is null ? SeeOther($"/admin/boards/{id}") : await PageAsync(id, refusal, page => page with { Typed = typed, IsConflict = refusal.Kind == RefusalKind.Conflict });
    }

    [HttpPost("move")]
    public async Task<IActionResult> Move(int id, [FromForm] BoardForm form) =>
        await AnswerAsync(id, await move.RunAsync(Viewer, id, form.ParentId, Cancel), form);

    [HttpPost("moderators")]
    public async Task<IActionResult> Moderators(int id, [FromForm] BoardForm form)
    {
        var refusal = await moderators.RunAsync(Viewer, id, BoardForm.Lines(form.Moderators), Cancel, BoardForm.Ids(form.SeenModerators));
        if (refusal?.Kind != RefusalKind.Conflict) return await AnswerAsync(id, refusal, form);
        return await PageAsync(id, refusal, page => page with { Form = form, TheirModerators = string.Join(", ", page.Board.Moderators.Select(m => m.Name)) });
    }

    [HttpPost("{what:regex(^(icon|banner)$)}")]
    public async Task<IActionResult> Picture(int id, string what)
    {
        var (key, box) = what == "icon" ? ("Icon", PictureBox.BoardIcon) : ("Banner", PictureBox.Banner);
        var taken = await pictures.RunAsync(Viewer, await Uploads.FirstAsync(Request, Cancel), box, $"Board{key}", Cancel);
        return await AnswerAsync(id, taken.Refusal ?? await change.RunAsync(Viewer, new BoardChange(id, new Dictionary<string, string?> { [key] = SitePicture.Path(taken.Value) }), Cancel), null);
    }

    [HttpPost("remove-{what:regex(^(icon|banner)$)}")]
    public async Task<IActionResult> RemovePicture(int id, string what) =>
        await AnswerAsync(id, await change.RunAsync(Viewer, new BoardChange(id, new Dictionary<string, string?> { [what == "icon" ? "Icon" : "Banner"] = "" }), Cancel), null);

    [HttpPost("types")]
    public async Task<IActionResult> Types(int id, [FromForm] BoardForm form) =>
        await AnswerAsync(id, await types.RunAsync(Viewer, id, BoardForm.Lines(form.Types), Cancel), form);

    [HttpPost("password")]
    public async Task<IActionResult> Password(int id, [FromForm] BoardForm form) =>
        await AnswerAsync(id, await password.RunAsync(Viewer, id, form.Password ?? "", Cancel), form);

    [HttpPost("password/remove")]
    public async Task<IActionResult> RemovePassword(int id) => await AnswerAsync(id, await password.RunAsync(Viewer, id, null, Cancel), new BoardForm());

    [HttpGet("history")]
    public async Task<IActionResult> History(int id, long? before = null) =>
        await desk.FindAsync(id, Cancel) is { } board ? View("BoardHistory", new BoardHistoryView(board, await history.ReadAsync(id, before, Cancel), await groups.CurrentAsync(Cancel))) : Refused(Refusal.NotFound);

    [HttpPost("history/{line:long}/restore")]
    public async Task<IActionResult> Restore(int id, long line)
    {
        if (await history.RestoreAsync(Viewer, id, line, Cancel) is not { } refusal) return SeeOther($"/admin/boards/{id}/history");
        return await desk.FindAsync(id, Cancel) is { } board ? FormAgain(refusal, "BoardHistory", new BoardHistoryView(board, await history.ReadAsync(id, null, Cancel), await groups.CurrentAsync(Cancel))) : Refused(refusal);
    }

    private async Task<IActionResult> AnswerAsync(int id, Refusal? refusal, BoardForm? form) =>
        refusal is null ? SeeOther($"/admin/boards/{id}") : await PageAsync(id, refusal, page => page with { Form = form });

    private async Task<IActionResult> PageAsync(int id, Refusal? refusal, Func<BoardPageView, BoardPageView>? asTyped = null)
    {
        var row = (await desk.RowsAsync([id], Cancel)).SingleOrDefault();
        if (row is null || await desk.FindAsync(id, Cancel) is not { } board) return Refused(Refusal.NotFound);
        var page = new BoardPageView(board, row, await desk.ParentsForAsync(board, Cancel));
        page = asTyped?.Invoke(page) ?? page;
        return refusal is null ? View("Board", page) : FormAgain(refusal, "Board", page);
    }
}

/// <summary>Settings of boards as forms send them: a field per key, a hidden "false" before each box.</summary>
internal static class BoardFields
{
    public static Dictionary<string, string?> Typed(IFormCollection form, string suffix = "") =>
        BoardSettings.All.Where(s => form.ContainsKey(s.Key + suffix)).ToDictionary(s => s.Key, s => s.Field == BoardField.Flag ? form[s.Key + suffix].LastOrDefault() : form[s.Key + suffix].FirstOrDefault());

    public static int? Version(IFormCollection form, string field) =>
        int.TryParse(form[field].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
