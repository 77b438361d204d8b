using ForumEngine.Backups;
using ForumEngine.Permissions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Backups;

/// <summary>The backups that are there: one now, carry one away, delete one. Restoring is the command line's (docs/backup.md).</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Backups), Route("admin/backups")]
public sealed class BackupsController(BackupsQuery query, OrderBackup order, TakeBackup take, Settings.SettingsSource settings) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index() => View(await PageAsync(null));

    [HttpPost]
    public async Task<IActionResult> Now() =>
        await order.RunAsync(Viewer, Cancel) is { } refusal ? FormAgain(refusal, "Index", await PageAsync(null)) : SeeOther("/admin/backups?ordered=true");

    [HttpPost("download")]
    public async Task<IActionResult> Download(string? name)
    {
        var taken = await take.RunAsync(Viewer, name, Cancel);
        if (taken.Refusal is { } refusal) return Refused(refusal);
        Response.Headers.CacheControl = "no-store";
        return PhysicalFile(taken.Value, "application/x-tar", name, enableRangeProcessing: true);
    }

    [HttpPost("delete")]
    public async Task<IActionResult> Delete(string? name) =>
        await take.DeleteAsync(Viewer, name, Cancel) is { } refusal ? FormAgain(refusal, "Index", await PageAsync(name)) : SeeOther("/admin/backups");

    private async Task<BackupsView> PageAsync(string? typed) => new(await query.RunAsync(Cancel), (await settings.CurrentAsync(Cancel)).Backup,
        TakeBackup.WhyNot(Viewer) is null, Request.Query["ordered"] == "true", typed);
}

/// <summary><paramref name="Typed"/> is what stands in the form that deletes.</summary>
public sealed record BackupsView(BackupsPage Page, Settings.BackupSection Settings, bool MayTake, bool IsOrdered, string? Typed)
{
    /// <summary>Reasons that have a text; others are shown as the machine said them.</summary>
    public static bool HasText(string error) => error is "Stopped" or "OldSchema" or "BackupBroken" or "FileExists";
}
