using System.Text.Json;
using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>
/// Merges one thread into another: posts stand in the order of their times, the earlier first post comes first, floors are given
/// anew, counters are added. The merged thread's address leads to the other; permalinks, quotes, likes and files hang on post ids
/// and stay. The stricter reading level and hidden replies hold for both.
/// </summary>
public sealed class MergeThreads(ForumDb db, OnThread on, SettingsSource settings, BoardTrees trees, Outbox outbox, Viewers viewers)
{
    public async Task<Outcome<ThreadRecord>> RunAsync(Viewer who, long intoId, long fromId, ActNote note, CancellationToken cancel)
    {
        if (note.WhyNot(who) is { } wrong) return wrong;
        if (intoId == fromId) return Refusal.Invalid("Into", "MergeWithItself");
        HashSet<int> told = [];
        var done = await db.InTransactionAsync(async () =>
        {
            // In one order everywhere, so that two merges don't wait for each other.
            var first = await on.HoldAsync(who, Math.Min(intoId, fromId), note, cancel);
            if (first.Refusal is { } missing) return missing;
            var second = await on.HoldAsync(who, Math.Max(intoId, fromId), note, cancel);
            if (second.Refusal is { } gone) return gone;
            var (into, from) = intoId < fromId ? (first.Value, second.Value) : (second.Value, first.Value);
            var merged = await MergeAsync(into, from, cancel);
            told = [.. into.Told, .. from.Told];
            return merged;
        }, cancel);
        if (done.Refusal is not null) return done;
        outbox.Wake();
        foreach (var member in told) viewers.Forget(member);
        return done;
    }

    private async Task<Outcome<ThreadRecord>> MergeAsync(HeldThread into, HeldThread from, CancellationToken cancel)
    {
        if ((WhyNot(into) ?? WhyNot(from)) is { } refused) return refused;
        var (a, b) = (await PostsAsync(into.Thread.Id, cancel), await PostsAsync(from.Thread.Id, cancel));
        if (a.Count + b.Count > Floors.Most) return Refusal.Forbidden("TooManyPosts", Floors.Most);
        var (zone, ids) = ((await settings.CurrentAsync(cancel)).Zone(), new[] { into.Thread.Id, from.Thread.Id });
        var before = await Tally.OfAsync(db, ids, into.Who.Now, zone, cancel);

        var order = Interleave(a, b);
        await Floors.SetAsync(db, ids, [.. order.Select((p, i) => new FloorMove(p.Id, into.Thread.Id, i + 1))], cancel);
        var kept = Starter.Of(into.Thread);
        await ChangeThreadsAsync(into.Thread, from.Thread, cancel);
        var theirs = b.Select(p => p.Id).ToHashSet();
        int[] floors = [.. order.Select((p, i) => theirs.Contains(p.Id) ? i + 1 : 0).Where(f => f > 0)];
        var record = await into.RecordAsync(new Done(Facet.Merged, "thread.merge",
            JsonSerializer.Serialize(new MergedFrom(from.Thread.Id, from.Thread.Title, kept, floors)), Mark.Text(order.Count)), cancel);
        await from.TellAsync(new Done(Facet.Merged, "thread.merge", "", ""), cancel);
        await db.SaveChangesAsync(cancel);
        await Floors.SettleAsync(db, into.Thread.Id, cancel);
        await Floors.SettleAsync(db, from.Thread.Id, cancel);
        await before.WriteAsync(db, await Tally.OfAsync(db, ids, into.Who.Now, zone, cancel), into.Who.Now, cancel);
        await db.SaveChangesAsync(cancel);
        return record;
    }

    private static Refusal? WhyNot(HeldThread held)
    {
        if (held.Check(ThreadAct.Merge) is { } refused) return refused;
        if (held.Thread.State != ContentState.Published) return new Refusal(RefusalKind.Conflict, "ThreadInBin");
        return held.Thread.Kind != ThreadKind.Plain ? Refusal.Forbidden("NotSpecials") : null;
    }

    private async Task ChangeThreadsAsync(Thread into, Thread from, CancellationToken cancel)
    {
        var first = await db.Posts.SingleAsync(p => p.ThreadId == into.Id && p.Floor == 1, cancel);
        var starter = Starter.Of(first, into) with
        {
            ReadLevel = Math.Max(into.ReadLevel, from.ReadLevel),
            HidesReplies = into.HidesReplies || from.HidesReplies,
            Views = into.Views + from.Views,
        };
        starter.Onto(into);
        (from.State, from.RedirectToThreadId) = (ContentState.Moved, into.Id);
    }

    internal sealed record PostTime(long Id, DateTime At);

    private Task<List<PostTime>> PostsAsync(long threadId, CancellationToken cancel) =>
        db.Posts.Where(p => p.ThreadId == threadId).OrderBy(p => p.Floor).Select(p => new PostTime(p.Id, p.CreatedAt)).ToListAsync(cancel);

    /// <summary>By time, each thread's own order unbroken, one of the two first posts first.</summary>
    internal static List<PostTime> Interleave(List<PostTime> a, List<PostTime> b)
    {
        var merged = new List<PostTime>(a.Count + b.Count);
        var (i, j) = (0, 0);
        while (i < a.Count && j < b.Count) merged.Add(a[i].At <= b[j].At ? a[i++] : b[j++]);
        merged.AddRange(a[i..]);
        merged.AddRange(b[j..]);
        return merged;
    }

    /// <summary>What undoing needs: <paramref name="Floors"/> are those that the other thread's posts got, in their order.</summary>
    internal sealed record MergedFrom(long ThreadId, string Title, Starter Kept, int[] Floors);

    /// <summary>Takes the posts apart again, as long as nobody has written since.</summary>
    internal async Task<Refusal?> UndoAsync(HeldThread held, ThreadRecord record, CancellationToken cancel)
    {
        if (WhyNot(held) is { } refused) return refused;
        if (record.After.Length == 0 || JsonSerializer.Deserialize<MergedFrom>(record.Before) is not { } was || Mark.Text(held.Thread.LastFloor) != record.After) return UndoAct.InTheWay;
        await db.Threads.Where(t => t.Id == was.ThreadId).ExecuteUpdateAsync(t => t.SetProperty(x => x.LastFloor, x => x.LastFloor), cancel);
        var other = await db.Threads.AsTracking().SingleOrDefaultAsync(t => t.Id == was.ThreadId && t.RedirectToThreadId == held.Thread.Id && t.State == ContentState.Moved, cancel);
        if (other is null || (await trees.CurrentAsync(cancel)).Find(other.BoardId) is not { } board) return UndoAct.InTheWay;
        if (!held.Who.May(StaffRight.Merge, board)) return Refusal.Forbidden("NeedsStaffRight");

        var (zone, ids) = ((await settings.CurrentAsync(cancel)).Zone(), new[] { held.Thread.Id, other.Id });
        var before = await Tally.OfAsync(db, ids, held.Who.Now, zone, cancel);
        await Floors.ApartAsync(db, held.Thread.Id, other.Id, was.Floors, cancel);
        // What was counted as views since stays with the thread that was read.
        (was.Kept with { Views = Math.Max(held.Thread.Views - other.Views, was.Kept.Views) }).Onto(held.Thread);
        (other.State, other.RedirectToThreadId) = (ContentState.Published, null);
        await held.RecordAsync(new Done(Facet.Merged, "thread.split", record.Before, "") { Undoes = record.Id }, cancel);
        await db.SaveChangesAsync(cancel);
        await Floors.SettleAsync(db, held.Thread.Id, cancel);
        await Floors.SettleAsync(db, other.Id, cancel);
        await before.WriteAsync(db, await Tally.OfAsync(db, ids, held.Who.Now, zone, cancel), held.Who.Now, cancel);
        return null;
    }
}
