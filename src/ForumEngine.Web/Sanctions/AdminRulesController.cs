using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Sanctions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Sanctions;

/// <summary>The rules that sanctions name: list, order, add, change, retire.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Rules), Route("admin/rules")]
public sealed class AdminRulesController(SiteRules rules, SaveRule save, ArrangeRules arrange, IStringLocalizer<SanctionsText> text) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Rules", await rules.CurrentAsync(Cancel));

    [HttpGet("new")]
    public IActionResult New() => View("Rule", new RuleForm());

    [HttpPost("new")]
    public Task<IActionResult> Add(RuleForm form) => SaveAsync(null, form);

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id) => (await rules.CurrentAsync(Cancel)).Find(id) is { } rule
        ? View("Rule", new RuleForm { Id = id, IsRetired = rule.IsRetired, Code = rule.Code, Category = rule.Category.ToString(), Title = text.Title(rule), Text = text.Explanation(rule) })
        : Refused(Refusal.NotFound);

    [HttpPost("{id:int}")]
    public Task<IActionResult> Change(int id, RuleForm form) => SaveAsync(id, form);

    [HttpPost("{id:int}/retire")]
    public async Task<IActionResult> Retire(int id, bool retired = true) => Done(await arrange.RetireAsync(Viewer, id, retired, Cancel));

    [HttpPost("{id:int}/move")]
    public async Task<IActionResult> Move(int id, bool up) => Done(await arrange.MoveAsync(Viewer, id, up, Cancel));

    private async Task<IActionResult> SaveAsync(int? id, RuleForm form)
    {
        var rule = (await rules.CurrentAsync(Cancel)).Find(id);
        (form.Id, form.IsRetired) = (id, rule?.IsRetired == true);
        var (title, explanation) = (form.Title?.Trim() ?? "", form.Text?.Trim() ?? "");
        // The engine's own words, untouched, stay the engine's, so that every reader has them in their language.
        if (rule is not null && rule.Title.Length == 0 && title == text.Title(rule) && explanation == text.Explanation(rule)) (title, explanation) = ("", "");
        var refusal = await save.RunAsync(Viewer, new RuleDraft(id, form.Code ?? "", DarkroomQuery.Word<ReportCategory>(form.Category), title, explanation), Cancel);
        return refusal is null ? SeeOther("/admin/rules") : FormAgain(refusal, "Rule", form);
    }

    private IActionResult Done(Refusal? refusal) => refusal is null ? SeeOther("/admin/rules") : Refused(refusal);
}

/// <summary>The fields of /admin/rules/{id}, as typed.</summary>
public sealed class RuleForm
{
    [BindNever]
    public int? Id { get; set; }

    [BindNever]
    public bool IsRetired { get; set; }

    public string? Code { get; set; }
    public string? Category { get; set; }
    public string? Title { get; set; }
    public string? Text { get; set; }
}
