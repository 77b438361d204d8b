using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Admin;

/// <summary>All settings as one form; fields are named by their keys, as on the command line.</summary>
[Access(Audience.Administrators), Route("admin/site")]
public sealed class AdminSiteController(ChangeSettings change, ForumDb db) : ForumController
{
    /// <summary>What only the set-up may change.</summary>
    private const string IsSetUp = "Site.IsSetUp";

    private static IEnumerable<string> Keys => SettingCatalog.KeysAsDeclared
        .Where(key => key != IsSetUp && !key.StartsWith(AdminLookController.Section, StringComparison.Ordinal));

    [HttpGet]
    public async Task<IActionResult> Index()
    {
        var settings = await SettingsSource.LoadAsync(db, Cancel);
        return View("Site", new SiteForm([.. Keys.Select(key => new SettingField(key, SettingCatalog.Read(settings, key), SettingCatalog.ShapeOf(key)))]));
    }

    [HttpPost]
    public async Task<IActionResult> Save()
    {
        // A box that is not ticked sends the hidden field behind it alone.
        var typed = Keys.Where(Request.Form.ContainsKey).ToDictionary(key => key, key => Request.Form[key].FirstOrDefault() ?? "");
        if (await change.RunAsync(Viewer, typed, Cancel) is not { } refusal) return SeeOther("/admin/site");
        var settings = await SettingsSource.LoadAsync(db, Cancel);
        return FormAgain(refusal, "Site", new SiteForm([.. Keys.Select(key =>
            new SettingField(key, typed.GetValueOrDefault(key) ?? SettingCatalog.Read(settings, key), SettingCatalog.ShapeOf(key)))]));
    }
}

/// <summary>One setting as its field shows it.</summary>
public sealed record SettingField(string Key, string Value, SettingShape Shape)
{
    public string Section => Key[..Key.IndexOf('.', StringComparison.Ordinal)];
}

public sealed record SiteForm(IReadOnlyList<SettingField> Fields);
