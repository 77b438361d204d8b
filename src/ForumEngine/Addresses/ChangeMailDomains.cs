using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Addresses;

/// <summary>Both lists as the form carries them: a domain a line; what stands behind # is a remark and isn't kept.</summary>
public sealed record MailDomainTexts(string Denied, string Allowed);

/// <summary>Reads and replaces the lists of e-mail domains, both at once; what differs is written and logged.</summary>
public sealed class ChangeMailDomains(ForumDb db, Versions versions)
{
    public const int MostDomains = 20_000;
    private const int MostLogged = 50;

    public async Task<MailDomainTexts> ReadAsync(CancellationToken cancel)
    {
        var all = (await db.MailDomains.OrderBy(d => d.Domain).ToListAsync(cancel)).ToLookup(d => d.IsAllowed, d => d.Domain);
        return new MailDomainTexts(string.Join('\n', all[false]), string.Join('\n', all[true]));
    }

    /// <summary>A line that is no domain is named, and nothing has changed.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, MailDomainTexts texts, CancellationToken cancel)
    {
        var (denied, allowed) = (Parse(nameof(texts.Denied), texts.Denied), Parse(nameof(texts.Allowed), texts.Allowed));
        if ((denied.Refusal ?? allowed.Refusal) is { } wrong) return wrong;
        HashSet<(bool, string)> wanted = [.. denied.Value.Select(d => (false, d)), .. allowed.Value.Select(d => (true, d))];
        await db.InTransactionAsync(async () =>
        {
            var known = await db.MailDomains.ToListAsync(cancel);
            var gone = known.Where(d => !wanted.Contains((d.IsAllowed, d.Domain))).ToList();
            var added = wanted.Except(known.Select(d => (d.IsAllowed, d.Domain))).Select(d => new MailDomain { IsAllowed = d.Item1, Domain = d.Item2 }).ToList();
            if (gone.Count + added.Count == 0) return;
            db.MailDomains.RemoveRange(gone);
            db.MailDomains.AddRange(added);
            db.Log(who, "maildomains.change", details: JsonSerializer.Serialize(new { added = Names(added), removed = Names(gone), addedCount = added.Count, removedCount = gone.Count }));
            await db.SaveChangesAsync(cancel);
            await Versions.BumpAsync(db, Kinds.MailDomains, cancel);
        }, cancel);
        versions.Forget();
        return null;
    }

    private static IEnumerable<string> Names(List<MailDomain> domains) => domains.Take(MostLogged).Select(d => (d.IsAllowed ? "+" : "-") + d.Domain);

    private static Outcome<List<string>> Parse(string field, string text)
    {
        HashSet<string> domains = [];
        foreach (var line in text.Split('\n'))
        {
            var word = line.Split('#')[0].Trim();
            if (word.Length == 0) continue;
            if (MailDomains.Normalize(word) is not { } domain) return Refusal.Invalid(field, "NotADomain", word.Length > 60 ? word[..60] : word);
            domains.Add(domain);
            if (domains.Count > MostDomains) return Refusal.Invalid(field, "TooManyDomains", MostDomains);
        }
        return domains.ToList();
    }
}
