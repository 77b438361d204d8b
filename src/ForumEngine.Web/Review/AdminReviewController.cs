using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Review;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using ForumEngine.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Review;

/// <summary>The policies of pre-moderation, and what they would have held.</summary>
[Access(Audience.Administrators), Route("admin/review")]
public sealed class AdminReviewController(ForumDb db, SavePolicy save, StartDryRun start, BoardTrees trees, GroupSets groups, WordsQuery words) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Policies", new PoliciesView(
        await db.ReviewPolicies.OrderBy(p => p.Id).Take(ReviewPolicy.Most).ToListAsync(Cancel), await trees.CurrentAsync(Cancel), await groups.CurrentAsync(Cancel)));

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

public sealed record PoliciesView(IReadOnlyList<ReviewPolicy> Policies, BoardTree Tree, GroupSet Groups);
