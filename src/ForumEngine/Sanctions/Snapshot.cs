using System.Globalization;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>Posts as they are now, for the evidence of a sanction.</summary>
internal static class Snapshot
{
    /// <summary>In the order of their ids; those that aren't there are left out.</summary>
    public static async Task<List<EvidencePost>> OfAsync(ForumDb db, IReadOnlyList<long> postIds, CancellationToken cancel)
    {
        if (postIds.Count == 0) return [];
        return await (
            from p in db.Posts
            join t in db.Threads on p.ThreadId equals t.Id
            join b in db.Boards on t.BoardId equals b.Id
            where postIds.Contains(p.Id)
            orderby p.Id
            select new EvidencePost
            {
                PostId = p.Id,
                ThreadId = p.ThreadId,
                Floor = p.Floor,
                BoardId = b.Id,
                BoardName = b.Name,
                Title = t.Title,
                AuthorId = p.AuthorId,
                AuthorName = p.AuthorName,
                IsAnonymous = p.IsAnonymous,
                WrittenAt = p.CreatedAt,
                Version = p.Version,
                Body = p.Body,
            }).Take(Sanction.EvidenceLimit).ToListAsync(cancel);
    }

    public static EvidencePost For(int sanctionId, EvidencePost e) => new()
    {
        SanctionId = sanctionId,
        PostId = e.PostId,
        ThreadId = e.ThreadId,
        Floor = e.Floor,
        BoardId = e.BoardId,
        BoardName = e.BoardName,
        Title = e.Title,
        AuthorId = e.AuthorId,
        AuthorName = e.AuthorName,
        IsAnonymous = e.IsAnonymous,
        WrittenAt = e.WrittenAt,
        Version = e.Version,
        Body = e.Body,
    };

    /// <summary>What the ledger keeps of it: a change of any of these rows shows. Null when there is none.</summary>
    public static string? Digest(IReadOnlyCollection<EvidencePost> evidence) => evidence.Count == 0 ? null
        : LedgerContent.Hash(string.Join('\n', evidence.OrderBy(e => e.PostId).Select(e => string.Create(CultureInfo.InvariantCulture,
            $"{e.PostId} {e.ThreadId} {e.Floor} {e.BoardId} {e.AuthorId} {e.Version} {LedgerContent.Time(e.WrittenAt)} {LedgerContent.Hash(e.AuthorName + "\n" + e.Title + "\n" + e.Body)}"))));
}
