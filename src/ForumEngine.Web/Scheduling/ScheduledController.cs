using ForumEngine.Boards;
using ForumEngine.Drafts;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Scheduling;
using ForumEngine.Threads;
using ForumEngine.Web.Attachments;
using ForumEngine.Web.Boards;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Polls;
using ForumEngine.Web.Review;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Scheduling;

/// <summary>定时发布: one's threads that wait for their time; they are changed in the form of a new thread.</summary>
[Access(Audience.Members), Route("account/posts/scheduled"), ServiceFilter<WritingFiles>]
public sealed class ScheduledController(FindScheduled find, ScheduleThread schedule, StopScheduled stop, PublishDraft publish, PreviewPost preview, BoardTrees trees)
    : ForumController
{
    [HttpGet]
    public async Task<IActionResult> List() => View(await find.ListAsync(Viewer, Cancel));

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id)
    {
        var found = await find.OneAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var draft = found.Value;
        var fields = ScheduledThread.Read(draft);
        var form = new NewThreadForm
        {
            Title = draft.Title,
            Body = draft.Body,
            TypeId = fields.TypeId,
            SubmissionId = fields.SubmissionId,
            ScheduledVersion = draft.Version,
            Poll = PollFields.Of(fields.Choices.Poll),
        };
        form.Show(fields.Choices);
        form.PublishAt = draft.PublishAt is { } at ? TimeZoneInfo.ConvertTimeFromUtc(at, Viewer.Zone) : null;
        return await FormAsync(draft, form, null);
    }

    /// <summary>With a time it goes on waiting; without one it is published now.</summary>
    [HttpPost("{id:long}"), UploadLimit]
    public async Task<IActionResult> Edit(long id, NewThreadForm form)
    {
        var found = await find.OneAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var draft = found.Value;
        if (form.Preview is not null)
        {
            var shown = await preview.RunAsync(form.Body, Cancel);
            form.Rendered = shown.Refusal is null ? shown.Value : null;
            return await FormAsync(draft, form, shown.Refusal);
        }
        if (form.Poll.AddPollOption is not null || form.OnlyFiles) return await FormAsync(draft, form, null);
        if (NewThreadForm.Checked.Any(f => ModelState[f]?.Errors.Count > 0)) return await FormAsync(draft, form, Refusal.Invalid("PublishAt", "NotATime"));
        var choices = form.Choices(Viewer) with { Poll = form.Poll.Draft() };
        // What is written now has the id it was given first: what a job publishes in this moment isn't published twice.
        var thread = new NewThread(draft.BoardId ?? 0, form.Title, form.Body, form.TypeId, ScheduledThread.Read(draft).SubmissionId) { Choices = choices };
        var now = choices.PublishAt is null;
        var kept = await schedule.RunAsync(Viewer, now ? thread with { Choices = choices with { PublishAt = Viewer.Now.AddDays(1) } } : thread, id, form.ScheduledVersion, Cancel);
        if (kept.Refusal is { } wrong) return await FormAsync(draft, form, wrong);
        return now ? await Publish(id) : SeeOther("/account/posts/scheduled");
    }

    [HttpPost("{id:long}/publish")]
    public async Task<IActionResult> Publish(long id)
    {
        var found = await find.OneAsync(Viewer, id, Cancel);
        if (found.Refusal is { } refused) return Refused(refused);
        var done = await publish.NowAsync(Viewer, found.Value, Cancel);
        return done.Refusal is { } wrong ? Refused(wrong with { Field = null }) : SeeOther(PendingAddress.Of(done.Value) ?? $"/threads/{done.Value.ThreadId}");
    }

    [HttpPost("{id:long}/stop")]
    public async Task<IActionResult> Stop(long id) => Done(await stop.RunAsync(Viewer, id, Cancel));

    [HttpPost("{id:long}/discard")]
    public async Task<IActionResult> Discard(long id) => Done(await stop.DiscardAsync(Viewer, id, Cancel));

    private IActionResult Done(Refusal? refusal) => refusal is null ? SeeOther("/account/posts/scheduled") : Refused(refusal);

    private async Task<IActionResult> FormAsync(Draft draft, NewThreadForm form, Refusal? refusal)
    {
        form.Board = (await trees.CurrentAsync(Cancel)).FindVisible(draft.BoardId ?? 0, Viewer);
        if (form.Board is null) return Refused(Refusal.NotFound);
        form.Address = $"/account/posts/scheduled/{draft.Id}";
        return refusal is null ? View("/Boards/Views/New.cshtml", form) : FormAgain(refusal, "/Boards/Views/New.cshtml", form);
    }
}
