using System.Text.Json;
using ForumEngine.Accounts;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Mail;

/// <summary>Lines of the log of mails, newest first.</summary>
public sealed record MailPage(IReadOnlyList<MailRecord> Lines, long? Next);

/// <summary>What the server said to a mail sent on trial.</summary>
public sealed record MailTrial(string To, bool IsSent, string Answer);

/// <summary>The administration's side of mails: the log, a second try, a mail on trial.</summary>
public sealed class MailDesk(ForumDb db, PostOffice office, Outbox outbox)
{
    public const int PageSize = 50;

    public async Task<MailPage> ReadAsync(MailState? state, long? before, CancellationToken cancel)
    {
        var lines = await db.MailRecords.Where(m => (state == null || m.State == state) && (before == null || m.Id < before)).OrderByDescending(m => m.Id).Take(PageSize + 1).ToListAsync(cancel);
        return new MailPage([.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].Id : null);
    }

    /// <summary>Tries what waits now instead of later; <c>MailIsGone</c> when it has been sent or given up meanwhile.</summary>
    public async Task<Refusal?> RetryAsync(Viewer who, long id, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        if (await db.MailRecords.SingleOrDefaultAsync(m => m.Id == id, cancel) is not { } record) return Refusal.NotFound;
        var key = record.Key.ToString();
        var refusal = await db.InTransactionAsync(async () =>
        {
            if (await db.Outbox.Where(m => m.Kind == MailMessage.Kind && m.CreatedAt == record.At && m.Payload.Contains(key)).ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, who.Now), cancel) == 0)
                return new Refusal(RefusalKind.Conflict, "MailIsGone");
            db.Log(who, "mail.retry", details: JsonSerializer.Serialize(new { mail = id, kind = record.Kind }));
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);
        if (refusal is null) outbox.Wake();
        return refusal;
    }

    /// <summary>Sends a mail to the administrator's own address, now, and tells what the server answered.</summary>
    public async Task<Outcome<MailTrial>> TryAsync(Viewer who, string subject, string body, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var to = await db.Members.Where(m => m.Id == who.MemberId).Select(m => m.Email).SingleOrDefaultAsync(cancel);
        if (to is null || !EmailAddress.IsValid(to)) return Refusal.Invalid("", "NoOwnAddress");
        MailTrial trial;
        try
        {
            trial = new MailTrial(to, true, await office.SendAsync(new MailMessage(to, subject, body), cancel));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            trial = new MailTrial(to, false, error.Message);
        }
        await db.InTransactionAsync(async () =>
        {
            db.MailRecords.Add(new MailRecord
            {
                Key = Guid.NewGuid(),
                Kind = MailKinds.Test,
                To = to,
                At = who.Now,
                TriedAt = who.Now,
                Attempts = 1,
                State = trial.IsSent ? MailState.Sent : MailState.GivenUp,
                Answer = trial.Answer.Length > MailRecord.ErrorLength ? trial.Answer[..MailRecord.ErrorLength] : trial.Answer,
            });
            db.Log(who, "mail.test", details: JsonSerializer.Serialize(new { sent = trial.IsSent }));
            await db.SaveChangesAsync(cancel);
        }, cancel);
        return trial;
    }
}
