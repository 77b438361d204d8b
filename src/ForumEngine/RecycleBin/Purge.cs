using ForumEngine.Acts;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Staff;
using ForumEngine.Storage;
using ForumEngine.Tags;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.RecycleBin;

/// <summary>
/// Takes what lies in the bin away for good. Numbers and floors stay, so that no address is ever given to something else: of a post
/// remain its id, thread, floor and time, of a thread its id, board and times. Text, versions, author, address, likes, votes and tags
/// go at once; files lose their post and are swept within a day.
/// </summary>
public sealed class Purge(ForumDb db, OnThread on, SetTags tags)
{
    /// <summary>What has to be typed to confirm it.</summary>
    public static string Word(long itemId) => itemId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async Task<Refusal?> RunAsync(Viewer who, long itemId, ActNote note, CancellationToken cancel)
    {
        if (note.WhyNot(who) is { } wrong) return wrong;
        var item = await db.BinItems.SingleOrDefaultAsync(i => i.Id == itemId, cancel);
        if (item is null) return Refusal.NotFound;
        // A reply's thread may have been merged since.
        var threadId = item.PostId is null ? item.ThreadId
            : await db.Posts.Where(p => p.Id == item.PostId).Select(p => p.ThreadId).SingleAsync(cancel);
        return await db.InTransactionAsync(async () =>
        {
            var held = await on.HoldAsync(who, threadId, note, cancel);
            if (held.Refusal is { } missing) return missing;
            return await PurgeAsync(held.Value, item, cancel);
        }, cancel);
    }

    private async Task<Refusal?> PurgeAsync(HeldThread held, BinItem item, CancellationToken cancel)
    {
        if (held.Check(ThreadAct.Purge) is { } refused) return refused;
        if (await db.BinItems.Where(i => i.Id == item.Id).ExecuteDeleteAsync(cancel) == 0) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        var posts = db.Posts.Where(p => p.ThreadId == held.Thread.Id);
        if (item.PostId is { } postId)
        {
            var one = posts.Where(p => p.Id == postId && p.State == ContentState.Recycled);
            if (!await one.AnyAsync(cancel)) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
            await EmptyAsync(one, [postId], cancel);
        }
        else
        {
            if (held.Thread.State != ContentState.Recycled) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
            await EmptyThreadAsync(held.Thread, posts, cancel);
        }
        db.Log(held.Who, item.PostId is null ? "thread.purge" : "post.purge", held.Note.Reason, held.Board.Id, held.Thread.Id, item.PostId);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task EmptyThreadAsync(Thread thread, IQueryable<Post> posts, CancellationToken cancel)
    {
        var ids = await posts.Select(p => p.Id).ToListAsync(cancel);
        foreach (var chunk in ids.Chunk(500)) await EmptyAsync(posts.Where(p => chunk.Contains(p.Id)), chunk, cancel);
        await tags.RunAsync(thread.Id, [], cancel);
        await db.PollVotes.Where(v => db.PollOptions.Any(o => o.Id == v.OptionId && o.ThreadId == thread.Id)).ExecuteDeleteAsync(cancel);
        await db.PollBallots.Where(b => b.ThreadId == thread.Id).ExecuteDeleteAsync(cancel);
        await db.PollOptions.Where(o => o.ThreadId == thread.Id).ExecuteDeleteAsync(cancel);
        await db.Polls.Where(p => p.ThreadId == thread.Id).ExecuteDeleteAsync(cancel);
        await db.BinItems.Where(i => i.ThreadId == thread.Id).ExecuteDeleteAsync(cancel);
        await db.ThreadRecords.Where(r => r.ThreadId == thread.Id).ExecuteDeleteAsync(cancel);
        await db.Threads.Where(t => t.Id == thread.Id).ExecuteUpdateAsync(t => t
            .SetProperty(x => x.State, ContentState.Purged).SetProperty(x => x.Title, "").SetProperty(x => x.AuthorId, (int?)null).SetProperty(x => x.AuthorName, "")
            .SetProperty(x => x.LastAuthorId, (int?)null).SetProperty(x => x.LastAuthorName, "").SetProperty(x => x.Replies, 0)
            .SetProperty(x => x.Kind, ThreadKind.Plain).SetProperty(x => x.HasRecords, false), cancel);
    }

    /// <summary>What remains is id, thread, floor and time.</summary>
    private async Task EmptyAsync(IQueryable<Post> posts, long[] ids, CancellationToken cancel)
    {
        await db.Attachments.Where(a => a.PostId != null && ids.Contains(a.PostId.Value)).ExecuteUpdateAsync(a => a
            .SetProperty(x => x.PostId, (long?)null).SetProperty(x => x.MemberId, (int?)null), cancel);
        await db.PostVersions.Where(v => ids.Contains(v.PostId)).ExecuteDeleteAsync(cancel);
        await db.Likes.Where(l => ids.Contains(l.PostId)).ExecuteDeleteAsync(cancel);
        await posts.ExecuteUpdateAsync(p => p
            .SetProperty(x => x.State, ContentState.Purged).SetProperty(x => x.Body, "").SetProperty(x => x.Html, "").SetProperty(x => x.HiddenHtml, (string?)null)
            .SetProperty(x => x.AuthorId, (int?)null).SetProperty(x => x.AuthorName, "").SetProperty(x => x.Address, (byte[]?)null).SetProperty(x => x.Port, 0)
            .SetProperty(x => x.EditedAt, (DateTime?)null).SetProperty(x => x.EditedBy, (string?)null).SetProperty(x => x.EditReason, (string?)null)
            .SetProperty(x => x.SubmissionId, (Guid?)null).SetProperty(x => x.Likes, 0).SetProperty(x => x.Files, 0).SetProperty(x => x.PinnedAt, (DateTime?)null), cancel);
    }
}
