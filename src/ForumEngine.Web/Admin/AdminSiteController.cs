using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>All settings as one form; fields are named by their keys, as on the command line. What the pages of look and footer alone have isn't here again. The history is for whoever may change something of it.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Settings), Route("admin/site")]
public sealed class AdminSiteController(ChangeSettings change, SettingHistory history, ForumDb db) : ForumController
{
    /// <summary>Those that the viewer's role leaves to them.</summary>
    private IEnumerable<string> Keys => SettingCatalog.KeysAsDeclared.Where(key => key != SettingCatalog.SetUp && Viewer.MayChange(key)
        && !key.StartsWith(AdminLookController.Section, StringComparison.Ordinal) && !key.StartsWith(Links.AdminFooterController.Section, StringComparison.Ordinal));

    [HttpGet]
    public async Task<IActionResult> Index()
    {
        return View("Site", new SiteForm(SettingForms.Fields(Keys, await SettingsSource.LoadAsync(db, Cancel))));
    }

    [HttpPost]
    public async Task<IActionResult> Save()
    {
        var form = SettingForms.Read(Request.Form, Keys);
        if (await change.RunAsync(Viewer, form.Typed, Cancel, form.Seen) is not { } refusal) return SeeOther("/admin/site");
        return FormAgain(refusal, "Site", new SiteForm(form.Again(Keys, await SettingsSource.LoadAsync(db, Cancel), refusal)));
    }

    [HttpGet("history"), AdminPage(AdminPage.Overview)]
    public async Task<IActionResult> History(string? key, long? before) => View("History", new HistoryView(key, await ReadAsync(key, before)));

    [HttpPost("history/{id:long}/undo"), AdminPage(AdminPage.Overview)]
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
