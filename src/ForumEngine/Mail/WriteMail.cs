using ForumEngine.Jobs;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Mail;

/// <summary>The templates in force, in memory.</summary>
public sealed class MailTemplates(Snapshots snapshots)
{
    private sealed record Written(Dictionary<(string Mail, string Language), (string Subject, string Body)> ByKey);

    /// <summary>The administrator's text of this very language, else the engine's own, with the names filled in.</summary>
    public async Task<(string Subject, string Body)> FillAsync(string mail, string language, IReadOnlyDictionary<string, string?> values, CancellationToken cancel)
    {
        var kind = MailKinds.Find(mail) ?? throw new InvalidOperationException($"There is no mail '{mail}'.");
        var written = await snapshots.GetAsync(Kinds.MailTemplates, LoadAsync, cancel);
        var (subject, body) = written.ByKey.TryGetValue((mail, language), out var own) ? own : kind.Own(language);
        return (OneLine(TextTemplate.Fill(subject, values)), TextTemplate.Fill(body, values));
    }

    private static async Task<Written> LoadAsync(ForumDb db, CancellationToken cancel) =>
        new(await db.MailTemplates.ToDictionaryAsync(t => (t.Mail, t.Language), t => (t.Subject, t.Body), cancel));

    /// <summary>A subject is a header.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

/// <summary>Puts a mail into the outbox, within the caller's transaction, with its line in the log of mails.</summary>
public sealed class WriteMail(ForumDb db, MailTemplates templates, TimeProvider clock)
{
    public async Task AddAsync(string kind, string to, string language, IReadOnlyDictionary<string, string?> values, CancellationToken cancel)
    {
        var (subject, body) = await templates.FillAsync(kind, language, values, cancel);
        // By the same moment a mail that waits is found again.
        var now = clock.Now();
        var record = new MailRecord { Key = Guid.NewGuid(), Kind = kind, To = to, At = now };
        db.MailRecords.Add(record);
        Outbox.Add(db, MailMessage.Kind, new MailMessage(to, subject, body) { Record = record.Key }, now);
    }
}
