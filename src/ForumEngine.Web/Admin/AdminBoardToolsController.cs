using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>What is done with whole boards: copy settings to others, edit several side by side, merge, delete.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Boards), Route("admin/boards")]
public sealed class AdminBoardToolsController(BoardDesk desk, ChangeBoard change, CopyBoard copy, MergeBoards merge, DeleteBoard delete) : ForumController
{
    private const int MostCompared = 8;

    [HttpGet("{id:int}/copy")]
    public async Task<IActionResult> Copy(int id) => await CopyPageAsync(id, [], [], false) is { } page ? View("BoardCopy", page) : Refused(Refusal.NotFound);

    [HttpPost("{id:int}/copy")]
    public async Task<IActionResult> Copy(int id, string[] keys, int[] toIds, bool rights)
    {
        if (await copy.RunAsync(Viewer, new BoardCopy(id, keys, rights, toIds), Cancel) is not { } refusal) return SeeOther("/admin/boards");
        return await CopyPageAsync(id, keys, toIds, rights) is { } page ? FormAgain(refusal, "BoardCopy", page) : Refused(Refusal.NotFound);
    }

    private async Task<BoardCopyView?> CopyPageAsync(int id, string[] keys, int[] toIds, bool rights)
    {
        if ((await desk.RowsAsync([id], Cancel)).SingleOrDefault() is not { } board) return null;
        return new BoardCopyView(board, await desk.AllAsync(Cancel), keys.ToHashSet(), toIds.ToHashSet(), rights);
    }

    /// <summary>Without boards the form to choose them.</summary>
    [HttpGet("compare")]
    public async Task<IActionResult> Compare(int[] id, BoardGroup group = BoardGroup.About) => View("BoardCompare", await ComparePageAsync(id, group, null));

    /// <summary>Fields <c>Key[id]</c> and <c>Version[id]</c>.</summary>
    [HttpPost("compare")]
    public async Task<IActionResult> Compare(int[] id, BoardGroup group, IFormCollection form)
    {
        var ids = id.Distinct().Take(MostCompared).ToList();
        var changes = ids.ConvertAll(board => new BoardChange(board, BoardFields.Typed(form, $"[{board}]"), BoardFields.Version(form, $"Version[{board}]")));
        if (await change.RunAsync(Viewer, changes, Cancel) is { } refusal) return FormAgain(refusal, "BoardCompare", await ComparePageAsync(id, group, changes));
        return SeeOther($"/admin/boards/compare?{string.Join('&', ids.Select(i => $"id={i}"))}&group={group}");
    }

    private async Task<BoardCompareView> ComparePageAsync(int[] ids, BoardGroup group, IReadOnlyList<BoardChange>? typed)
    {
        var rows = await desk.RowsAsync([.. ids.Distinct().Take(MostCompared)], Cancel);
        return new BoardCompareView(await desk.AllAsync(Cancel), [.. ids.Select(i => rows.Find(b => b.Id == i)).OfType<Board>().Distinct()], group, typed ?? []);
    }

    [HttpGet("{id:int}/remove")]
    public async Task<IActionResult> Remove(int id) => await RemovePageAsync(id, new BoardForm()) is { } page ? View("BoardRemove", page) : Refused(Refusal.NotFound);

    [HttpPost("{id:int}/merge")]
    public async Task<IActionResult> Merge(int id, [FromForm] BoardForm form) =>
        await merge.RunAsync(Viewer, id, form.IntoId, form.MergeName, Cancel) is { } refusal ? await RemoveAgainAsync(id, form, refusal) : SeeOther($"/admin/boards/{form.IntoId}");

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete(int id, [FromForm] BoardForm form) =>
        await delete.RunAsync(Viewer, id, form.DeleteName, Cancel) is { } refusal ? await RemoveAgainAsync(id, form, refusal) : SeeOther("/admin/boards");

    private async Task<IActionResult> RemoveAgainAsync(int id, BoardForm form, Refusal refusal) =>
        await RemovePageAsync(id, form) is { } page ? FormAgain(refusal, "BoardRemove", page) : Refused(Refusal.NotFound);

    private async Task<BoardRemoveView?> RemovePageAsync(int id, BoardForm form) =>
        await desk.FindAsync(id, Cancel) is { } board
            ? new BoardRemoveView(board, [.. (await desk.AllAsync(Cancel)).Where(b => b.Kind != BoardKind.Category && b.Id != id)], await desk.ThreadsAsync(id, Cancel), form) : null;
}
