using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>A record as its reader may see it: the reason is empty where it isn't public.</summary>
public sealed record RecordLine(long Id, string Act, string After, DateTime At, int? ActorId, string ActorName, string Reason, DateTime? EndsAt, RecordState State, int? Floor, bool CanUndo);

/// <summary>主题操作记录: what was done to a thread, newest first.</summary>
public sealed record RecordList(long ThreadId, string Title, BoardNode Board, IReadOnlyList<RecordLine> Lines, long? Next);

/// <summary>Reads the records of a thread for whoever may read the thread; what was done to single posts is for staff.</summary>
public sealed class RecordsQuery(ForumDb db, BoardTrees trees, SettingsSource settings)
{
    private const int PageSize = 30;

    public async Task<Outcome<RecordList>> RunAsync(Viewer who, long threadId, long? before, CancellationToken cancel)
    {
        var thread = await db.Threads.SingleOrDefaultAsync(t => t.Id == threadId && t.RedirectToThreadId == null, cancel);
        if (thread is null) return Refusal.NotFound;
        var board = (await trees.CurrentAsync(cancel)).Find(thread.BoardId);
        if (ThreadRules.WhyNotRead(who, board, Posts.FindPost.Facts(thread)) is { } refused) return refused;
        var staff = who.IsStaff(board!);
        var records = db.ThreadRecords.Where(r => r.ThreadId == threadId && (before == null || r.Id < before));
        if (!staff) records = records.Where(r => r.PostId == null);
        var rows = await records.OrderByDescending(r => r.Id).Take(PageSize + 1)
            .Select(r => new { Record = r, Floor = db.Posts.Where(p => p.Id == r.PostId).Select(p => (int?)p.Floor).FirstOrDefault() }).ToListAsync(cancel);
        var shows = staff || (await settings.CurrentAsync(cancel)).Acts.ReasonsArePublic;
        return new RecordList(threadId, thread.Title, board!,
            [.. rows.Take(PageSize).Select(r => LineOf(r.Record, r.Floor, shows, staff))], rows.Count > PageSize ? rows[PageSize - 1].Record.Id : null);
    }

    /// <summary>The newest that everybody may see; for the line under the first post.</summary>
    public async Task<RecordLine?> LastAsync(long threadId, CancellationToken cancel) =>
        await db.ThreadRecords.Where(r => r.ThreadId == threadId && r.PostId == null).OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel) is { } record
            ? LineOf(record, null, (await settings.CurrentAsync(cancel)).Acts.ReasonsArePublic, false) : null;

    private static RecordLine LineOf(ThreadRecord r, int? floor, bool showsReason, bool staff) => new(r.Id, r.Act, r.After, r.At, r.ActorId,
        r.ActorName == EndActs.Name && r.ActorId is null ? "" : r.ActorName, showsReason ? r.Reason : "", r.EndsAt, r.State, floor,
        staff && r is { State: RecordState.Standing, Facet: not Facet.Stub });
}
