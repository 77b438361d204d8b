using System.Globalization;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>
/// Turns an act back: what was before comes again, if nothing newer stands in its way. The undoing is an act like any other: it
/// needs the same right, leaves a record and a log line, and can be undone itself.
/// </summary>
public sealed class UndoAct(ForumDb db, ThreadDesk desk, OnThread on, MoveThread move, MergeThreads merge, SplitThread split, OnPost onPost)
{
    /// <summary>Something newer.</summary>
    internal static readonly Refusal InTheWay = new(RefusalKind.Conflict, "UndoInTheWay");

    /// <summary>The record as its page shows it, if the viewer may know of the thread.</summary>
    public async Task<Outcome<ThreadRecord>> FindAsync(Viewer who, long recordId, CancellationToken cancel)
    {
        var record = await db.ThreadRecords.SingleOrDefaultAsync(r => r.Id == recordId, cancel);
        if (record is null) return Refusal.NotFound;
        var found = await desk.FindAsync(who, record.ThreadId, cancel);
        return found.Refusal is { } missing ? missing : record;
    }

    /// <summary>Answers with the record of the undoing.</summary>
    public async Task<Outcome<ThreadRecord>> RunAsync(Viewer who, long recordId, ActNote note, CancellationToken cancel)
    {
        var record = await db.ThreadRecords.SingleOrDefaultAsync(r => r.Id == recordId, cancel);
        if (record is null) return Refusal.NotFound;
        return await on.RunAsync(who, record.ThreadId, note, async held => await UndoAsync(held, recordId, cancel) is { } refused ? (Outcome<ThreadRecord>)refused : held.Records[^1], cancel);
    }

    private async Task<Refusal?> UndoAsync(HeldThread held, long recordId, CancellationToken cancel)
    {
        var record = await db.ThreadRecords.SingleAsync(r => r.Id == recordId, cancel);
        if (record.State != RecordState.Standing) return InTheWay;
        if (await TurnBackAsync(held, record, cancel) is { } refused) return refused;
        await db.ThreadRecords.Where(r => r.Id == recordId)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RecordState.Undone).SetProperty(x => x.EndsAt, (DateTime?)null), cancel);
        return null;
    }

    private async Task<Refusal?> TurnBackAsync(HeldThread held, ThreadRecord record, CancellationToken cancel)
    {
        if (Mark.All.FirstOrDefault(m => m.Facet == record.Facet) is { } mark)
            return held.Thread.State != ContentState.Published || mark.Read(held.Thread) != record.After ? InTheWay
                : await SetMarks.RunAsync(held, mark, record.Before, null, record.Id, cancel);
        return record.Facet switch
        {
            Facet.Place => await UnplaceAsync(held, record, cancel),
            Facet.Board => await move.UndoAsync(held, record, cancel),
            Facet.State when record.After == "bin" => await RemoveThread.RestoreAsync(held, record.Id, cancel),
            Facet.State => await RemoveThread.RecycleAsync(held, record.Id, cancel),
            Facet.Merged => await merge.UndoAsync(held, record, cancel),
            Facet.Split => await split.UndoAsync(held, record, cancel),
            Facet.Copy => await UncopyAsync(held, record, cancel),
            _ => await onPost.UndoAsync(held, record, cancel),
        };
    }

    private static async Task<Refusal?> UnplaceAsync(HeldThread held, ThreadRecord record, CancellationToken cancel)
    {
        if (held.Check(ThreadAct.Bump) is { } refused) return refused;
        if (SetMarks.Moment(held.Thread.RaisedAt) != record.After) return InTheWay;
        return await SetMarks.RaiseAsync(held, SetMarks.Moment(record.Before), record.Act == "thread.bump" ? "thread.sink" : "thread.bump", record.Id, cancel);
    }

    /// <summary>The copy goes into the bin, unless somebody has answered there.</summary>
    private async Task<Refusal?> UncopyAsync(HeldThread held, ThreadRecord record, CancellationToken cancel)
    {
        if (record.After.Length == 0 || held.Check(ThreadAct.Copy) is not null) return held.Check(ThreadAct.Copy) ?? InTheWay;
        var copy = await on.HoldAsync(held.Who, long.Parse(record.After, CultureInfo.InvariantCulture), held.Note, cancel);
        if (copy.Refusal is not null || copy.Value.Thread.LastFloor > 1) return InTheWay;
        if (await RemoveThread.RecycleAsync(copy.Value, record.Id, cancel) is { } refused) return refused;
        await held.RecordAsync(new Done(Facet.Copy, "thread.copy", record.After, "") { Undoes = record.Id }, cancel);
        return null;
    }
}
