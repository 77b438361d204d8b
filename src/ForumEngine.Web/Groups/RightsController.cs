using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Groups;

/// <summary>The explainer, and members' personal rights.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Groups)]
public sealed class RightsController(ExplainAccess explain, SetException exceptions, BoardTrees trees, GroupSets groups) : ForumController
{
    [HttpGet("/admin/rights/explain")]
    public async Task<IActionResult> Explain(string? user = null, int? board = null, string? action = null)
    {
        // "action" is a word of routes: the form's field is called "do".
        action = Request.Query["do"].FirstOrDefault();
        var view = new ExplainView(user, board, action, await trees.CurrentAsync(Cancel), await groups.CurrentAsync(Cancel));
        if (board is null && action is null) return View(view);
        var found = await explain.RunAsync(Viewer, user, board, action, Cancel);
        return found.Refusal is { } refusal ? FormAgain(refusal, "Explain", view) : View(view with { Found = found.Value });
    }

    [HttpGet("/admin/rights/members")]
    public async Task<IActionResult> Members(int after = 0, string? user = null, int? board = null, BoardRight? right = null) =>
        View(await MembersAsync(new ExceptionForm { UserName = user, BoardId = board, Right = right ?? BoardRight.View }, after));

    [HttpPost("/admin/rights/members")]
    public async Task<IActionResult> SetMember([FromForm] ExceptionForm form)
    {
        var refusal = ModelState.IsValid ? await exceptions.RunAsync(Viewer, new ExceptionDraft(form.UserName, form.BoardId ?? 0, form.Right, form.Allow, form.Days ?? 0, form.Reason), Cancel) : Refusal.Invalid("Days", "NumberOutOfRange", 0, ExceptionDraft.MaxDays);
        return refusal is null ? SeeOther("/admin/rights/members") : FormAgain(refusal, "Members", await MembersAsync(form, 0));
    }

    [HttpPost("/admin/rights/members/{member:int}/{board:int}/{right}/remove")]
    public async Task<IActionResult> RemoveMember(int member, int board, BoardRight right) =>
        await exceptions.RemoveAsync(Viewer, member, board, right, Cancel) is { } refusal ? Refused(refusal) : SeeOther("/admin/rights/members");

    private async Task<ExceptionsView> MembersAsync(ExceptionForm form, int after)
    {
        var (lines, next) = await exceptions.ReadAsync(after, Cancel);
        return new ExceptionsView(lines, next, await trees.CurrentAsync(Cancel), form, Viewer.Now);
    }
}

/// <summary>The question as asked, and the answer.</summary>
public sealed record ExplainView(string? User, int? Board, string? Action, BoardTree Tree, GroupSet Groups)
{
    public Explanation? Found { get; init; }
}

public sealed record ExceptionsView(IReadOnlyList<ExceptionLine> Lines, int? Next, BoardTree Tree, ExceptionForm Form, DateTime Now);

public sealed class ExceptionForm
{
    public string? UserName { get; set; }
    public int? BoardId { get; set; }
    public BoardRight Right { get; set; } = BoardRight.View;
    public bool Allow { get; set; } = true;
    public int? Days { get; set; } = 30;
    public string? Reason { get; set; }
}
