using ForumEngine.Links;
using ForumEngine.Look;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Web.Admin;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Links;

/// <summary>The footer: how the site is reached, its numbers, who counts visits, its licences and links. Settings, with their history and undo.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Navigation), Route("admin/footer")]
public sealed class AdminFooterController(ChangeSettings change, AddSitePicture pictures, FrameSource frames, ForumDb db) : ForumController
{
    /// <summary>These settings have a page of their own.</summary>
    public const string Section = "Footer.";

    private const string Picture = "Footer.WeChatPicture";

    private static readonly string[] All =
        ["Site.ContactQq", "Footer.WeChat", "Site.ContactMail", "Footer.Phone", "Footer.Hours", "Site.Icp", "Site.PoliceFiling", "Footer.Counter", "Footer.CounterId", "Footer.CounterHost"];

    /// <summary>Those that the viewer's role leaves to them.</summary>
    private IEnumerable<string> Keys => All.Where(Viewer.MayChange);

    [HttpGet]
    public async Task<IActionResult> Index()
    {
        var settings = await SettingsSource.LoadAsync(db, Cancel);
        return View("Footer", await PageAsync(settings, SettingForms.Fields(Keys, settings)));
    }

    /// <summary>Saves, or shows how it would look.</summary>
    [HttpPost]
    public async Task<IActionResult> Save(string? act)
    {
        var form = SettingForms.Read(Request.Form, Keys);
        var wanted = await SettingsSource.LoadAsync(db, Cancel);
        Refusal? refusal = null;
        foreach (var (key, value) in form.Typed)
            if (!SettingCatalog.TryWrite(wanted, key, value)) refusal ??= Refusal.Invalid(key, "WrongSetting", key);
        refusal ??= VisitCounter.WhyNot(wanted.Footer.Counter, wanted.Footer.CounterId, wanted.Footer.CounterHost) is { } wrong ? Refusal.Invalid(wrong, "CounterFits") : null;
        var isPreview = act == "preview";
        if (refusal is null && !isPreview)
        {
            refusal = await change.RunAsync(Viewer, form.Typed, Cancel, form.Seen);
            if (refusal is null) return SeeOther("/admin/footer");
        }
        var settings = await SettingsSource.LoadAsync(db, Cancel);
        var again = await PageAsync(settings, form.Again(Keys, settings, refusal));
        if (refusal is not null) return FormAgain(refusal, "Footer", again);
        return View("Footer", again with { Preview = await frames.PreviewAsync(wanted) });
    }

    [HttpPost("qr")]
    public async Task<IActionResult> Qr()
    {
        var taken = await pictures.RunAsync(Viewer, await Uploads.FirstAsync(Request, Cancel), PictureBox.Qr, "Qr", Cancel);
        return await ChangedAsync(taken.Refusal ?? await change.RunAsync(Viewer, new Dictionary<string, string> { [Picture] = taken.Value }, Cancel));
    }

    [HttpPost("remove-qr")]
    public async Task<IActionResult> RemoveQr() => await ChangedAsync(await change.RunAsync(Viewer, new Dictionary<string, string> { [Picture] = "" }, Cancel));

    private async Task<IActionResult> ChangedAsync(Refusal? refusal)
    {
        if (refusal is null) return SeeOther("/admin/footer");
        var settings = await SettingsSource.LoadAsync(db, Cancel);
        return FormAgain(refusal, "Footer", await PageAsync(settings, SettingForms.Fields(Keys, settings)));
    }

    private async Task<FooterPage> PageAsync(SiteSettings settings, IReadOnlyList<SettingField> fields) =>
        new(fields, settings.Footer.WeChatPicture, LinkLists.Of(await SiteLinks.LoadAsync(db, Cancel), LinkPlace.Badge, LinkPlace.Footer));
}

/// <summary><paramref name="Qr"/> is the key of a picture.</summary>
public sealed record FooterPage(IReadOnlyList<SettingField> Fields, string Qr, LinkLists Lists)
{
    /// <summary>The frame with what was typed.</summary>
    public Frame? Preview { get; init; }
}
