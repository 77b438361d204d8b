using System.Globalization;
using ForumEngine.Accounts;
using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Staff;

/// <summary>What of the log to show; empty fields ask nothing. Times are UTC.</summary>
public sealed record LogFilter
{
    public string Operator { get; init; } = "";
    public string Act { get; init; } = "";
    public int? Board { get; init; }
    public string Member { get; init; } = "";
    public long? Thread { get; init; }
    public long? Post { get; init; }

    /// <summary>Part of the reason.</summary>
    public string Reason { get; init; } = "";

    public DateTime? From { get; init; }
    public DateTime? Until { get; init; }
    public long? Before { get; init; }
}

/// <summary>The log of those boards that the viewer may read it of: who acts everywhere reads all of it.</summary>
public sealed class LogSearch(ForumDb db, BoardTrees trees)
{
    public const int PageSize = 50;

    /// <summary>A page, newest first.</summary>
    public async Task<Outcome<StaffLogList>> ReadAsync(Viewer who, LogFilter filter, CancellationToken cancel)
    {
        var found = await FindAsync(who, filter, cancel);
        if (found.Refusal is { } refused) return refused;
        var lines = await Lines(found.Value.Acts).Take(PageSize + 1).ToListAsync(cancel);
        return new StaffLogList([.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].Act.Id : null);
    }

    /// <summary>All that the filter finds, one after the other, for a file.</summary>
    public async Task<Outcome<LogFile>> AllAsync(Viewer who, LogFilter filter, int most, CancellationToken cancel)
    {
        var found = await FindAsync(who, filter with { Before = null }, cancel);
        return found.Refusal is { } refused ? refused : new LogFile(Lines(found.Value.Acts).Take(most).AsAsyncEnumerable());
    }

    private IQueryable<StaffLogLine> Lines(IQueryable<StaffAct> acts) => acts.OrderByDescending(a => a.Id).Select(a => new StaffLogLine(a,
        db.Threads.Where(t => t.Id == a.ThreadId && t.BoardId == a.BoardId).Select(t => t.Title).FirstOrDefault(),
        db.Members.Where(m => m.Id == a.MemberId).Select(m => m.UserName).FirstOrDefault(),
        db.ThreadRecords.Where(r => r.ThreadId == a.ThreadId && r.PostId == a.PostId && r.Act == a.Act && r.At == a.At && r.State == RecordState.Standing).Max(r => (long?)r.Id)));

    private async Task<Outcome<Found>> FindAsync(Viewer who, LogFilter filter, CancellationToken cancel)
    {
        var acts = db.StaffActs.AsQueryable();
        var tree = await trees.CurrentAsync(cancel);
        if (!who.May(StaffRight.SeeLogs))
        {
            int?[] boards = [.. tree.All.Where(b => who.May(StaffRight.SeeLogs, b)).Select(b => (int?)b.Id)];
            if (boards.Length == 0) return Refusal.Forbidden("NeedsStaffRight");
            acts = acts.Where(a => boards.Contains(a.BoardId));
        }
        if (filter.Board is { } id)
        {
            int?[] below = [.. (tree.Find(id)?.SelfAndBelow ?? []).Select(b => (int?)b.Id)];
            acts = acts.Where(a => below.Contains(a.BoardId));
        }
        if (filter.Member.Length > 0)
        {
            var member = await MemberAsync(filter.Member, cancel);
            acts = acts.Where(a => a.MemberId == member);
        }
        if (filter.Operator.Length > 0) acts = acts.Where(a => a.ActorName == filter.Operator);
        if (filter.Act.Length > 0) acts = acts.Where(a => a.Act == filter.Act || a.Act.StartsWith(filter.Act + "."));
        if (filter.Thread is { } thread) acts = acts.Where(a => a.ThreadId == thread);
        if (filter.Post is { } post) acts = acts.Where(a => a.PostId == post);
        if (filter.Reason.Length > 0) acts = acts.Where(a => a.Reason.Contains(filter.Reason));
        if (filter.From is { } from) acts = acts.Where(a => a.At >= from);
        if (filter.Until is { } until) acts = acts.Where(a => a.At < until);
        if (filter.Before is { } before) acts = acts.Where(a => a.Id < before);
        return new Found(acts);
    }

    /// <summary>By name or number; 0 for nobody.</summary>
    private async Task<int> MemberAsync(string text, CancellationToken cancel)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return id;
        var folded = MemberName.Fold(text);
        return await db.Members.Where(m => m.NormalizedUserName == folded).Select(m => m.Id).SingleOrDefaultAsync(cancel);
    }

    private sealed record Found(IQueryable<StaffAct> Acts);
}

/// <summary>Lines of the log as they come from the database, for a file; to be read within the request.</summary>
public sealed record LogFile(IAsyncEnumerable<StaffLogLine> Lines);
