using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Staff;

/// <summary>The staff log, newest first; <see cref="Next"/> is where the next page starts.</summary>
public sealed record StaffLogList(IReadOnlyList<StaffLogLine> Lines, long? Next);

public sealed record StaffLogLine(StaffAct Act, string? ThreadTitle, string? MemberName);

/// <summary>Reads the log: those who act everywhere see all of it, a board's moderators what was done in their boards.</summary>
public sealed class StaffLogPage(ForumDb db, BoardTrees trees)
{
    private const int PageSize = 30;

    public async Task<Outcome<StaffLogList>> ReadAsync(Viewer who, long? before, CancellationToken cancel)
    {
        var acts = db.StaffActs.AsQueryable();
        if (!who.May(StaffRight.SeeLogs))
        {
            int?[] boards = [.. (await trees.CurrentAsync(cancel)).All.Where(b => who.May(StaffRight.SeeLogs, b)).Select(b => (int?)b.Id)];
            if (boards.Length == 0) return Refusal.Forbidden("NeedsStaffRight");
            acts = acts.Where(a => boards.Contains(a.BoardId));
        }
        if (before is { } id) acts = acts.Where(a => a.Id < id);
        var lines = await acts.OrderByDescending(a => a.Id).Take(PageSize + 1).Select(a => new StaffLogLine(a,
            db.Threads.Where(t => t.Id == a.ThreadId && t.BoardId == a.BoardId).Select(t => t.Title).FirstOrDefault(),
            db.Members.Where(m => m.Id == a.MemberId).Select(m => m.UserName).FirstOrDefault())).ToListAsync(cancel);
        return new StaffLogList([.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].Act.Id : null);
    }
}
