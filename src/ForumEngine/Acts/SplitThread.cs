using System.Globalization;
using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>Takes chosen floors out of a thread into a new one in the same board, begun by the author of the first of them.</summary>
public sealed class SplitThread(ForumDb db, OnThread on, SettingsSource settings)
{
    /// <summary>Answers with the new thread's id and the record. <paramref name="floors"/>: as people see them.</summary>
    public async Task<Outcome<(long Thread, ThreadRecord Record)>> RunAsync(Viewer who, long threadId, IReadOnlyCollection<int> floors, string? title, ActNote note, CancellationToken cancel)
    {
        var name = PostText.CleanTitle(title);
        if (PostRules.WhyNotTitle(name) is { } untitled) return untitled;
        if (floors.Count == 0) return Refusal.Invalid("Floors", "NoFloorChosen");
        if (floors.Contains(1)) return Refusal.Invalid("Floors", "FirstFloorStays");
        return await on.RunAsync(who, threadId, note, held => SplitAsync(held, [.. floors.Distinct()], name, cancel), cancel);
    }

    private async Task<Outcome<(long, ThreadRecord)>> SplitAsync(HeldThread held, int[] floors, string title, CancellationToken cancel)
    {
        if (held.Check(ThreadAct.Split) is { } refused) return refused;
        if (held.Thread.State != ContentState.Published) return new Refusal(RefusalKind.Conflict, "ThreadInBin");
        if (held.Thread.LastFloor > Floors.Most) return Refusal.Forbidden("TooManyPosts", Floors.Most);
        var there = await db.Posts.CountAsync(p => p.ThreadId == held.Thread.Id && floors.Contains(p.Floor), cancel);
        if (there != floors.Length) return Refusal.Invalid("Floors", "NoSuchFloor");
        var first = await db.Posts.Where(p => p.ThreadId == held.Thread.Id && floors.Contains(p.Floor)).OrderBy(p => p.Floor).FirstAsync(cancel);
        if (first.State != ContentState.Published) return Refusal.Invalid("Floors", "FirstFloorDeleted", first.Floor);

        var zone = (await settings.CurrentAsync(cancel)).Zone();
        var thread = NewThread(held.Thread, first, title);
        var before = await Tally.OfAsync(db, [held.Thread.Id], held.Who.Now, zone, cancel);
        db.Threads.Add(thread);
        await db.SaveChangesAsync(cancel);
        await Floors.ApartAsync(db, held.Thread.Id, thread.Id, floors, cancel);
        var record = await held.RecordAsync(new Done(Facet.Split, "thread.split",
            JsonSerializer.Serialize(new SplitOff(thread.Id, title, held.Thread.LastFloor, floors.Length, [.. floors.Order()])), ""), cancel);
        await db.SaveChangesAsync(cancel);
        await SettleAsync(held, thread.Id, before, zone, cancel);
        return (thread.Id, record);
    }

    private async Task SettleAsync(HeldThread held, long otherId, Tally before, TimeZoneInfo zone, CancellationToken cancel)
    {
        await Floors.SettleAsync(db, held.Thread.Id, cancel);
        await Floors.SettleAsync(db, otherId, cancel);
        await before.WriteAsync(db, await Tally.OfAsync(db, [held.Thread.Id, otherId], held.Who.Now, zone, cancel), held.Who.Now, cancel);
    }

    private static Thread NewThread(Thread thread, Post first, string title) => new()
    {
        BoardId = thread.BoardId,
        TypeId = thread.TypeId,
        Title = title,
        AuthorId = first.AuthorId,
        AuthorName = first.AuthorName,
        IsAnonymous = first.IsAnonymous,
        CreatedAt = first.CreatedAt,
        LastPostAt = first.CreatedAt,
        LastAuthorName = "",
        ReadLevel = thread.ReadLevel,
        HidesReplies = thread.HidesReplies,
        HasRecords = true,
    };

    internal sealed record SplitOff(long ThreadId, string Title, int LastFloor, int Count, int[] Floors);

    /// <summary>The floors go back to where they were, if neither thread has new posts; the new thread's address leads to the old one.</summary>
    internal async Task<Refusal?> UndoAsync(HeldThread held, ThreadRecord record, CancellationToken cancel)
    {
        if (held.Check(ThreadAct.Split) is { } refused) return refused;
        if (record.Before.Length == 0 || JsonSerializer.Deserialize<SplitOff>(record.Before) is not { } was) return UndoAct.InTheWay;
        if (held.Thread.State != ContentState.Published || held.Thread.LastFloor != was.LastFloor - was.Count) return UndoAct.InTheWay;
        var other = await on.HoldAsync(held.Who, was.ThreadId, held.Note, cancel);
        if (other.Refusal is not null || other.Value.Thread is not { State: ContentState.Published } thread || thread.LastFloor != was.Count) return UndoAct.InTheWay;
        if (other.Value.Check(ThreadAct.Split) is { } notThere) return notThere;

        var zone = (await settings.CurrentAsync(cancel)).Zone();
        long[] ids = [held.Thread.Id, thread.Id];
        var before = await Tally.OfAsync(db, ids, held.Who.Now, zone, cancel);
        await Floors.SetAsync(db, ids, await BackAsync(held.Thread.Id, thread.Id, was, cancel), cancel);
        (thread.State, thread.RedirectToThreadId) = (ContentState.Moved, held.Thread.Id);
        await held.RecordAsync(new Done(Facet.Split, "thread.merge", "", thread.Id.ToString(CultureInfo.InvariantCulture)) { Undoes = record.Id }, cancel);
        await db.SaveChangesAsync(cancel);
        await SettleAsync(held, thread.Id, before, zone, cancel);
        return null;
    }

    private async Task<List<FloorMove>> BackAsync(long threadId, long otherId, SplitOff was, CancellationToken cancel)
    {
        var stayed = await db.Posts.Where(p => p.ThreadId == threadId).OrderBy(p => p.Floor).Select(p => p.Id).ToListAsync(cancel);
        var went = await db.Posts.Where(p => p.ThreadId == otherId).OrderBy(p => p.Floor).Select(p => p.Id).ToListAsync(cancel);
        var free = Enumerable.Range(1, was.LastFloor).Except(was.Floors);
        return [.. stayed.Zip(free, (id, floor) => new FloorMove(id, threadId, floor)), .. went.Zip(was.Floors, (id, floor) => new FloorMove(id, threadId, floor))];
    }
}
