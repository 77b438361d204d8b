using System.Text.Json;
using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Mail;

/// <summary>Sends what lies in the outbox, and keeps in the log of mails what became of it. After three days a mail is given up.</summary>
public sealed class SendMail(PostOffice office, TimeProvider clock) : IOutboxHandler
{
    /// <summary>One-time links in it are long over by then.</summary>
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromDays(3);

    public string Kind => MailMessage.Kind;
    public bool InTransaction => false;

    public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        foreach (var payload in payloads)
        {
            var mail = JsonSerializer.Deserialize<MailMessage>(payload)!;
            try
            {
                await KeepAsync(db, mail, MailState.Sent, await office.SendAsync(mail, cancel), cancel);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                var old = clock.Now() - GivesUpAfter;
                var givesUp = mail.Record is { } key && await db.MailRecords.AnyAsync(m => m.Key == key && m.At < old, cancel);
                await KeepAsync(db, mail, givesUp ? MailState.GivenUp : MailState.Waiting, error.Message, cancel);
                // Thrown, it stays in the outbox and comes again later.
                if (!givesUp) throw;
            }
        }
    }

    private async Task KeepAsync(ForumDb db, MailMessage mail, MailState state, string answer, CancellationToken cancel)
    {
        if (mail.Record is not { } key) return;
        var (now, text) = (clock.Now(), answer.Length > MailRecord.ErrorLength ? answer[..MailRecord.ErrorLength] : answer);
        await db.MailRecords.Where(m => m.Key == key).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.State, state).SetProperty(x => x.Attempts, x => x.Attempts + 1).SetProperty(x => x.Answer, text).SetProperty(x => x.TriedAt, now), cancel);
    }
}
