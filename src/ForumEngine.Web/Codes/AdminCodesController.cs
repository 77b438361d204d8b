using ForumEngine.Codes;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Codes;

/// <summary>The code tags of this site: list, add, change, switch off, try out.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Codes), Route("admin/codes")]
public sealed class AdminCodesController(ForumDb db, SaveCode save, DeleteCode delete) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Codes", await db.Codes.OrderBy(c => c.Tag).Take(SaveCode.MostCodes).ToListAsync(Cancel));

    [HttpGet("new")]
    public IActionResult New() => View("Code", new CodeForm { IsOn = true });

    [HttpPost("new")]
    public Task<IActionResult> Add(CodeForm form) => SaveAsync(null, form);

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id) => await db.Codes.SingleOrDefaultAsync(c => c.Id == id, Cancel) is { } code
        ? View("Code", new CodeForm { Id = id, Tag = code.Tag, Template = code.Template, Explanation = code.Explanation, IsOn = code.IsOn })
        : Refused(Refusal.NotFound);

    [HttpPost("{id:int}")]
    public Task<IActionResult> Change(int id, CodeForm form) => SaveAsync(id, form);

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete(int id) =>
        await delete.RunAsync(Viewer, id, Cancel) is { } refused ? Refused(refused) : SeeOther("/admin/codes");

    private async Task<IActionResult> SaveAsync(int? id, CodeForm form)
    {
        form.Id = id;
        if (form.Preview is not null) return Try(form);
        var problems = await save.RunAsync(Viewer, new CodeDraft(id, form.Tag, form.Template, form.Explanation, form.IsOn), Cancel);
        return problems.Count > 0 ? FormAgain(problems, "Code", form) : SeeOther("/admin/codes");
    }

    /// <summary>Shows the sample with this code alone; nothing is kept.</summary>
    private IActionResult Try(CodeForm form)
    {
        var (code, errors) = CustomCode.Read((form.Tag ?? "").Trim().ToLowerInvariant(), (form.Template ?? "").Trim());
        if (code is null) return FormAgain([.. errors.Select(SaveCode.Problem)], "Code", form);
        form.Rendered = PostMarkup.ToHtml(form.Sample ?? "", new MarkupOptions { CustomCodes = [code] });
        return View("Code", form);
    }
}
