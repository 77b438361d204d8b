using ForumEngine.Boards;
using ForumEngine.Drafts;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Scheduling;

/// <summary>A thread that waits, or whose time has passed in vain; the board is null when the writer may not see it any more.</summary>
public sealed record ScheduledLine(long Id, string Title, string? BoardName, DateTime? PublishAt, string? Failure);

/// <summary>A member's scheduled threads. Twenty at most, so they are one page.</summary>
public sealed class FindScheduled(ForumDb db, BoardTrees trees)
{
    /// <summary>By their time, those that have none last.</summary>
    public async Task<IReadOnlyList<ScheduledLine>> ListAsync(Viewer who, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var rows = await Mine(who).OrderBy(d => d.Id).Take(ScheduleRules.MostPerMember)
            .Select(d => new { d.Id, d.Title, d.BoardId, d.PublishAt, d.Failure }).ToListAsync(cancel);
        return [.. rows.OrderBy(d => d.PublishAt ?? DateTime.MaxValue).Select(d => new ScheduledLine(d.Id, d.Title, tree.FindVisible(d.BoardId ?? 0, who)?.Name, d.PublishAt, d.Failure))];
    }

    public async Task<Outcome<Draft>> OneAsync(Viewer who, long id, CancellationToken cancel) =>
        await Mine(who).SingleOrDefaultAsync(d => d.Id == id, cancel) is { } draft ? draft : Refusal.NotFound;

    private IQueryable<Draft> Mine(Viewer who) => db.Drafts.Where(d => d.MemberId == who.MemberId && d.Key.StartsWith(ScheduledThread.KeyStart));
}
