using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tags;

/// <summary>Gives a thread exactly these tags: the rows, the counters, and the names on the thread's own row.</summary>
public sealed class SetTags(ForumDb db)
{
    /// <summary>In the transaction that writes the thread; <paramref name="tags"/> come from <see cref="ResolveTags"/>.</summary>
    public async Task<Refusal?> RunAsync(long threadId, IReadOnlyList<Tag> tags, CancellationToken cancel)
    {
        var before = await db.ThreadTags.Where(t => t.ThreadId == threadId).Select(t => t.TagId).ToListAsync(cancel);
        int[] gone = [.. before.Except(tags.Select(t => t.Id)).Order()];
        int[] added = [.. tags.Select(t => t.Id).Except(before).Order()];
        if (gone.Length > 0)
        {
            await db.ThreadTags.Where(t => t.ThreadId == threadId && gone.Contains(t.TagId)).ExecuteDeleteAsync(cancel);
            await db.Tags.Where(t => gone.Contains(t.Id)).ExecuteUpdateAsync(t => t.SetProperty(x => x.Threads, x => x.Threads - 1), cancel);
        }
        if (added.Length > 0)
        {
            // Closed or merged since the names were looked up: the writer looks again.
            var counted = await db.Tags.Where(t => added.Contains(t.Id) && !t.IsClosed && t.MergedIntoId == null)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.Threads, x => x.Threads + 1), cancel);
            if (counted != added.Length) return Refusal.Invalid("Tags", "TagsChanged");
            db.ThreadTags.AddRange(added.Select(id => new ThreadTag { TagId = id, ThreadId = threadId }));
            await db.SaveChangesAsync(cancel);
        }
        var names = TagNames.Join(tags.Select(t => t.Name));
        await db.Threads.Where(t => t.Id == threadId && t.TagNames != names).ExecuteUpdateAsync(t => t.SetProperty(x => x.TagNames, names), cancel);
        return null;
    }
}
