using System.Text.Json;
using ForumEngine.Boards;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>How an appeal ends; <paramref name="Days"/> and <paramref name="EndsAt"/> say the new end of a shortened one.</summary>
public sealed record AppealDecision(AppealState Outcome, string Answer, string? Days = null, string? EndsAt = null);

/// <summary>
/// Decides an appeal, by somebody who might have issued the sanction but didn't, where there is one. Outcome and reasons go on
/// the ledger and to the member; a lifted sanction undoes what it did.
/// </summary>
public sealed class DecideAppeal(ForumDb db, BoardTrees trees, Ranks ranks, StaffWhoMay others, LiftSanction lift)
{
    public async Task<Refusal?> RunAsync(Viewer who, int appealId, AppealDecision decision, CancellationToken cancel)
    {
        var found = await FindAsync(who, appealId, cancel);
        if (found.Refusal is { } missing) return missing;
        if (found.Value.WhyNot is { } refused) return refused;
        var sanction = found.Value.Sanction;
        var answer = decision.Answer.Trim();
        if (decision.Outcome is not (AppealState.Upheld or AppealState.Lifted or AppealState.Shortened)) return Refusal.Invalid("Outcome", "AppealOutcomeMissing");
        if (answer.Length == 0) return Refusal.Invalid("Answer", "ReasonMissing");
        if (answer.Length > Sanction.ReasonLength) return Refusal.Invalid("Answer", "ReasonTooLong", Sanction.ReasonLength);
        DateTime? until = sanction.Until;
        if (decision.Outcome == AppealState.Shortened)
        {
            var end = SanctionTerm.Read(decision.Days, decision.EndsAt, who.Zone, who.Now);
            if (end.Refusal is { } wrong) return wrong;
            if (end.Value is null || end.Value >= (sanction.Until ?? DateTime.MaxValue)) return Refusal.Invalid("EndsAt", "NotShorter");
            until = end.Value;
        }
        var done = await db.InTransactionAsync(() => WriteAsync(who, sanction.Id, decision.Outcome, answer, until, cancel), cancel);
        if (!done) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        lift.Announce(sanction.MemberId);
        return null;
    }

    /// <summary>The appeal, decided or not, for those who might have issued the sanction; to others it isn't there.</summary>
    public async Task<Outcome<AppealOnDesk>> FindAsync(Viewer who, int appealId, CancellationToken cancel)
    {
        var row = await (from a in db.Appeals join s in db.Sanctions on a.SanctionId equals s.Id where a.Id == appealId select new { Appeal = a, Sanction = s })
            .SingleOrDefaultAsync(cancel);
        if (row is null) return Refusal.NotFound;
        var board = row.Sanction.BoardId is { } id ? (await trees.CurrentAsync(cancel)).FindVisible(id, who) : null;
        if (row.Sanction.BoardId is not null && board is null) return Refusal.NotFound;
        var rank = await ranks.OfAsync(row.Sanction.MemberId, cancel);
        if (SanctionRules.Check(who, row.Sanction.Kind, board, row.Sanction.MemberId, rank) is not null) return Refusal.NotFound;
        var another = who.Is(row.Sanction.IssuedById) && row.Sanction.Appeal == AppealState.Open && await others.AnyAsync(row.Sanction, rank, cancel);
        return new AppealOnDesk(row.Appeal, row.Sanction, AppealRules.WhyNotDecide(who, row.Sanction, another));
    }

    private async Task<bool> WriteAsync(Viewer who, int sanctionId, AppealState outcome, string answer, DateTime? until, CancellationToken cancel)
    {
        await Ledger.LockAsync(db, who.Now, cancel);
        var sanction = await db.Sanctions.SingleAsync(s => s.Id == sanctionId, cancel);
        if (outcome == AppealState.Lifted) return sanction.Appeal == AppealState.Open && await lift.InAsync(who, sanctionId, answer, cancel, evenEnded: true);
        if (!await CloseAsync(db, who, sanction, outcome, answer, until, cancel)) return false;
        var kind = outcome == AppealState.Upheld ? NoticeKind.AppealUpheld : NoticeKind.SanctionShortened;
        await Notify.AddAsync(db, SanctionLog.NoticeTo(sanction, kind, who.Now, answer), cancel);
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Sanctions, cancel);
        return true;
    }

    /// <summary>Also by lifting: whoever lifts a sanction grants its appeal. False: there is none open.</summary>
    internal static async Task<bool> CloseAsync(ForumDb db, Viewer who, Sanction sanction, AppealState outcome, string answer, DateTime? until, CancellationToken cancel)
    {
        var byIssuer = who.Is(sanction.IssuedById);
        var closed = await db.Sanctions.Where(s => s.Id == sanction.Id && s.Appeal == AppealState.Open)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Appeal, outcome).SetProperty(x => x.Until, outcome == AppealState.Shortened ? until : sanction.Until), cancel);
        if (closed == 0) return false;
        await db.Appeals.Where(a => a.SanctionId == sanction.Id).ExecuteUpdateAsync(a => a
            .SetProperty(x => x.DecidedAt, who.Now).SetProperty(x => x.DecidedById, who.MemberId).SetProperty(x => x.DecidedByName, who.Name)
            .SetProperty(x => x.ByIssuer, byIssuer).SetProperty(x => x.Answer, answer), cancel);
        db.Log(who, "appeal.decide", answer, sanction.BoardId, memberId: sanction.MemberId, details: JsonSerializer.Serialize(new
        {
            sanction = sanction.Id,
            outcome = outcome.ToString(),
            byIssuer,
            from = sanction.Until,
            to = outcome == AppealState.Shortened ? until : sanction.Until,
        }));
        await Ledger.AppendAsync(db, who, sanction, LedgerAct.Decided, new LedgerContent
        {
            Outcome = outcome.ToString(),
            Until = outcome == AppealState.Shortened ? LedgerContent.Time(until) : null,
            ByIssuer = byIssuer ? true : null,
            Reason = answer,
        }, cancel);
        return true;
    }
}

/// <summary>An appeal before whoever decides; <paramref name="WhyNot"/> says why this viewer doesn't.</summary>
public sealed record AppealOnDesk(Appeal Appeal, Sanction Sanction, Refusal? WhyNot);
