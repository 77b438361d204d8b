using ForumEngine.Keeping;
using ForumEngine.Mail;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace ForumEngine.Web.Mail;

/// <summary>Mails: the server as configured, one on trial, the log, the texts.</summary>
[Access(Audience.Administrators), AdminPage(AdminPage.Mail), Route("admin/mail")]
public sealed class AdminMailController(MailDesk desk, MailOptions options, KeepList<MailTemplate> templates, SettingsSource settings, IStringLocalizer<MailPageText> text, ForumDb db) : ForumController
{
    [HttpGet]
    public async Task<IActionResult> Index(MailState? state, long? before) => View("Mail", await PageAsync(state, before));

    /// <summary>Sends one to the administrator's own address and says what the server answered.</summary>
    [HttpPost("test")]
    public async Task<IActionResult> Test()
    {
        var site = (await settings.CurrentAsync(Cancel)).Site.Name;
        var trial = await desk.TryAsync(Viewer, text["TestSubject", site], text["TestBody", site], Cancel);
        var page = await PageAsync(null, null);
        return trial.Refusal is { } refusal ? FormAgain(refusal, "Mail", page) : View("Mail", page with { Trial = trial.Value });
    }

    [HttpPost("{id:long}/retry")]
    public async Task<IActionResult> Retry(long id) =>
        await desk.RetryAsync(Viewer, id, Cancel) is { } refusal ? FormAgain(refusal, "Mail", await PageAsync(null, null)) : SeeOther("/admin/mail");

    [HttpGet("template")]
    public async Task<IActionResult> Template(string? mail, string? language)
    {
        if (MailKinds.Find(mail) is not { } kind || !SiteLanguage.All.Contains(language ?? "")) return Refused(Refusal.NotFound);
        var row = await RowAsync(kind.Key, language!);
        var own = kind.Own(language!);
        return View("Template", new MailTemplatePage(kind, new MailTemplateForm
        {
            Id = row?.Id ?? 0,
            Seen = row?.Version ?? 0,
            Mail = kind.Key,
            Language = language,
            Subject = row?.Subject ?? own.Subject,
            Body = row?.Body ?? own.Body,
        }));
    }

    [HttpPost("template")]
    public async Task<IActionResult> Save([FromForm] MailTemplateForm form)
    {
        if (MailKinds.Find(form.Mail) is not { } kind || !SiteLanguage.All.Contains(form.Language ?? "")) return Refused(Refusal.NotFound);
        var draft = form.ToDraft();
        if (form.Act == "preview")
        {
            var problems = draft.Check().ToList();
            var page = new MailTemplatePage(kind, form);
            return problems.Count > 0 ? FormAgain(problems, "Template", page) : View("Template", page with { Preview = await FillAsync(kind, draft) });
        }
        var refusals = await templates.SaveAsync(Viewer, draft, Cancel);
        if (refusals.Count == 0) return SeeOther("/admin/mail");
        if (refusals[0].Kind == RefusalKind.Conflict) form.Meet(await RowAsync(kind.Key, form.Language!));
        return FormAgain(refusals, "Template", new MailTemplatePage(kind, form));
    }

    /// <summary>Back to the engine's own text.</summary>
    [HttpPost("template/reset")]
    public async Task<IActionResult> Reset(int id, int seen) =>
        await templates.DeleteAsync(Viewer, id, seen, Cancel) is { } refusal ? FormAgain(refusal, "Mail", await PageAsync(null, null)) : SeeOther("/admin/mail");

    private Task<MailTemplate?> RowAsync(string mail, string language) => db.MailTemplates.SingleOrDefaultAsync(t => t.Mail == mail && t.Language == language, Cancel);

    private async Task<(string, string)> FillAsync(MailKind kind, MailTemplate draft)
    {
        var values = kind.Variables.ToDictionary(v => v, v => (string?)text[$"Sample.{v}"].Value);
        values["site"] = (await settings.CurrentAsync(Cancel)).Site.Name;
        return (TextTemplate.Fill(draft.Subject, values), TextTemplate.Fill(draft.Body, values));
    }

    private async Task<MailPageView> PageAsync(MailState? state, long? before) =>
        new(options, await desk.ReadAsync(state, before, Cancel), state, [.. (await templates.AllAsync(Cancel)).Select(t => (t.Mail, t.Language))], Viewer.May(StaffRight.SeeAddresses));
}

/// <summary><paramref name="Changed"/>: the texts that aren't the engine's own.</summary>
public sealed record MailPageView(MailOptions Server, MailPage Log, MailState? State, IReadOnlyList<(string Mail, string Language)> Changed, bool MaySeeAddresses)
{
    public MailTrial? Trial { get; init; }

    /// <summary>An address, or for those who may not see it its first letter and its domain.</summary>
    public string Show(string address) => MaySeeAddresses ? address : $"{address[..1]}…{address[address.LastIndexOf('@')..]}";

    /// <summary>A server's answer often names the address.</summary>
    public string Answer(MailRecord mail) => MaySeeAddresses ? mail.Answer : mail.Answer.Replace(mail.To, Show(mail.To), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A text as typed.</summary>
public sealed class MailTemplateForm
{
    public int Id { get; set; }
    public int Seen { get; set; }
    public string? Mail { get; set; }
    public string? Language { get; set; }
    public string? Subject { get; set; }
    public string? Body { get; set; }

    /// <summary>"preview", else it is saved.</summary>
    public string? Act { get; set; }

    public IReadOnlyList<KeptField> Theirs { get; private set; } = [];

    public MailTemplate ToDraft() => new() { Id = Id, Version = Seen, Mail = Mail ?? "", Language = Language ?? "", Subject = Subject ?? "", Body = Body ?? "" };

    /// <summary>After a conflict: sent again, it overwrites knowingly.</summary>
    public void Meet(MailTemplate? now)
    {
        Theirs = now is null ? [] : KeptDifference.Of(ToDraft(), now);
        (Id, Seen) = (now?.Id ?? 0, now?.Version ?? 0);
    }
}

public sealed record MailTemplatePage(MailKind Kind, MailTemplateForm Form)
{
    public (string Subject, string Body)? Preview { get; init; }
}

/// <summary>Names the texts of the mails' pages: MailPageText.resx, MailPageText.en.resx.</summary>
public sealed class MailPageText;
