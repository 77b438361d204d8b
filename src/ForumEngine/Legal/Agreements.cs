using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Legal;

public sealed record AgreementLine(long Id, int MemberId, string MemberName, string Slug, int Number, DateTime At, byte[]? Address);

public sealed record AgreementList(IReadOnlyList<AgreementLine> Lines, long? Next);

/// <summary>Members agree to changed terms; who agreed to what is kept for ever.</summary>
public sealed class Agreements(ForumDb db, SitePages pages, Viewers viewers)
{
    public const int PageSize = 50;

    /// <summary>What this viewer still has to agree to; guests and simulated members nothing.</summary>
    public static IEnumerable<(string Slug, int Number)> Missing(Viewer who, IReadOnlyList<(string Slug, int Number)> toAgree) =>
        who.IsGuest || who.SimulatedGroup is not null ? [] : toAgree.Where(d => d.Number > (d.Slug == DocumentVersion.Terms ? who.AgreedTerms : who.AgreedPrivacy));

    /// <summary>Agrees to what <paramref name="seen"/> names ("terms 3"), and to nothing that came into force since the page was read.</summary>
    public async Task AgreeAsync(Viewer who, IReadOnlyCollection<string> seen, CancellationToken cancel)
    {
        var agreed = Missing(who, await pages.ToAgreeAsync(who.Now, cancel)).Where(d => seen.Contains($"{d.Slug} {d.Number}")).ToList();
        if (agreed.Count == 0 || who.MemberId is not { } id) return;
        await db.InTransactionAsync(async () =>
        {
            db.Acceptances.AddRange(agreed.Select(d => new Acceptance { MemberId = id, Slug = d.Slug, Number = d.Number, At = who.Now, Address = who.Address }));
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(id);
    }

    /// <summary>A page of the log, newest first; <paramref name="slug"/> null is all pages.</summary>
    public async Task<AgreementList> ReadAsync(string? slug, long? before, CancellationToken cancel)
    {
        var lines = await Lines(slug, before).Take(PageSize + 1).ToListAsync(cancel);
        return new AgreementList([.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].Id : null);
    }

    /// <summary>The whole log, line by line, for a file.</summary>
    public IAsyncEnumerable<AgreementLine> All(string? slug, int most) => Lines(slug, null).Take(most).AsAsyncEnumerable();

    private IQueryable<AgreementLine> Lines(string? slug, long? before) =>
        from a in db.Acceptances
        where (slug == null || a.Slug == slug) && (before == null || a.Id < before)
        join m in db.Members on a.MemberId equals m.Id
        orderby a.Id descending
        select new AgreementLine(a.Id, a.MemberId, m.UserName!, a.Slug, a.Number, a.At, a.Address);
}
