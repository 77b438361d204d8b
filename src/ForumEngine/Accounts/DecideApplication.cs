using ForumEngine.Groups;
using ForumEngine.Jobs;
using ForumEngine.Mail;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Staff;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>An application before staff.</summary>
public sealed record ApplicationOnDesk(Application Application, string Name, string? Email, bool EmailConfirmed, DateTime JoinedAt);

/// <summary>Staff approve or refuse who registered (<c>Registration.Mode = review</c>); both are told by notice and mail.</summary>
public sealed class DecideApplication(ForumDb db, SettingsSource settings, Viewers viewers, Outbox outbox, WriteMail mails)
{
    /// <summary>For whoever approves members everywhere; to others there is none.</summary>
    public async Task<ApplicationOnDesk?> FindAsync(Viewer who, int memberId, CancellationToken cancel) => !who.May(StaffRight.ApproveMembers) ? null : await (
        from a in db.Applications
        join m in db.Members on a.MemberId equals m.Id
        where a.MemberId == memberId
        select new ApplicationOnDesk(a, m.UserName!, m.Email, m.EmailConfirmed, m.JoinedAt)).SingleOrDefaultAsync(cancel);

    public async Task<Refusal?> RunAsync(Viewer who, int memberId, bool approve, string note, CancellationToken cancel)
    {
        if (await FindAsync(who, memberId, cancel) is not { } found) return Refusal.NotFound;
        note = note.Trim();
        if (note.Length > Application.ReasonLength) return Refusal.Invalid("Reason", "ReasonTooLong", Application.ReasonLength);
        if (!approve && note.Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        var site = await settings.CurrentAsync(cancel);
        var refused = await db.InTransactionAsync(() => WriteAsync(who, found, approve, note, site, cancel), cancel);
        if (refused is not null) return refused;
        viewers.Forget(memberId);
        outbox.Wake();
        return null;
    }

    private async Task<Refusal?> WriteAsync(Viewer who, ApplicationOnDesk found, bool approve, string note, SiteSettings site, CancellationToken cancel)
    {
        var id = found.Application.MemberId;
        // Locks the member's row: a mail address that is confirmed at this moment waits.
        await db.Members.Where(m => m.Id == id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Posts, x => x.Posts), cancel);
        var decided = await db.Applications.Where(a => a.MemberId == id && a.State == ApplicationState.Waiting).ExecuteUpdateAsync(a => a
            .SetProperty(x => x.State, approve ? ApplicationState.Approved : ApplicationState.Refused).SetProperty(x => x.DecidedAt, who.Now)
            .SetProperty(x => x.DecidedById, who.MemberId).SetProperty(x => x.DecidedByName, who.Name).SetProperty(x => x.Note, note), cancel);
        if (decided == 0) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        var mustConfirm = site.Registration.VerifyEmail;
        if (approve) Outbox.Add(db, MemberJoined.Kind, new MemberJoined(id, found.JoinedAt), who.Now);
        if (approve)
            await db.Members.Where(m => m.Id == id && m.GroupId == Group.Waiting && (!mustConfirm || m.EmailConfirmed))
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.GroupId, Group.Newcomers), cancel);
        db.Log(who, approve ? "member.approve" : "member.refuse", note, memberId: id);
        await Notify.AddAsync(db, new Notice { MemberId = id, Kind = approve ? NoticeKind.ApplicationApproved : NoticeKind.ApplicationRefused, At = who.Now, Reason = note }, cancel);
        await MailAsync(found, approve, note, site, cancel);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task MailAsync(ApplicationOnDesk found, bool approve, string note, SiteSettings site, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(found.Email)) return;
        var language = await db.Members.Where(m => m.Id == found.Application.MemberId).Select(m => m.Language).SingleAsync(cancel) ?? site.Site.Language;
        var key = approve ? "Approved" : "Refused";
        await mails.AddAsync(key, found.Email, language, new Dictionary<string, string?> { ["site"] = site.Site.Name, ["name"] = MailText.Quote(found.Name), ["note"] = note }, cancel);
    }
}
