using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Acts;

/// <summary>
/// Turns back what has had its time: a sticky, a highlight, a closed thread, the redirect of a move; bumps again what is to be bumped then. To half a minute; each in a
/// transaction of its own, so a second run finds nothing.
/// </summary>
public sealed class EndActs(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EndActs> log) : IJob
{
    /// <summary>Its name in the staff log; the record has none.</summary>
    public const string Name = "timer";

    private const int Batch = 100;

    public TimeSpan Every => TimeSpan.FromSeconds(20);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
        var on = scope.ServiceProvider.GetRequiredService<OnThread>();
        var now = clock.Now();
        var due = await db.ThreadRecords.Where(r => r.EndsAt <= now).OrderBy(r => r.EndsAt).Take(Batch).ToListAsync(cancel);
        foreach (var record in due)
        {
            var done = await on.RunAsync(Viewers.ForSystem(Name, now), record.ThreadId, ActNote.Silent, held => EndAsync(held, record.Id, cancel), cancel);
            if (done.Refusal is not { } refusal) continue;
            // The thread is gone, or it was turned back already; its time is over either way.
            log.LogDebug("Act {Act} on thread {Thread} had nothing to end: {Code}", record.Act, record.ThreadId, refusal.Code);
            await db.ThreadRecords.Where(r => r.Id == record.Id && r.EndsAt <= now)
                .ExecuteUpdateAsync(r => r.SetProperty(x => x.EndsAt, (DateTime?)null).SetProperty(x => x.State, RecordState.Ended), cancel);
        }
    }

    private static async Task<Outcome<bool>> EndAsync(HeldThread held, long recordId, CancellationToken cancel)
    {
        var db = held.Db;
        var ended = await db.ThreadRecords.Where(r => r.Id == recordId && r.State == RecordState.Standing && r.EndsAt <= held.Who.Now)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.EndsAt, (DateTime?)null).SetProperty(x => x.State, RecordState.Ended), cancel);
        if (ended == 0) return false;
        var record = await db.ThreadRecords.SingleAsync(r => r.Id == recordId, cancel);
        if (record.Facet == Facet.Board)
        {
            var left = MoveThread.FromOf(record);
            var stub = await db.Threads.Where(t => t.RedirectToThreadId == held.Thread.Id && t.State == ContentState.Published && t.BoardId == left)
                .ExecuteDeleteAsync(cancel);
            if (stub > 0) await held.RecordAsync(new Done(Facet.Stub, "thread.unstub", record.Before, "") { Undoes = recordId }, cancel);
            return true;
        }
        // Raised once more; whoever sank it since has taken the end away.
        if (record.Facet == Facet.Place) return await SetMarks.PlaceAsync(held, ThreadPlace.Bump, null, cancel) is { } unraised ? unraised : true;
        var mark = Mark.All.Single(m => m.Facet == record.Facet);
        if (mark.Read(held.Thread) != record.After) return true;
        return await SetMarks.RunAsync(held, mark, record.Before, null, recordId, cancel) is { } refused ? refused : true;
    }
}
