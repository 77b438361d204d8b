using ForumEngine.Accounts;
using ForumEngine.Jobs;
using ForumEngine.Mail;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>Tells who complained without an account how it ended, if they gave a mail address; in the caller's transaction.</summary>
public sealed class CloseMail(ForumDb db, SettingsSource settings, TimeProvider clock)
{
    public async Task AddAsync(ReportCase on, CaseClosing closing, CancellationToken cancel)
    {
        if (on.Kind != CaseKind.Complaint) return;
        var complaint = await db.Complaints.SingleOrDefaultAsync(c => c.CaseId == on.Id, cancel);
        if (complaint is null || !EmailAddress.IsValid(complaint.Contact)) return;
        var site = (await settings.CurrentAsync(cancel)).Site;
        var language = complaint.Language ?? site.Language;
        var outcome = MailText.Get(closing.Outcome == ReportOutcome.Upheld ? "ComplaintUpheld" : "ComplaintDismissed", language);
        Outbox.Add(db, MailMessage.Kind, new MailMessage(complaint.Contact,
            MailText.Get("ComplaintSubject", language, site.Name, complaint.Code),
            MailText.Get("ComplaintBody", language, site.Name, complaint.Code, MailText.Quote(complaint.Address), outcome, closing.Note)), clock.Now());
        await db.SaveChangesAsync(cancel);
    }
}
