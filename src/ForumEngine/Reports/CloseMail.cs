using ForumEngine.Accounts;
using ForumEngine.Mail;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>Tells who complained without an account how it ended, if they gave a mail address; in the caller's transaction.</summary>
public sealed class CloseMail(ForumDb db, SettingsSource settings, WriteMail mails)
{
    public async Task AddAsync(ReportCase on, CaseClosing closing, CancellationToken cancel)
    {
        if (on.Kind != CaseKind.Complaint) return;
        var complaint = await db.Complaints.SingleOrDefaultAsync(c => c.CaseId == on.Id, cancel);
        if (complaint is null || !EmailAddress.IsValid(complaint.Contact)) return;
        var site = (await settings.CurrentAsync(cancel)).Site;
        var language = complaint.Language ?? site.Language;
        var outcome = MailText.Get(closing.Outcome == ReportOutcome.Upheld ? "ComplaintUpheld" : "ComplaintDismissed", language);
        await mails.AddAsync("Complaint", complaint.Contact, language, new Dictionary<string, string?>
        {
            ["site"] = site.Name,
            ["code"] = complaint.Code,
            ["address"] = MailText.Quote(complaint.Address),
            ["outcome"] = outcome,
            ["note"] = closing.Note,
        }, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
