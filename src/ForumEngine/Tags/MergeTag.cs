using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tags;

/// <summary>Puts a tag's threads under another tag; its name and its page lead there from now on, for writers and readers.</summary>
public sealed class MergeTag(ForumDb db, TagDesk desk, Outbox outbox)
{
    public async Task<Refusal?> RunAsync(Viewer who, int id, string? into, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, id, cancel);
        if (found.Refusal is { } refused) return refused;
        var folded = TagNames.Parse(into) is [var first, ..] ? TagNames.Fold(first) : "";
        var target = await db.Tags.SingleOrDefaultAsync(t => t.Folded == folded && t.MergedIntoId == null, cancel);
        if (target is null) return Refusal.Invalid("Into", "TagUnknown");
        if (target.Id == id) return Refusal.Invalid("Into", "TagIsItself");
        var done = await db.InTransactionAsync(async () =>
        {
            // Both rows are locked in one order, so that two merges can't go in a circle.
            int[] pair = [id, target.Id];
            var free = await db.Tags.Where(t => pair.Contains(t.Id) && t.MergedIntoId == null).ExecuteUpdateAsync(t => t.SetProperty(x => x.Threads, x => x.Threads), cancel);
            if (free != 2) return false;
            await db.Tags.Where(t => t.Id == id || t.MergedIntoId == id).ExecuteUpdateAsync(t => t.SetProperty(x => x.MergedIntoId, target.Id), cancel);
            await desk.FollowAsync(who, "tag.merge", id, new { from = found.Value.Name, to = target.Name }, cancel);
            return true;
        }, cancel);
        if (!done) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        outbox.Wake();
        return null;
    }
}
