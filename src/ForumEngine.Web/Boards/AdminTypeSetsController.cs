using ForumEngine.Boards;
using ForumEngine.Keeping;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Boards;

/// <summary>主题分类 that several boards share.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Boards), Route("admin/typesets")]
public sealed class AdminTypeSetsController(KeepList<TypeSet> list, BoardTrees trees) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("TypeSets", (IReadOnlyList<TypeSet>)await list.AllAsync(Cancel));

    /// <summary>One by its id, or a new one.</summary>
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(int? id)
    {
        if (id is not { } number) return await PageAsync(new TypeSetForm());
        return await list.FindAsync(number, Cancel) is { } found ? await PageAsync(TypeSetForm.Of(found)) : Refused(Refusal.NotFound);
    }

    [HttpPost("edit")]
    public async Task<IActionResult> Save([FromForm] TypeSetForm form)
    {
        var draft = form.ToDraft();
        var problems = await list.SaveAsync(Viewer, draft, Cancel);
        if (problems.Count == 0) return SeeOther("/admin/typesets");
        if (problems[0].Kind == RefusalKind.Conflict) form.Meet(draft, await list.FindAsync(form.Id, Cancel));
        return FormAgain(problems, "TypeSet", form with { Options = await OptionsAsync(form) });
    }

    /// <summary>Its boards keep the types that they have.</summary>
    [HttpPost("delete")]
    public async Task<IActionResult> Delete(int id, int seen)
    {
        if (await list.FindAsync(id, Cancel) is not { } found) return Refused(Refusal.NotFound);
        if (await list.DeleteAsync(Viewer, id, seen, Cancel) is not { } refusal) return SeeOther("/admin/typesets");
        var form = TypeSetForm.Of(found);
        return FormAgain(refusal, "TypeSet", form with { Options = await OptionsAsync(form) });
    }

    private async Task<IActionResult> PageAsync(TypeSetForm form) => View("TypeSet", form with { Options = await OptionsAsync(form) });

    private async Task<BoardOptions> OptionsAsync(TypeSetForm form) => new((await trees.CurrentAsync(Cancel)).All.Where(b => b.CanHoldThreads), form.Boards);
}

/// <summary>A set as typed.</summary>
public sealed record TypeSetForm
{
    public int Id { get; set; }
    public int Seen { get; set; }
    public string? Name { get; set; }
    public string? Types { get; set; }
    public List<int> Boards { get; set; } = [];

    /// <summary>What the form offers.</summary>
    public BoardOptions? Options { get; init; }

    public IReadOnlyList<KeptField> Theirs { get; private set; } = [];

    public bool IsGone { get; private set; }

    public static TypeSetForm Of(TypeSet set) => new() { Id = set.Id, Seen = set.Version, Name = set.Name, Types = set.Types, Boards = [.. IdList.Split(set.BoardIds)] };

    public TypeSet ToDraft() => new() { Id = Id, Version = Seen, Name = Name ?? "", Types = (Types ?? "").ReplaceLineEndings("\n"), BoardIds = IdList.Join(Boards) };

    /// <summary>After a conflict: sent again, it overwrites knowingly; what was deleted becomes a new entry.</summary>
    public void Meet(TypeSet mine, TypeSet? now)
    {
        (IsGone, Theirs) = (now is null, now is null ? [] : KeptDifference.Of(mine, now));
        (Id, Seen) = (now?.Id ?? 0, now?.Version ?? 0);
    }
}
