using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.RecycleBin;

/// <summary>One thing in the bin, before it is purged.</summary>
public sealed record FoundItem(long Id, long ThreadId, long? PostId, string Title, int Floor, BoardNode Board);

/// <summary>Finds it for those who may purge it.</summary>
public sealed class FindBinItem(ForumDb db, ThreadDesk desk)
{
    public async Task<Outcome<FoundItem>> RunAsync(Viewer who, long itemId, CancellationToken cancel)
    {
        var item = await db.BinItems.SingleOrDefaultAsync(i => i.Id == itemId, cancel);
        if (item is null) return Refusal.NotFound;
        var post = item.PostId is { } id ? await db.Posts.SingleOrDefaultAsync(p => p.Id == id, cancel) : null;
        var found = await desk.FindAsync(who, post?.ThreadId ?? item.ThreadId, cancel);
        if (found.Refusal is { } missing) return missing;
        if (!ThreadStaffRules.SeesDeleted(who, found.Value.Board)) return Refusal.NotFound;
        var (author, rank) = (found.Value.Thread.AuthorId, found.Value.AuthorRank);
        if (ThreadStaffRules.Check(who, ThreadAct.Purge, found.Value.Board, author, rank) is { } refused) return refused;
        return new FoundItem(itemId, found.Value.Thread.Id, item.PostId, found.Value.Thread.Title, post?.Floor ?? 1, found.Value.Board);
    }
}
