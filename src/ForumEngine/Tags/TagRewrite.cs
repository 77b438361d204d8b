using System.Text.Json;
using ForumEngine.Jobs;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tags;

/// <summary>
/// A tag was renamed, closed, opened or merged: the threads after <paramref name="After"/> that carry it follow.
/// </summary>
public sealed record TagRewrite(int TagId, long After)
{
    public const string Kind = "tag.rewrite";
}

/// <summary>
/// Rewrites threads after a change of a tag, so many at a time; each batch leaves a message for the next one, in the transaction
/// that removes its own: exactly once, however many threads there are.
/// </summary>
public sealed class RewriteTags(TimeProvider clock) : IOutboxHandler
{
    public const int Batch = 200;

    public string Kind => TagRewrite.Kind;
    public bool InTransaction => true;

    public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        foreach (var payload in payloads) await RewriteAsync(db, JsonSerializer.Deserialize<TagRewrite>(payload)!, cancel);
    }

    private async Task RewriteAsync(ForumDb db, TagRewrite order, CancellationToken cancel)
    {
        var threads = await db.ThreadTags.Where(t => t.TagId == order.TagId && t.ThreadId > order.After)
            .OrderBy(t => t.ThreadId).Take(Batch).Select(t => t.ThreadId).ToListAsync(cancel);
        if (threads.Count == 0) return;
        // As it is now: what it was merged into may have been merged since.
        var merged = await db.Tags.Where(t => t.Id == order.TagId).Select(t => t.MergedIntoId).SingleAsync(cancel);
        if (merged is { } into) await MoveAsync(db, order.TagId, into, threads, cancel);
        await NameAsync(db, threads, cancel);
        if (threads.Count == Batch) Outbox.Add(db, Kind, order with { After = threads[^1] }, clock.Now());
    }

    private static async Task MoveAsync(ForumDb db, int from, int into, List<long> threads, CancellationToken cancel)
    {
        var have = await db.ThreadTags.Where(t => t.TagId == into && threads.Contains(t.ThreadId)).Select(t => t.ThreadId).ToListAsync(cancel);
        var removed = await db.ThreadTags.Where(t => t.TagId == from && threads.Contains(t.ThreadId)).ExecuteDeleteAsync(cancel);
        var added = threads.Except(have).ToList();
        db.ThreadTags.AddRange(added.Select(id => new ThreadTag { TagId = into, ThreadId = id }));
        await db.SaveChangesAsync(cancel);
        await db.Tags.Where(t => t.Id == from).ExecuteUpdateAsync(t => t.SetProperty(x => x.Threads, x => x.Threads - removed), cancel);
        await db.Tags.Where(t => t.Id == into).ExecuteUpdateAsync(t => t.SetProperty(x => x.Threads, x => x.Threads + added.Count), cancel);
    }

    /// <summary>Closed tags keep their threads but aren't shown on them.</summary>
    private static async Task NameAsync(ForumDb db, List<long> threads, CancellationToken cancel)
    {
        var names = (await (
            from x in db.ThreadTags
            join t in db.Tags on x.TagId equals t.Id
            where threads.Contains(x.ThreadId) && !t.IsClosed
            orderby x.TagId
            select new { x.ThreadId, t.Name }).ToListAsync(cancel)).ToLookup(x => x.ThreadId, x => x.Name);
        foreach (var id in threads)
        {
            var joined = TagNames.Join(names[id]);
            while (joined.Length > Tag.NamesLength) joined = joined[..joined.LastIndexOf(',')];
            await db.Threads.Where(t => t.Id == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.TagNames, joined), cancel);
        }
    }
}
