using ForumEngine.Announcements;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Keeping;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Announcements;

/// <summary>Announcements: the list with what is planned and over, a form with a preview.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Announcements), Route("admin/announcements")]
public sealed class AdminAnnouncementsController(KeepList<Announcement> list, BoardTrees trees, GroupSets groups, SettingsSource settings) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Announcements", (IReadOnlyList<Announcement>)
        [.. (await list.AllAsync(Cancel)).OrderBy(a => a.Until <= Viewer.Now).ThenBy(a => a.Position).ThenByDescending(a => a.Id)]);

    /// <summary>One by its id, or a new one.</summary>
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(int? id)
    {
        if (id is not { } number) return View("Edit", await PageAsync(new AnnouncementForm { Position = "10" }));
        return await list.FindAsync(number, Cancel) is { } found ? View("Edit", await PageAsync(AnnouncementForm.Of(found, await ZoneAsync()))) : Refused(Refusal.NotFound);
    }

    [HttpPost("edit")]
    public async Task<IActionResult> Save([FromForm] AnnouncementForm form)
    {
        var before = form.Id > 0 ? await list.FindAsync(form.Id, Cancel) : null;
        var read = form.Read(Viewer, await ZoneAsync(), before, [.. (await groups.CurrentAsync(Cancel)).All.Select(g => g.Id)], [.. await OfferedAsync()]);
        if (read.Refusal is { } wrong) return FormAgain(wrong, "Edit", await PageAsync(form));
        if (form.Act == "preview")
        {
            var problems = read.Value.Check().ToList();
            var shown = (await PageAsync(form)) with { Preview = problems.Count == 0 ? AnnouncementLine.Render(read.Value) : null };
            return problems.Count == 0 ? View("Edit", shown) : FormAgain(problems, "Edit", shown);
        }
        var refusals = await list.SaveAsync(Viewer, read.Value, Cancel);
        if (refusals.Count == 0) return SeeOther("/admin/announcements");
        if (refusals[0].Kind == RefusalKind.Conflict) form.Meet(read.Value, await list.FindAsync(form.Id, Cancel));
        return FormAgain(refusals, "Edit", await PageAsync(form));
    }

    [HttpPost("delete")]
    public async Task<IActionResult> Delete(int id, int seen)
    {
        if (await list.FindAsync(id, Cancel) is not { } found) return Refused(Refusal.NotFound);
        return await list.DeleteAsync(Viewer, id, seen, Cancel) is { } refusal
            ? FormAgain(refusal, "Edit", await PageAsync(AnnouncementForm.Of(found, await ZoneAsync()))) : SeeOther("/admin/announcements");
    }

    private async Task<AnnouncementPage> PageAsync(AnnouncementForm form) => new(form, [.. (await groups.CurrentAsync(Cancel)).All],
        new BoardOptions((await trees.CurrentAsync(Cancel)).All.Where(b => b.CanHoldThreads), form.Boards), (await ZoneAsync()).Id);

    private async Task<IEnumerable<int>> OfferedAsync() => (await trees.CurrentAsync(Cancel)).All.Where(b => b.CanHoldThreads).Select(b => b.Id);

    private async Task<TimeZoneInfo> ZoneAsync() => (await settings.CurrentAsync(Cancel)).Zone();
}
