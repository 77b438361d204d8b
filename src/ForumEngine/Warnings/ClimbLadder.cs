using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Warnings;

/// <summary>
/// What warnings bring and take back, inside the transaction of the warning, under the lock of the ledger. Its sanctions are
/// issued by the rule <c>warnings</c> and stand in the darkroom like all others.
/// </summary>
public sealed class ClimbLadder(ForumDb db, WarningSteps steps, IssueSanction issue, LiftSanction lift)
{
    public const string Cause = "warnings";

    /// <summary>The sanctions that the new warning has brought.</summary>
    internal async Task<IReadOnlyList<int>> AfterAsync(Viewer who, Warning newest, CancellationToken cancel)
    {
        var before = await CountedAsync(newest.MemberId, cancel);
        List<int> issued = [];
        foreach (var step in WarningLadder.Tripped(await steps.CurrentAsync(cancel), before, Counted(newest)).ToList())
        {
            var board = step.InBoard ? newest.BoardId : null;
            var until = step.SanctionDays == 0 ? (DateTime?)null : who.Now.AddDays(step.SanctionDays);
            var sanction = await issue.RunAsync(who, new SanctionOrder(newest.MemberId, step.Kind, board, newest.Reason, until)
            {
                RuleId = newest.RuleId,
                EvidencePostIds = await EvidenceAsync(newest, board, cancel),
                Cause = Cause,
            }, cancel);
            db.WarningTrips.Add(new WarningTrip
            {
                MemberId = newest.MemberId,
                WarningId = newest.Id,
                SanctionId = sanction.Id,
                At = who.Now,
                Threshold = step.Threshold,
                CountsWarnings = step.CountsWarnings,
                WithinDays = step.WithinDays,
                BoardId = board,
            });
            issued.Add(sanction.Id);
        }
        await db.SaveChangesAsync(cancel);
        return issued;
    }

    /// <summary>Lifts what the warnings that are left no longer carry; true when something was.</summary>
    internal async Task<bool> AfterRevokingAsync(Viewer who, int memberId, string reason, CancellationToken cancel)
    {
        var left = await CountedAsync(memberId, cancel);
        var lifted = false;
        foreach (var trip in await db.WarningTrips.Where(t => t.MemberId == memberId && t.UndoneAt == null).ToListAsync(cancel))
        {
            if (WarningLadder.Carry(left, trip)) continue;
            await db.WarningTrips.Where(t => t.Id == trip.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.UndoneAt, who.Now), cancel);
            lifted |= await lift.InAsync(who, trip.SanctionId, reason, cancel);
        }
        return lifted;
    }

    /// <summary>After the commit.</summary>
    internal void Announce(int memberId) => issue.Announce(memberId);

    private Task<List<CountedWarning>> CountedAsync(int memberId, CancellationToken cancel) =>
        db.Warnings.Where(w => w.MemberId == memberId && w.RevokedAt == null)
            .Select(w => new CountedWarning(w.Id, w.Points, w.BoardId, w.At, w.ExpiresAt)).ToListAsync(cancel);

    private static CountedWarning Counted(Warning w) => new(w.Id, w.Points, w.BoardId, w.At, w.ExpiresAt);

    /// <summary>The posts that were warned; anonymous ones stay out, or the sanction would name their author.</summary>
    private async Task<List<long>> EvidenceAsync(Warning newest, int? board, CancellationToken cancel) =>
        await (from w in db.Warnings
               join p in db.Posts on w.PostId equals p.Id
               where w.MemberId == newest.MemberId && w.RevokedAt == null && (w.ExpiresAt == null || w.ExpiresAt > newest.At)
                   && (board == null || w.BoardId == board) && !p.IsAnonymous
               orderby w.Id descending
               select p.Id).Take(Sanction.EvidenceLimit).ToListAsync(cancel);
}
