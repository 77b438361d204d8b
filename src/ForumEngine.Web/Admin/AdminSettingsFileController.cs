using System.Text;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>All settings as a file, and back: what would change is shown first, then it is done as a whole.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.SettingsFile), Route("admin/site/file")]
public sealed class AdminSettingsFileController(ChangeSettings change, ForumDb db) : ForumController
{
    [HttpGet]
    public IActionResult Index() => View("SettingsFile", new SettingsFileForm(null, []));

    [HttpGet("settings.json")]
    public async Task<IActionResult> Export() =>
        File(Encoding.UTF8.GetBytes(SettingsFile.Write(await SettingsSource.LoadAsync(db, Cancel))), "application/json", "settings.json");

    [HttpPost]
    public async Task<IActionResult> Import(IFormFile? file, string? text, bool confirmed)
    {
        text = file is { Length: > 0 } ? await ReadAsync(file) : text ?? "";
        var read = SettingsFile.Read(text);
        if (read.Refusal is { } broken) return FormAgain(broken, "SettingsFile", new SettingsFileForm(text.Length > SettingsFile.MaxLength ? null : text, []));
        var now = await SettingsSource.LoadAsync(db, Cancel);
        var differences = SettingsFile.Differences(now, read.Value);
        if (!confirmed || differences.Count == 0) return View("SettingsFile", new SettingsFileForm(text, differences) { IsRead = true });
        // What is the same in the file is no change, also for whoever may not change it.
        var seen = read.Value.Keys.Where(SettingCatalog.Knows).ToDictionary(key => key, key => SettingCatalog.Read(now, key));
        if (await change.RunAsync(Viewer, read.Value, Cancel, seen) is { } refusal) return FormAgain(refusal, "SettingsFile", new SettingsFileForm(text, differences));
        return SeeOther("/admin/site/history");
    }

    /// <summary>One character more than is allowed is enough to say no.</summary>
    private static async Task<string> ReadAsync(IFormFile file)
    {
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        var buffer = new char[SettingsFile.MaxLength + 1];
        return new string(buffer, 0, await reader.ReadBlockAsync(buffer));
    }
}

/// <summary><paramref name="Text"/> comes back with what is wrong with it, or to be confirmed.</summary>
public sealed record SettingsFileForm(string? Text, IReadOnlyList<SettingDifference> Differences)
{
    public bool IsRead { get; init; }
}
