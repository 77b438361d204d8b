using System.Collections.Frozen;
using System.Globalization;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Addresses;

/// <summary>One list: names by their ends, patterns with stars one by one.</summary>
public sealed class DomainList
{
    private readonly FrozenSet<string> names;
    private readonly string[] patterns;

    public DomainList(IEnumerable<string> domains)
    {
        var all = domains.ToList();
        names = all.Where(d => !d.Contains('*', StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);
        patterns = [.. all.Where(d => d.Contains('*', StringComparison.Ordinal))];
    }

    /// <summary>Whether the domain, or one above it, is on the list.</summary>
    public bool Contains(string domain)
    {
        for (var rest = domain; ;)
        {
            if (names.Contains(rest) || patterns.Any(p => Matches(p, rest))) return true;
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) return false;
            rest = rest[(dot + 1)..];
        }
    }

    /// <summary>Stars don't cross dots; each step moves on, so that many stars cost no more than length times stars.</summary>
    public static bool Matches(string pattern, string text)
    {
        var (p, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, mark, p) = (p, t, p + 1);
            else if (p < pattern.Length && pattern[p] == text[t]) (p, t) = (p + 1, t + 1);
            else if (star >= 0 && text[mark] != '.') (p, t, mark) = (star + 1, mark + 1, mark + 1);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}

/// <summary>Both lists.</summary>
public sealed record DomainLists(DomainList Denied, DomainList Allowed);

/// <summary>Which e-mail domains may register (features.md A1); the lists are kept in memory.</summary>
public sealed class MailDomains(Snapshots snapshots, SettingsSource settings)
{
    /// <summary>The domain of an address as DNS knows it; empty where it is none.</summary>
    public static string DomainOf(string email) => Normalize(email[(email.LastIndexOf('@') + 1)..]) ?? "";

    /// <summary>As kept: lower case, xn--, no dot at the ends. Null: not a domain, nor a pattern of one.</summary>
    public static string? Normalize(string typed)
    {
        var text = typed.Trim().Trim('.').TrimStart('@').ToLowerInvariant();
        if (text.StartsWith("*.", StringComparison.Ordinal)) text = text[2..];
        if (text.Length is 0 or > MailDomain.DomainLength) return null;
        if (text.Any(c => c > 127))
            try
            {
                text = new IdnMapping().GetAscii(text);
            }
            catch (ArgumentException)
            {
                return null;
            }
        var labels = text.Split('.');
        var isDomain = Array.TrueForAll(labels, l => l.Length is > 0 and <= 63 && l.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '*'));
        return isDomain && labels[^1].Any(char.IsAsciiLetter) ? text : null;
    }

    /// <summary>Staff's lists have the last word on where mail may come from; who is a member already stays one.</summary>
    public async ValueTask<Refusal?> WhyNotAsync(string email, CancellationToken cancel)
    {
        var mode = (await settings.CurrentAsync(cancel)).Registration.MailDomainMode;
        var lists = await snapshots.GetAsync(Kinds.MailDomains, LoadAsync, cancel);
        var domain = DomainOf(email);
        if (lists.Allowed.Contains(domain)) return null;
        return mode == "listed" || lists.Denied.Contains(domain) ? Refusal.Invalid("Email", "EmailDomainRefused", domain) : null;
    }

    private static async Task<DomainLists> LoadAsync(ForumDb db, CancellationToken cancel)
    {
        var all = (await db.MailDomains.ToListAsync(cancel)).ToLookup(d => d.IsAllowed, d => d.Domain);
        return new DomainLists(new DomainList(all[false]), new DomainList(all[true]));
    }
}
