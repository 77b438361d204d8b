using System.Globalization;
using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Attachments;

/// <summary>
/// Daily: uploads that no post took within a day, files whose post was purged, and what a crash left on disk without a row
/// (features.md A3: unused uploads cleaned daily).
/// </summary>
public sealed class SweepFiles(IDbContextFactory<ForumDb> dbs, FileStore store, TimeProvider clock, ILogger<SweepFiles> log) : IJob
{
    private const int Batch = 200;
    private static readonly TimeSpan Unused = TimeSpan.FromDays(1);

    public TimeSpan Every => TimeSpan.FromDays(1);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var before = clock.Now() - Unused;
        var swept = await SweepAsync(db, db.Attachments.Where(a => a.PostId == null && a.CreatedAt < before), cancel)
            + await SweepAsync(db, db.Attachments.Where(a => a.PostId != null && a.CreatedAt < before && !db.Posts.Any(p => p.Id == a.PostId)), cancel);
        var left = store.Leftovers(before);
        foreach (var name in left)
            if (await db.Attachments.AnyAsync(a => a.StoredAs == name, cancel)) store.Forget(name);
            else store.Delete(name);
        if (swept + left.Count > 0) log.LogInformation("Swept {Rows} unused files and {Left} leftovers", swept, left.Count);
    }

    private async Task<int> SweepAsync(ForumDb db, IQueryable<Attachment> old, CancellationToken cancel)
    {
        var (swept, last) = (0, 0L);
        while (true)
        {
            var rows = await old.Where(a => a.Id > last).OrderBy(a => a.Id).Select(a => new { a.Id, a.StoredAs, a.MemberId }).Take(Batch).ToListAsync(cancel);
            foreach (var row in rows)
            {
                last = row.Id;
                if (await WaitsInDraftAsync(db, row.MemberId, row.Id, cancel)) continue;
                store.MarkGone(row.StoredAs);
                // Asked once more: a post may have taken it meanwhile.
                if (await old.Where(a => a.Id == row.Id).ExecuteDeleteAsync(cancel) > 0) store.Delete(row.StoredAs);
                else store.Forget(row.StoredAs);
                swept++;
            }
            if (rows.Count < Batch) return swept;
        }
    }

    /// <summary>What a draft, a scheduled thread or a post in review names stays with it. The number alone is looked for: to keep one too many does no harm.</summary>
    private static Task<bool> WaitsInDraftAsync(ForumDb db, int? memberId, long id, CancellationToken cancel)
    {
        var number = id.ToString(CultureInfo.InvariantCulture);
        return WaitsAsync();

        async Task<bool> WaitsAsync() => await db.Drafts.AnyAsync(d => d.MemberId == memberId && (d.Fields.Contains(number) || d.Body.Contains(number)), cancel)
            || await db.PendingPosts.AnyAsync(p => p.AuthorId == memberId && (p.Fields.Contains(number) || p.Body.Contains(number)), cancel);
    }
}
