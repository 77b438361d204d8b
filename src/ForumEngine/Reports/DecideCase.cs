using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using ForumEngine.Warnings;

namespace ForumEngine.Reports;

/// <summary>
/// Decides on a case from its page: deletes, mutes, warns, moves, or none of it, and closes it, all in one transaction. Each act asks the rules it
/// asks elsewhere; who may not do it everywhere mutes in the board.
/// </summary>
public sealed class DecideCase(ForumDb db, ReportDesk desk, Ranks ranks, SiteRules rules, IssueSanction issue, OnThread on, OnPost onPost, CaseRemedies remedies, Outbox outbox, Viewers viewers, CloseMail mail)
{
    public async Task<Refusal?> RunAsync(Viewer who, long caseId, CaseVerdict verdict, CancellationToken cancel)
    {
        if (await desk.FindAsync(who, caseId, cancel) is not { } found) return Refusal.NotFound;
        if (ReportRules.WhyNotClose(who, found) is { } refused) return refused;
        if (ReportRules.WhyNotVerdict(verdict) is { } wrong) return wrong;
        var rank = await ranks.OfAsync(found.Case.MemberId, cancel);
        if (verdict.Removes && (WhyNotRemove(who, found, rank) ?? ActNote.Of(verdict.Reason).WhyNot(who)) is { } kept) return kept;
        if (verdict.Decision == CaseDecision.Move && await remedies.WhyNotMoveAsync(who, found, verdict, cancel) is { } stays) return stays;
        ReadWarning? warning = null;
        if (verdict.Decision == CaseDecision.Warn)
        {
            var read = await remedies.WarningAsync(who, found, verdict, cancel);
            if (read.Refusal is { } unwarned) return unwarned;
            warning = read.Value;
        }
        SanctionOrder? order = null;
        if (verdict.Mutes)
        {
            var wish = await OrderAsync(who, found, verdict, rank, cancel);
            if (wish.Refusal is { } no) return no;
            order = wish.Value;
        }

        Outcome<Decided> done;
        try
        {
            done = await db.InTransactionAsync(() => InAsync(who, found, verdict, order, warning, cancel), cancel);
        }
        catch (Exception error) when (warning is not null && error.IsDuplicateKey())
        {
            return WarnMember.AlreadyWarned;
        }
        if (done.Refusal is { } lost) return lost;
        outbox.Wake();
        if (order is not null) issue.Announce(order.MemberId);
        if (found.Case.MemberId is { } author) viewers.Forget(author);
        if (warning is not null) remedies.Announce(warning, done.Value.Warned!);
        foreach (var member in done.Value.Told) viewers.Forget(member);
        return null;
    }

    /// <summary>What the page offers, by the same rules.</summary>
    public async Task<CaseButtons> ButtonsAsync(Viewer who, CaseOnDesk found, CancellationToken cancel)
    {
        if (ReportRules.WhyNotClose(who, found) is not null) return CaseButtons.None;
        var rank = await ranks.OfAsync(found.Case.MemberId, cancel);
        var delete = WhyNotRemove(who, found, rank) is null;
        var mute = found.Case.MemberId is { } member && Scopes(found).Any(b => SanctionRules.Check(who, SanctionKind.Mute, b, member, rank) is null);
        return new CaseButtons(true, delete, mute)
        {
            Warn = CaseRemedies.MayWarn(who, found, rank),
            Targets = await remedies.TargetsAsync(who, found, cancel),
        };
    }

    private async Task<Outcome<Decided>> InAsync(Viewer who, CaseOnDesk found, CaseVerdict verdict, SanctionOrder? order, ReadWarning? warning, CancellationToken cancel)
    {
        // First, since it locks the ledger.
        var sanction = order is null ? null : await issue.RunAsync(who, order, cancel);
        var warned = warning is null ? null : await remedies.WarnAsync(who, warning, cancel);
        if (verdict.Decision == CaseDecision.Move && await remedies.MoveAsync(who, found, verdict, cancel) is { } stays) return stays;
        if (verdict.Removes && await RemoveAsync(who, found, ActNote.Of(verdict.Reason), cancel) is { } lost) return lost;
        var note = verdict.Note.Trim().Length > 0 ? verdict.Note.Trim() : verdict.Reason.Trim();
        var closing = new CaseClosing(verdict.Outcome, verdict.Word, note) { SanctionId = sanction?.Id ?? warned?.SanctionIds.Cast<int?>().FirstOrDefault(), WasAbuse = verdict.Decision == CaseDecision.Abuse };
        if (await CloseReport.InAsync(db, who, found, closing, cancel) is not { } told) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        await mail.AddAsync(found.Case, closing, cancel);
        return new Decided(told, warned);
    }

    private sealed record Decided(List<int> Told, Warned? Warned);

    private static Refusal? WhyNotRemove(Viewer who, CaseOnDesk found, Rank rank)
    {
        if (found is not { Post: { } post, Board: { } board }) return Refusal.Invalid("Decision", "NothingToDelete");
        if (found.IsDeleted) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        return ThreadStaffRules.Check(who, ThreadAct.Delete, board, post.AuthorId, rank);
    }

    /// <summary>Everywhere, else the board.</summary>
    private static IEnumerable<BoardNode?> Scopes(CaseOnDesk found) => found.Board is null ? [null] : [null, found.Board];

    private async Task<Outcome<SanctionOrder>> OrderAsync(Viewer who, CaseOnDesk found, CaseVerdict verdict, Rank rank, CancellationToken cancel)
    {
        if (found.Case.MemberId is not { } member) return Refusal.Invalid("Decision", "NobodyToMute");
        if (verdict.Reason.Trim().Length == 0) return Refusal.Invalid("Reason", "ReasonMissing");
        var scopes = Scopes(found).ToList();
        var at = scopes.FindIndex(b => SanctionRules.Check(who, SanctionKind.Mute, b, member, rank) is null);
        if (at < 0) return SanctionRules.Check(who, SanctionKind.Mute, scopes[^1], member, rank)!;
        var until = SanctionTerm.Read(verdict.Days, null, who.Zone, who.Now);
        if (until.Refusal is { } wrong) return wrong;
        if (verdict.RuleId is { } rule && (await rules.CurrentAsync(cancel)).Find(rule) is not { IsRetired: false }) return Refusal.Invalid("RuleId", "NoSuchRule");
        return new SanctionOrder(member, SanctionKind.Mute, scopes[at]?.Id, verdict.Reason.Trim(), until.Value)
        {
            RuleId = verdict.RuleId,
            EvidencePostIds = found.Case.PostId is { } post && !found.Case.IsAnonymous ? [post] : [],
            IsPublic = !found.Case.IsAnonymous,
        };
    }

    /// <summary>The act that the thread's page does, with its record, log line and notice. What somebody else has deleted is gone already.</summary>
    private async Task<Refusal?> RemoveAsync(Viewer who, CaseOnDesk found, ActNote note, CancellationToken cancel)
    {
        var held = await on.HoldAsync(who, found.Thread!.Id, note, cancel);
        if (held.Refusal is not null) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        if (await onPost.DeleteAsync(held.Value, found.Post!.Id, cancel) is { } refused) return refused;
        await db.SaveChangesAsync(cancel);
        return null;
    }
}

/// <summary>What may be decided; nothing on a case that is closed or one's own.</summary>
public sealed record CaseButtons(bool Close, bool Delete, bool Mute)
{
    public static readonly CaseButtons None = new(false, false, false);

    public bool Warn { get; init; }

    /// <summary>Boards that the thread may be moved to, with their categories; none where it may not be moved.</summary>
    public IReadOnlyList<BoardNode> Targets { get; init; } = [];
}
