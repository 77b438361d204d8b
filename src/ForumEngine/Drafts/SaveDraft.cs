using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Drafts;

/// <summary>What is being typed. <paramref name="Version"/> is the draft the form goes on from: 0 when it knows of none.</summary>
public sealed record DraftText(string? Key, string? Title, string? Body, string? Fields, int Version);

/// <summary>A draft as it is kept now.</summary>
public sealed record DraftKept(long Id, int Version, DateTime At);

/// <summary>Keeps what is being typed. Two devices never overwrite each other silently: the one that knows of an older version is told.</summary>
public sealed class SaveDraft(ForumDb db, SettingsSource settings)
{
    /// <summary>Conflict "DraftChanged": another device wrote since; "DraftGone": it was posted or thrown away, and starting anew takes version 0.</summary>
    public async Task<Outcome<DraftKept>> RunAsync(Viewer who, DraftText typed, CancellationToken cancel)
    {
        if (who.MemberId is not { } member) return Refusal.SignInFirst;
        if (DraftRules.WhyNot(typed, (await settings.CurrentAsync(cancel)).Posting) is { } refused) return refused;
        if (typed.Version <= 0) return await StartAsync(who, member, typed, cancel);
        var (title, body, fields) = Clean(typed);
        var written = await db.Drafts
            .Where(d => d.MemberId == member && d.Key == typed.Key && d.PublishAt == null && d.Version == typed.Version)
            .ExecuteUpdateAsync(d => d
                .SetProperty(x => x.Title, title).SetProperty(x => x.Body, body).SetProperty(x => x.Fields, fields)
                .SetProperty(x => x.UpdatedAt, who.Now).SetProperty(x => x.Version, typed.Version + 1), cancel);
        if (written == 0) return await WhyNotAsync(member, typed, cancel);
        var id = await db.Drafts.Where(d => d.MemberId == member && d.Key == typed.Key).Select(d => d.Id).SingleAsync(cancel);
        return new DraftKept(id, typed.Version + 1, who.Now);
    }

    private async Task<Outcome<DraftKept>> StartAsync(Viewer who, int member, DraftText typed, CancellationToken cancel)
    {
        if (await db.Drafts.AnyAsync(d => d.MemberId == member && d.Key == typed.Key, cancel)) return Changed;
        if (await db.Drafts.Where(d => d.MemberId == member).Select(d => d.Id).Take(DraftRules.MostPerMember).CountAsync(cancel) == DraftRules.MostPerMember)
            return Refusal.Invalid("Body", "TooManyDrafts", DraftRules.MostPerMember);
        var (title, body, fields) = Clean(typed);
        var key = DraftKey.Read(typed.Key)!;
        var draft = new Draft
        {
            MemberId = member,
            Key = key.ToString(),
            BoardId = key.Form == "board" && key.Id <= int.MaxValue ? (int)key.Id : null,
            ThreadId = key.Form == "reply" ? key.Id : null,
            Title = title,
            Body = body,
            Fields = fields,
            UpdatedAt = who.Now,
            Version = 1,
        };
        db.Drafts.Add(draft);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            db.ChangeTracker.Clear();
            return Changed;
        }
        return new DraftKept(draft.Id, draft.Version, draft.UpdatedAt);
    }

    private async Task<Refusal> WhyNotAsync(int member, DraftText typed, CancellationToken cancel) =>
        await db.Drafts.AnyAsync(d => d.MemberId == member && d.Key == typed.Key, cancel) ? Changed : new Refusal(RefusalKind.Gone, "DraftGone");

    private static Refusal Changed => new(RefusalKind.Conflict, "DraftChanged");

    private static (string Title, string Body, string Fields) Clean(DraftText typed) =>
        (DraftRules.Title(typed.Title), PostText.CleanBody(typed.Body), typed.Fields ?? "");
}
