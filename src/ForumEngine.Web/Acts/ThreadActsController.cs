using ForumEngine.Acts;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Acts;

/// <summary>What became of an order, thread by thread, where not all went well.</summary>
public sealed record ThreadsDone(IReadOnlyList<ThreadResult> Results, int BoardId);

/// <summary>Acts on one or many threads: the form with what was chosen, and what became of it.</summary>
[Access(Audience.Staff)]
public sealed class ThreadActsController(ChosenThreads chosen, ActOnThreads acts, MergeThreads merge, RemoveStubs stubs) : ForumController
{
    [HttpGet("/desk/threads/act")]
    public async Task<IActionResult> Ask(ThreadActsForm form)
    {
        if (form.Id.Count == 0) return Refused(Refusal.Invalid("", "NoThreadChosen"));
        var found = await chosen.ReadAsync(Viewer, form.Id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        ModelState.Clear();
        form.Choice = found.Value;
        form.Tell = true;
        return View("Threads", form);
    }

    [HttpPost("/desk/threads/act")]
    public async Task<IActionResult> Act(ThreadActsForm form)
    {
        var found = await chosen.ReadAsync(Viewer, form.Id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        form.Choice = found.Value;
        if (new[] { "Until", "StubUntil" }.FirstOrDefault(f => ModelState[f]?.ValidationState == ModelValidationState.Invalid) is { } wrong)
        {
            ModelState.Remove(wrong);
            return FormAgain(Refusal.Invalid(wrong, "ExpiryRange", ThreadOrder.MostDays), "Threads", form);
        }
        var done = form.Kind == "merge" ? await MergeAsync(form) : await OrderAsync(form);
        if (done.Refusal is { } no) return FormAgain(no, "Threads", form);
        return Answer(form, done.Value);
    }

    /// <summary>Links among what was chosen go with a deletion; nothing else can be done to them.</summary>
    private async Task<Outcome<IReadOnlyList<ThreadResult>>> OrderAsync(ThreadActsForm form)
    {
        var links = form.Choice!.Stubs.Select(s => s.Thread.Id).ToList();
        var threads = form.Id.Except(links).ToList();
        if (links.Count == 0) return await acts.RunAsync(Viewer, threads, form.Order(Viewer), Cancel);
        if (form.Kind != "delete") return threads.Count == 0 ? Refusal.Invalid("", "LinksOnlyGo") : await acts.RunAsync(Viewer, threads, form.Order(Viewer), Cancel);
        var removed = await stubs.RunAsync(Viewer, links, ActNote.Of(form.Reason, form.Tell), Cancel);
        if (removed.Refusal is not null || threads.Count == 0) return removed;
        var deleted = await acts.RunAsync(Viewer, threads, form.Order(Viewer), Cancel);
        return deleted.Refusal is { } refused ? refused : (List<ThreadResult>)[.. deleted.Value, .. removed.Value];
    }

    private IActionResult Answer(ThreadActsForm form, IReadOnlyList<ThreadResult> results)
    {
        var choice = form.Choice!;
        if (results is [{ Refusal: { } only }]) return only.Kind is RefusalKind.NotFound ? Refused(only) : FormAgain(only, "Threads", form);
        if (results.All(r => r.Refusal is null))
            return results is [{ } one] && form.Kind != "delete" ? SeeOther($"/threads/{one.Id}")
                : results.All(r => r.Records.Count == 0) ? SeeOther($"/boards/{choice.All.First().Board.Id}")
                : SeeOther($"/desk/acts?{string.Join('&', results.SelectMany(r => r.Records).Select(r => $"id={r}"))}");
        if (results.All(r => r.Refusal is not null)) Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Done", new ThreadsDone(results, choice.All.First().Board.Id));
    }

    /// <summary>All chosen threads but the target go into it, one after the other.</summary>
    private async Task<Outcome<IReadOnlyList<ThreadResult>>> MergeAsync(ThreadActsForm form)
    {
        if (form.Target is not { } into) return Refusal.Invalid("Into", "MergeIntoMissing");
        var note = ActNote.Of(form.Reason, form.Tell);
        if (note.WhyNot(Viewer) is { } wrong) return wrong;
        var results = new List<ThreadResult>();
        foreach (var thread in form.Choice!.Threads.Select(t => t.Thread).Where(t => t.Id != into))
        {
            var merged = await merge.RunAsync(Viewer, into, thread.Id, note, Cancel);
            results.Add(new ThreadResult(merged.Refusal is null ? into : thread.Id, thread.Title, merged.Refusal, merged.Refusal is null ? [merged.Value.Id] : []));
        }
        return results.Count == 0 ? Refusal.Invalid("Into", "MergeWithItself") : results;
    }
}
