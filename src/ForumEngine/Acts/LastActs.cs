using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>An act of one's own that can still be undone.</summary>
public sealed record LastAct(long RecordId, string Act, string Title, DateTime At);

/// <summary>
/// What the desk offers to undo: the newest of the last acts of one's own whose record still stands. Undoings are left out, so that undoing
/// again goes one further back instead of to and fro.
/// </summary>
public sealed class LastActs(ForumDb db, BoardTrees trees)
{
    /// <summary>For how long it is offered; later it is undone from its record or from the log.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    /// <summary>Lines of the log that are looked at.</summary>
    private const int Looks = 20;

    public async Task<LastAct?> FindAsync(Viewer who, CancellationToken cancel)
    {
        if (who.MemberId is not { } id) return null;
        var since = who.Now - Lasts;
        // By the log, which has an index for it.
        var last = await (
            from a in db.StaffActs.Where(a => a.ActorId == id && a.At > since && a.ThreadId != null).OrderByDescending(a => a.Id).Take(Looks)
            from r in db.ThreadRecords.Where(r => r.ThreadId == a.ThreadId && r.Act == a.Act && r.At == a.At && r.PostId == a.PostId)
            where r.ActorId == id && r.State == RecordState.Standing && r.UndoesId == null && r.Facet != Facet.Stub
            join t in db.Threads on r.ThreadId equals t.Id
            orderby r.Id descending
            select new { t.BoardId, Act = new LastAct(r.Id, r.Act, t.Title, r.At) }).Take(Looks).ToListAsync(cancel);
        if (last.Count == 0) return null;
        // What was moved to a board of others is theirs now.
        var tree = await trees.CurrentAsync(cancel);
        return last.Find(x => tree.Find(x.BoardId) is { } board && who.IsStaff(board))?.Act;
    }
}
