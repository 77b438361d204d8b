using System.Text.Json;
using System.Text.RegularExpressions;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Legal;

/// <summary>A text of one language; both empty: the version has none in it.</summary>
public sealed record DocumentText(string Language, string Title, string Body, string Note);

/// <summary>A new version as its form carries it. <paramref name="Seen"/> is the number of the newest version that the form knew, 0 for a new page.</summary>
public sealed record DocumentDraft(string Slug, IReadOnlyList<DocumentText> Texts, DateTime? EffectiveAt, bool IsMaterial, int Seen);

/// <summary>A page with its newest version, which may not be in force yet.</summary>
public sealed record DocumentLine(string Slug, int Number, string Title, DateTime EffectiveAt, bool IsMaterial, int? InForce);

/// <summary>Publishes versions of site pages; takes one back that isn't in force yet. What was in force stays for ever.</summary>
public sealed partial class PublishDocument(ForumDb db, Versions versions)
{
    private const int MostPages = 50;

    /// <summary>All pages by name.</summary>
    public async Task<IReadOnlyList<DocumentLine>> ListAsync(DateTime now, string language, CancellationToken cancel)
    {
        var rows = await db.DocumentVersions.Select(d => new { d.Slug, d.Number, d.Language, d.Title, d.EffectiveAt, d.IsMaterial }).ToListAsync(cancel);
        return [.. rows.GroupBy(d => d.Slug).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            var newest = g.OrderByDescending(d => d.Number).ThenByDescending(d => SiteLanguage.Closeness(d.Language, language)).First();
            return new DocumentLine(g.Key, newest.Number, newest.Title, newest.EffectiveAt, newest.IsMaterial, g.Where(d => d.EffectiveAt <= now).Max(d => (int?)d.Number));
        })];
    }

    /// <summary>The newest version in all its languages; empty for an unknown page.</summary>
    public async Task<IReadOnlyList<DocumentVersion>> NewestAsync(string slug, CancellationToken cancel) => await db.DocumentVersions
        .Where(d => d.Slug == slug && d.Number == db.DocumentVersions.Where(x => x.Slug == slug).Max(x => x.Number)).ToListAsync(cancel);

    /// <summary>Every problem at its field (<c>Body.zh-Hans</c>); <c>DocumentChanged</c> is a conflict: a version was published meanwhile.</summary>
    public async Task<IReadOnlyList<Refusal>> RunAsync(Viewer who, DocumentDraft draft, CancellationToken cancel)
    {
        draft = draft with { Slug = draft.Slug.Trim(), Texts = [.. draft.Texts.Select(t => t with { Title = PostText.CleanTitle(t.Title), Body = PostText.CleanBody(t.Body), Note = PostText.CleanTitle(t.Note) }).Where(t => t.Title.Length + t.Body.Length > 0)] };
        var problems = Problems(who, draft).ToList();
        if (draft.Seen == 0 && problems.Count == 0 && await db.DocumentVersions.Select(d => d.Slug).Distinct().CountAsync(cancel) >= MostPages) problems.Add(Refusal.Invalid("Slug", "TooManyPages", MostPages));
        if (problems.Count > 0) return problems;
        var done = false;
        try
        {
            done = await db.InTransactionAsync(() => AddAsync(who, draft, cancel), cancel);
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            // Two at once: the unique key decides.
        }
        versions.Forget();
        return done ? [] : [new Refusal(RefusalKind.Conflict, draft.Seen == 0 ? "PageTaken" : "DocumentChanged") { Field = draft.Seen == 0 ? "Slug" : null }];
    }

    /// <summary>Only before it is in force.</summary>
    public async Task<Refusal?> WithdrawAsync(Viewer who, string slug, int number, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var gone = await db.InTransactionAsync(async () =>
        {
            if (await db.DocumentVersions.Where(d => d.Slug == slug && d.Number == number && d.EffectiveAt > who.Now).ExecuteDeleteAsync(cancel) == 0) return false;
            await LogAsync(who, "page.withdraw", slug, number, cancel);
            return true;
        }, cancel);
        versions.Forget();
        return gone ? null : new Refusal(RefusalKind.Conflict, "AlreadyInForce");
    }

    private static IEnumerable<Refusal> Problems(Viewer who, DocumentDraft draft)
    {
        if (!who.IsAdministrator) yield return Refusal.NotFound;
        if (!Slugs().IsMatch(draft.Slug)) yield return Refusal.Invalid("Slug", "PageSlugWrong", DocumentVersion.SlugLength);
        if (draft.Slug is "new" or "agreements") yield return Refusal.Invalid("Slug", "PageTaken");
        if (draft.Texts.Count == 0) yield return Refusal.Invalid("", "PageNeedsText");
        if (draft.EffectiveAt < who.Now.AddMinutes(-1)) yield return Refusal.Invalid("EffectiveAt", "PageInThePast");
        if (draft.EffectiveAt > who.Now.AddYears(1)) yield return Refusal.Invalid("EffectiveAt", "PageTooFarAhead");
        if (draft.IsMaterial && !DocumentVersion.Agreed.Contains(draft.Slug)) yield return Refusal.Invalid("IsMaterial", "PageIsNotAgreedTo");
        foreach (var text in draft.Texts)
        {
            if (text.Title.Length == 0) yield return Refusal.Invalid($"Title.{text.Language}", "TitleMissing");
            if (text.Body.Length == 0) yield return Refusal.Invalid($"Body.{text.Language}", "BodyMissing");
            if (text.Title.Length > DocumentVersion.TitleLength) yield return Refusal.Invalid($"Title.{text.Language}", "TextTooLong", DocumentVersion.TitleLength);
            if (text.Body.Length > DocumentVersion.BodyLength) yield return Refusal.Invalid($"Body.{text.Language}", "TextTooLong", DocumentVersion.BodyLength);
            if (text.Note.Length > DocumentVersion.NoteLength) yield return Refusal.Invalid($"Note.{text.Language}", "TextTooLong", DocumentVersion.NoteLength);
        }
    }

    private async Task<bool> AddAsync(Viewer who, DocumentDraft draft, CancellationToken cancel)
    {
        var newest = await db.DocumentVersions.Where(d => d.Slug == draft.Slug).OrderByDescending(d => d.Number).Select(d => new { d.Number, d.EffectiveAt }).FirstOrDefaultAsync(cancel);
        if ((newest?.Number ?? 0) != draft.Seen) return false;
        // Not before the one it replaces: the order of numbers is that of time.
        var from = draft.EffectiveAt is { } at && at > who.Now ? at : who.Now;
        if (newest is not null && newest.EffectiveAt > from) from = newest.EffectiveAt;
        db.DocumentVersions.AddRange(draft.Texts.Select(t => new DocumentVersion
        {
            Slug = draft.Slug,
            Number = draft.Seen + 1,
            Language = t.Language,
            Title = t.Title,
            Body = t.Body,
            Note = t.Note,
            EffectiveAt = from,
            IsMaterial = draft.IsMaterial,
            PublishedByName = who.Name,
        }));
        await LogAsync(who, "page.publish", draft.Slug, draft.Seen + 1, cancel);
        return true;
    }

    private async Task LogAsync(Viewer who, string act, string slug, int number, CancellationToken cancel)
    {
        db.Log(who, act, details: JsonSerializer.Serialize(new { page = slug, version = number }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Documents, cancel);
    }

    /// <summary>Of an address: small letters, digits and hyphens.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,39}$")]
    private static partial Regex Slugs();
}
