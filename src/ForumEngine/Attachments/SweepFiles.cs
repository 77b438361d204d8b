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
        for (var swept = 0; ;)
        {
            var rows = await old.OrderBy(a => a.Id).Select(a => new { a.Id, a.StoredAs }).Take(Batch).ToListAsync(cancel);
            foreach (var row in rows)
            {
                store.MarkGone(row.StoredAs);
                // Asked once more: a post may have taken it meanwhile.
                if (await old.Where(a => a.Id == row.Id).ExecuteDeleteAsync(cancel) > 0) store.Delete(row.StoredAs);
                else store.Forget(row.StoredAs);
                swept++;
            }
            if (rows.Count < Batch) return swept;
        }
    }
}
