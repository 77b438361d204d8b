using System.Globalization;
using ForumEngine.Addresses;
using ForumEngine.Legal;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Web.Mvc;
using ForumEngine.Web.Staff;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Legal;

/// <summary>Site pages as versions: written, published from a day on, withdrawn before it; and who agreed to which.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Pages), Route("admin/pages")]
public sealed class AdminPagesController(PublishDocument publish, Agreements agreements) : ForumController
{
    /// <summary>Lines of a file at most.</summary>
    public const int MostLines = 1_000_000;

    [HttpGet]
    public async Task<IActionResult> Index() => View("AdminPages", await publish.ListAsync(Viewer.Now, CultureInfo.CurrentUICulture.Name, Cancel));

    [HttpGet("new")]
    public IActionResult New() => View("AdminPage", new DocumentForm());

    [HttpGet("{slug:maxlength(40)}")]
    public async Task<IActionResult> Show(string slug)
    {
        var newest = await publish.NewestAsync(slug, Cancel);
        return newest.Count == 0 ? Refused(Refusal.NotFound) : View("AdminPage", DocumentForm.Of(newest));
    }

    [HttpPost]
    public async Task<IActionResult> Save(DocumentForm form)
    {
        if (form.Act == "preview") return View("AdminPage", form);
        var draft = form.Read(Viewer);
        var problems = draft.Refusal is { } unread ? [unread] : await publish.RunAsync(Viewer, draft.Value, Cancel);
        if (problems.Count == 0) return SeeOther("/admin/pages");
        // After a conflict the form knows the other's version: sent again, it goes on top.
        if (problems[0].Code == "DocumentChanged") form.Seen = (await publish.NewestAsync(form.Slug ?? "", Cancel)).Select(d => d.Number).FirstOrDefault();
        return FormAgain(problems, "AdminPage", form);
    }

    [HttpPost("{slug:maxlength(40)}/withdraw/{number:int}")]
    public async Task<IActionResult> Withdraw(string slug, int number) =>
        await publish.WithdrawAsync(Viewer, slug, number, Cancel) is { } refused ? Refused(refused) : SeeOther("/admin/pages");

    [HttpGet("agreements")]
    public async Task<IActionResult> Agreed(string? slug, long? before) => View("Agreements", new AgreementsView(slug, await agreements.ReadAsync(slug, before, Cancel)));

    [HttpGet("agreements.csv")]
    public Task<IActionResult> Export(string? slug) => Csv.FileAsync(HttpContext, "agreements.csv", Csv.Line("time", "member", "member_name", "page", "version", "address"),
        agreements.All(slug, MostLines), a => Csv.Line(Csv.Time(a.At), Csv.Number(a.MemberId), a.MemberName, a.Slug, Csv.Number(a.Number), AddressRange.Show(a.Address)));
}

public sealed record AgreementsView(string? Slug, AgreementList List);

/// <summary>The fields of one language.</summary>
public sealed class DocumentTextForm
{
    public string? Title { get; set; }
    public string? Body { get; set; }
    public string? Note { get; set; }
}

/// <summary>The fields of a new version, as typed.</summary>
public sealed class DocumentForm
{
    public static readonly IReadOnlyList<string> Languages = [SiteLanguage.Simplified, SiteLanguage.Traditional, SiteLanguage.English];

    public string? Slug { get; set; }
    public Dictionary<string, DocumentTextForm> Texts { get; set; } = Languages.ToDictionary(l => l, _ => new DocumentTextForm());

    /// <summary>The reader's local time; empty is at once.</summary>
    public string? EffectiveAt { get; set; }

    public bool IsMaterial { get; set; }
    public int Seen { get; set; }

    /// <summary>"publish" or "preview".</summary>
    public string? Act { get; set; }

    public DocumentTextForm TextIn(string language) => Texts.GetValueOrDefault(language) ?? new DocumentTextForm();

    public static DocumentForm Of(IReadOnlyList<DocumentVersion> newest) => new()
    {
        Slug = newest[0].Slug,
        Seen = newest[0].Number,
        Texts = Languages.ToDictionary(l => l, l => newest.FirstOrDefault(d => d.Language == l) is { } d ? new DocumentTextForm { Title = d.Title, Body = d.Body } : new DocumentTextForm()),
    };

    public Outcome<DocumentDraft> Read(Viewer who)
    {
        DateTime? from = null;
        if (!string.IsNullOrWhiteSpace(EffectiveAt))
        {
            if (!DateTime.TryParseExact(EffectiveAt.Trim(), ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || who.Zone.IsInvalidTime(local))
                return Refusal.Invalid("EffectiveAt", "NotATime");
            from = TimeZoneInfo.ConvertTimeToUtc(local, who.Zone);
        }
        return new DocumentDraft(Slug ?? "", [.. Languages.Select(l => (l, t: TextIn(l))).Select(x => new DocumentText(x.l, x.t.Title ?? "", x.t.Body ?? "", x.t.Note ?? ""))], from, IsMaterial, Seen);
    }
}
