using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Boards;

/// <summary>A board's password, asked once a session; and its rules, where its moderators write them.</summary>
[Access(Audience.Everyone)]
public sealed class BoardDoorController(OpenBoard open, BoardKeyring keyring, BoardTrees trees, EditRules rules) : ForumController
{
    [HttpGet("/boards/{id:int}/password")]
    public async Task<IActionResult> Password(int id)
    {
        if (await open.AskingAsync(Viewer, id, Cancel) is { } board) return View(new BoardDoorForm { Board = board });
        // Whoever is in already needs no form.
        return (await trees.CurrentAsync(Cancel)).FindVisible(id, Viewer) is null ? Refused(Refusal.NotFound) : Redirect($"/boards/{id}");
    }

    [HttpPost("/boards/{id:int}/password")]
    public async Task<IActionResult> Password(int id, [FromForm] BoardDoorForm form)
    {
        form.Board = await open.AskingAsync(Viewer, id, Cancel);
        var key = await open.RunAsync(Viewer, id, form.Password, Cancel);
        if (key.Refusal is { } refused) return form.Board is null ? Refused(refused) : FormAgain(refused, "Password", form);
        keyring.Add(HttpContext, Viewer, key.Value);
        return SeeOther($"/boards/{id}");
    }

    [HttpGet("/boards/{id:int}/rules"), Access(Audience.Staff)]
    public async Task<IActionResult> Rules(int id) =>
        (await trees.CurrentAsync(Cancel)).Find(id) is { } board && EditRules.WhyNot(Viewer, board) is null
            ? View(new BoardDoorForm { Board = board, Rules = board.Rules }) : Refused(Refusal.NotFound);

    [HttpPost("/boards/{id:int}/rules"), Access(Audience.Staff)]
    public async Task<IActionResult> Rules(int id, [FromForm] BoardDoorForm form)
    {
        if (await rules.RunAsync(Viewer, id, form.Rules, Cancel) is not { } refused) return SeeOther($"/boards/{id}");
        form.Board = (await trees.CurrentAsync(Cancel)).FindVisible(id, Viewer);
        return form.Board is null ? Refused(refused) : FormAgain(refused, "Rules", form);
    }
}

/// <summary>What is typed at a board's door.</summary>
public sealed class BoardDoorForm
{
    public string? Password { get; set; }
    public string? Rules { get; set; }

    [BindNever]
    public BoardNode? Board { get; set; }
}
