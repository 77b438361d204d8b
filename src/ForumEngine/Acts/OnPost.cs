using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.RecycleBin;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>What may be done to a post besides writing (features.md B3).</summary>
public enum PostAct
{
    Delete, Restore, Block, Unblock, Pin, Unpin,
}

/// <summary>Acts on one post, with its thread's row locked, since floors and threads of posts change.</summary>
public sealed class OnPost(ForumDb db, OnThread on, Ranks ranks, SettingsSource settings)
{
    /// <summary>Answers with the record; the first floor's deletion and restoration are the thread's.</summary>
    public async Task<Outcome<ThreadRecord>> RunAsync(Viewer who, long postId, PostAct act, ActNote note, CancellationToken cancel)
    {
        var threadId = await db.Posts.Where(p => p.Id == postId).Select(p => (long?)p.ThreadId).SingleOrDefaultAsync(cancel);
        if (threadId is null) return Refusal.NotFound;
        return await on.RunAsync(who, threadId.Value, note, async held =>
            await ActAsync(held, postId, act, null, cancel) is { } refused ? (Outcome<ThreadRecord>)refused : held.Records[^1], cancel);
    }

    /// <summary>As part of another act on its thread; the first floor's deletion is the thread's.</summary>
    internal Task<Refusal?> DeleteAsync(HeldThread held, long postId, CancellationToken cancel) => ActAsync(held, postId, PostAct.Delete, null, cancel);

    internal Task<Refusal?> UndoAsync(HeldThread held, ThreadRecord record, CancellationToken cancel) =>
        ActAsync(held, record.PostId!.Value, record.Act switch
        {
            "post.delete" => PostAct.Restore,
            "post.restore" => PostAct.Delete,
            "post.block" => PostAct.Unblock,
            "post.unblock" => PostAct.Block,
            "post.pin" => PostAct.Unpin,
            _ => PostAct.Pin,
        }, record.Id, cancel);

    private async Task<Refusal?> ActAsync(HeldThread held, long postId, PostAct act, long? undoes, CancellationToken cancel)
    {
        var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == postId && p.ThreadId == held.Thread.Id, cancel);
        // Split off or merged between the question and the lock.
        if (post is null) return new Refusal(RefusalKind.Conflict, "ChangedMeanwhile");
        if (post.State == ContentState.Purged) return Refusal.NotFound;
        if (post.State != ContentState.Published && !ThreadStaffRules.SeesDeleted(held.Who, held.Board)) return Refusal.NotFound;
        if (post.Floor == 1 && act == PostAct.Delete) return await RemoveThread.RecycleAsync(held, undoes, cancel);
        if (post.Floor == 1 && act == PostAct.Restore) return await RemoveThread.RestoreAsync(held, undoes, cancel);
        if (PostActRules.WhyNot(held.Who, held.Board, held.Thread, post, await ranks.OfAsync(post.AuthorId, cancel), act) is { } refused) return refused;
        if (!await ChangeAsync(held, post, act, cancel)) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        if (act == PostAct.Pin && await TooManyPinnedAsync(held, cancel) is { } many) return many;
        var (facet, verb, before, after) = Words(act);
        await held.RecordAsync(new Done(facet, $"post.{verb}", before, after)
        {
            PostId = post.Id,
            AuthorId = post.AuthorId,
            IsAnonymous = post.IsAnonymous,
            Undoes = undoes,
        }, cancel);
        return null;
    }

    /// <summary>False: it was so already.</summary>
    private async Task<bool> ChangeAsync(HeldThread held, Post post, PostAct act, CancellationToken cancel)
    {
        var row = db.Posts.Where(p => p.ThreadId == post.ThreadId && p.Floor == post.Floor && p.Id == post.Id);
        switch (act)
        {
            case PostAct.Delete:
                return await PostRemoval.RecycleAsync(db, post, Discard.By(held.Who, held.Note.Reason), cancel);
            case PostAct.Restore:
                return await PostRemoval.RestoreAsync(db, post, held.Who.Now, cancel);
            case PostAct.Block:
                held.Thread.HasBlocked = true;
                return await row.Where(p => !p.IsBlocked).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsBlocked, true), cancel) == 1;
            case PostAct.Unblock:
                return await row.Where(p => p.IsBlocked).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsBlocked, false), cancel) == 1;
            case PostAct.Pin:
                held.Thread.HasPinned = true;
                return await row.Where(p => p.PinnedAt == null && p.State == ContentState.Published)
                    .ExecuteUpdateAsync(p => p.SetProperty(x => x.PinnedAt, held.Who.Now), cancel) == 1;
            default:
                return await row.Where(p => p.PinnedAt != null).ExecuteUpdateAsync(p => p.SetProperty(x => x.PinnedAt, (DateTime?)null), cancel) == 1;
        }
    }

    private async Task<Refusal?> TooManyPinnedAsync(HeldThread held, CancellationToken cancel)
    {
        var most = (await settings.CurrentAsync(cancel)).Acts.PinnedReplies;
        return await db.Posts.CountAsync(p => p.ThreadId == held.Thread.Id && p.PinnedAt != null, cancel) > most
            ? Refusal.Forbidden("TooManyPinned", most) : null;
    }

    private static (Facet Facet, string Verb, string Before, string After) Words(PostAct act) => act switch
    {
        PostAct.Delete => (Facet.PostState, "delete", "", "bin"),
        PostAct.Restore => (Facet.PostState, "restore", "bin", ""),
        PostAct.Block => (Facet.Blocked, "block", "0", "1"),
        PostAct.Unblock => (Facet.Blocked, "unblock", "1", "0"),
        PostAct.Pin => (Facet.Pinned, "pin", "0", "1"),
        _ => (Facet.Pinned, "unpin", "1", "0"),
    };
}
