using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Review;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using ForumEngine.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Review;

/// <summary>The policies of pre-moderation, and what they would have held.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Review), Route("admin/review")]
public sealed class AdminReviewController(ForumDb db, SavePolicy save, StartDryRun start, BoardTrees trees, GroupSets groups, WordsQuery words) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Policies", await ListAsync(7));

    /// <summary>All that is set now, on the posts of the last days.</summary>
    [HttpPost("dry-run")]
    public async Task<IActionResult> DryRunAll(PoliciesForm form)
    {
        var run = await start.RunAsync(Viewer, DryRunKind.Gate, null, form.Days ?? 0, Cancel);
        return run.Refusal is { } refused ? FormAgain(refused, "Policies", await ListAsync(form.Days)) : SeeOther($"/admin/dry-runs/{run.Value}");
    }

    [HttpGet("new")]
    public async Task<IActionResult> New() => View("Policy", await FilledAsync(new PolicyForm { IsOn = true, OnThreads = true }));

    [HttpPost("new")]
    public Task<IActionResult> Add(PolicyForm form) => SaveAsync(0, form);

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Edit(int id) => await db.ReviewPolicies.SingleOrDefaultAsync(p => p.Id == id, Cancel) is { } policy
        ? View("Policy", await FilledAsync(PolicyForm.Of(policy)))
        : Refused(Refusal.NotFound);

    [HttpPost("{id:int}")]
    public Task<IActionResult> Change(int id, PolicyForm form) => SaveAsync(id, form);

    [HttpPost("{id:int}/delete")]
    public async Task<IActionResult> Delete(int id) => await save.DeleteAsync(Viewer, id, Cancel) is { } refused ? Refused(refused) : SeeOther("/admin/review");

    [HttpPost("{id:int}/dry-run")]
    public async Task<IActionResult> DryRun(int id, PolicyForm form)
    {
        var run = await start.RunAsync(Viewer, DryRunKind.Policy, id, form.Days ?? 0, Cancel);
        if (run.Refusal is null) return SeeOther($"/admin/dry-runs/{run.Value}");
        if (await db.ReviewPolicies.SingleOrDefaultAsync(p => p.Id == id, Cancel) is not { } policy) return Refused(Refusal.NotFound);
        return FormAgain(run.Refusal, "Policy", await FilledAsync(PolicyForm.Of(policy)));
    }

    private async Task<PoliciesForm> ListAsync(int? days) => new()
    {
        Days = days,
        Policies = await db.ReviewPolicies.OrderBy(p => p.Id).Take(ReviewPolicy.Most).ToListAsync(Cancel),
        Tree = await trees.CurrentAsync(Cancel),
        Groups = await groups.CurrentAsync(Cancel),
    };

    private async Task<IActionResult> SaveAsync(int id, PolicyForm form)
    {
        form.Id = id;
        if (ModelState["NewDays"]?.Errors.Count > 0 || ModelState["NewPosts"]?.Errors.Count > 0) return FormAgain("Policy", await FilledAsync(form));
        if ((form.From is { Length: > 0 } && ReviewRules.Minute(form.From) is null) || (form.To is { Length: > 0 } && ReviewRules.Minute(form.To) is null))
            return FormAgain(Refusal.Invalid("From", "NotATime"), "Policy", await FilledAsync(form));
        var problems = await save.RunAsync(Viewer, form.Policy(), Cancel);
        return problems.Count == 0 ? SeeOther("/admin/review") : FormAgain(problems, "Policy", await FilledAsync(form));
    }

    private async Task<PolicyForm> FilledAsync(PolicyForm form)
    {
        (form.AllBoards, form.AllGroups) = ((await trees.CurrentAsync(Cancel)).All, [.. (await groups.CurrentAsync(Cancel)).All.Where(g => g.Id != Group.Guests)]);
        form.Categories = await words.CategoriesAsync(Cancel);
        return form;
    }
}

/// <summary>The policies, and how many days a dry run of all looks back.</summary>
public sealed class PoliciesForm
{
    public int? Days { get; set; }

    [BindNever]
    public IReadOnlyList<ReviewPolicy> Policies { get; set; } = [];

    [BindNever]
    public BoardTree? Tree { get; set; }

    [BindNever]
    public GroupSet? Groups { get; set; }
}
