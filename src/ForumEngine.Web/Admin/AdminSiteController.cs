using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>All settings as one form; fields are named by their keys, as on the command line. What the look page has isn't here again.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Settings), Route("admin/site")]
public sealed class AdminSiteController(ChangeSettings change, SettingHistory history, ForumDb db) : ForumController
{
    /// <summary>Before the key of the field that keeps what the form showed.</summary>
    private const string Seen = "seen:";

    /// <summary>Those that the viewer's role leaves to them.</summary>
    private IEnumerable<string> Keys => SettingCatalog.KeysAsDeclared
        .Where(key => key != SettingCatalog.SetUp && Viewer.MayChange(key) && !key.StartsWith(AdminLookController.Section, StringComparison.Ordinal));

    [HttpGet]
    public async Task<IActionResult> Index()
    {
        var settings = await SettingsSource.LoadAsync(db, Cancel);
        return View("Site", new SiteForm([.. Keys.Select(key => Field(key, SettingCatalog.Read(settings, key)))]));
    }

    [HttpPost]
    public async Task<IActionResult> Save()
    {
        // A box that is not ticked sends the hidden field behind it alone.
        var typed = Keys.Where(Request.Form.ContainsKey).ToDictionary(key => key, key => Request.Form[key].FirstOrDefault() ?? "");
        var seen = Keys.Where(key => Request.Form.ContainsKey(Seen + key)).ToDictionary(key => key, key => Request.Form[Seen + key].FirstOrDefault() ?? "");
        if (await change.RunAsync(Viewer, typed, Cancel, seen) is not { } refusal) return SeeOther("/admin/site");
        var settings = await SettingsSource.LoadAsync(db, Cancel);
        return FormAgain(refusal, "Site", new SiteForm([.. Keys.Select(key =>
        {
            var (stored, shown) = (SettingCatalog.Read(settings, key), seen.GetValueOrDefault(key));
            var isTyped = typed.TryGetValue(key, out var now) && now != shown;
            // After a conflict the form has seen what is there now: sent again, it overwrites knowingly.
            return isTyped ? Field(key, now!, key == refusal.Field ? stored : shown) : Field(key, stored);
        })]));
    }

    [HttpGet("history")]
    public async Task<IActionResult> History(string? key, long? before) => View("History", new HistoryView(key, await ReadAsync(key, before)));

    [HttpPost("history/{id:long}/undo")]
    public async Task<IActionResult> Undo(long id)
    {
        if (await history.UndoAsync(Viewer, id, Cancel) is { } refusal) return FormAgain(refusal, "History", new HistoryView(null, await ReadAsync(null, null)));
        return SeeOther("/admin/site/history");
    }

    private async Task<SettingChangePage> ReadAsync(string? key, long? before)
    {
        var page = await history.ReadAsync(key, before, Cancel);
        return page with { Lines = [.. page.Lines.Where(line => Viewer.MayChange(line.Key))] };
    }

    private static SettingField Field(string key, string value, string? stored = null) => new(key, value, SettingCatalog.ShapeOf(key)) { Stored = stored ?? value };
}

/// <summary>One setting as its field shows it.</summary>
public sealed record SettingField(string Key, string Value, SettingShape Shape)
{
    public string Section => Key[..Key.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>What is in force while the form is open.</summary>
    public required string Stored { get; init; }

    public bool IsDefault => Stored == SettingCatalog.DefaultOf(Key);
}

public sealed record SiteForm(IReadOnlyList<SettingField> Fields);

public sealed record HistoryView(string? Key, SettingChangePage Page);
