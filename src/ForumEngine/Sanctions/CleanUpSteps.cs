using System.Text.Json;
using ForumEngine.Jobs;
using ForumEngine.Posts;
using ForumEngine.RecycleBin;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>
/// Works a clean-up off, forth or back, a hundred posts a step and a transaction, so that nobody waits for thousands of them.
/// A crash between two steps loses nothing: the next one is a message of the outbox.
/// </summary>
internal sealed class CleanUpSteps(Outbox outbox, TimeProvider clock) : IOutboxHandler
{
    internal const int PostsPerStep = 100;
    private const string Name = "cleanup.step";

    public string Kind => Name;
    public bool InTransaction => true;

    public static void Ask(ForumDb db, int cleanUpId, DateTime now) => Outbox.Add(db, Name, cleanUpId, now);

    public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        foreach (var id in payloads.Select(p => JsonSerializer.Deserialize<int>(p)).Distinct().Order()) await StepAsync(db, id, cancel);
    }

    private async Task StepAsync(ForumDb db, int id, CancellationToken cancel)
    {
        var row = db.CleanUps.Where(c => c.Id == id);
        // Locks it: who takes it back meanwhile waits for this step.
        if (await row.ExecuteUpdateAsync(c => c.SetProperty(x => x.State, x => x.State), cancel) == 0) return;
        var clean = await row.SingleAsync(cancel);
        var back = clean.State == CleanUpState.Undoing;
        if (!back && clean.State != CleanUpState.Running) return;
        var from = back ? CleanUpItemState.Taken : CleanUpItemState.Waiting;
        var items = await db.CleanUpItems.Where(i => i.CleanUpId == id && i.State == from).OrderBy(i => i.PostId).Take(PostsPerStep).ToListAsync(cancel);
        var posts = await PostsAsync(db, items, cancel);
        var kept = back ? await DeletedSinceAsync(db, clean, items, cancel) : [];
        foreach (var item in items) await TurnAsync(db, clean, item, posts.GetValueOrDefault(item.PostId), back && !kept.Contains(item.PostId), back, cancel);
        if (items.Count == PostsPerStep)
        {
            Ask(db, id, clock.Now());
            outbox.Wake();
        }
        else await row.ExecuteUpdateAsync(c => c.SetProperty(x => x.State, back ? CleanUpState.Undone : CleanUpState.Done), cancel);
    }

    private async Task TurnAsync(ForumDb db, CleanUp clean, CleanUpItem item, Post? post, bool mayRestore, bool back, CancellationToken cancel)
    {
        var now = clock.Now();
        var by = new Discard(now, clean.ActorId, clean.ActorName, clean.Reason);
        var turned = post is not null && (back, post.Floor) switch
        {
            (true, 1) => mayRestore && await ThreadRemoval.RestoreAsync(db, post.ThreadId, now, cancel),
            (true, _) => mayRestore && await PostRemoval.RestoreAsync(db, post, now, cancel),
            (false, 1) => await ThreadRemoval.RecycleAsync(db, post.ThreadId, by, cancel),
            (false, _) => await PostRemoval.RecycleAsync(db, post, by, cancel),
        };
        var state = !turned ? CleanUpItemState.Skipped : back ? CleanUpItemState.Restored : CleanUpItemState.Taken;
        await db.CleanUpItems.Where(i => i.CleanUpId == clean.Id && i.PostId == item.PostId).ExecuteUpdateAsync(i => i.SetProperty(x => x.State, state), cancel);
        if (!turned) return;
        var (add, thread) = (back ? -1 : 1, post!.Floor == 1 ? 1 : 0);
        await db.CleanUps.Where(c => c.Id == clean.Id).ExecuteUpdateAsync(c => c
            .SetProperty(x => x.Threads, x => x.Threads + add * thread).SetProperty(x => x.Posts, x => x.Posts + add * (1 - thread)), cancel);
    }

    /// <summary>As they are now: moved, merged and split ones have another thread or floor than when they were found.</summary>
    private static async Task<Dictionary<long, Post>> PostsAsync(ForumDb db, List<CleanUpItem> items, CancellationToken cancel)
    {
        var ids = items.ConvertAll(i => i.PostId);
        return await db.Posts.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
    }

    /// <summary>What somebody restored and somebody deleted again since is theirs, and stays in the bin.</summary>
    private static async Task<HashSet<long>> DeletedSinceAsync(ForumDb db, CleanUp clean, List<CleanUpItem> items, CancellationToken cancel)
    {
        var posts = items.Select(i => (long?)i.PostId).ToList();
        var whole = items.Where(i => i.Floor == 1).Select(i => i.ThreadId).ToList();
        // Authors leave no line in the log; the bin knows who threw what away last.
        var others = await db.BinItems.Where(i => ((i.PostId == null && whole.Contains(i.ThreadId)) || posts.Contains(i.PostId)) && (i.ById != clean.ActorId || i.Reason != clean.Reason))
            .Select(i => new { ThreadId = (long?)i.ThreadId, i.PostId }).ToListAsync(cancel);
        var threads = items.Select(i => (long?)i.ThreadId).Distinct().ToList();
        var acts = await db.StaffActs.Where(a => a.At > clean.At && threads.Contains(a.ThreadId) && (a.Act == "thread.delete" || a.Act == "post.delete"))
            .Select(a => new { a.ThreadId, a.PostId }).ToListAsync(cancel);
        acts.AddRange(others);
        return [.. items.Where(i => acts.Exists(a => i.Floor == 1 ? a.PostId == null && a.ThreadId == i.ThreadId : a.PostId == i.PostId)).Select(i => i.PostId)];
    }
}
