using ForumEngine.Accounts;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>Who works on a case: somebody takes it, gives it back, or hands it to another who may decide on it.</summary>
public sealed class TakeCase(ForumDb db, ReportDesk desk, Viewers viewers)
{
    /// <summary>A case that somebody else has taken since is a conflict; one's own stays one's own.</summary>
    public async Task<Refusal?> TakeAsync(Viewer who, long caseId, CancellationToken cancel)
    {
        if (await desk.FindAsync(who, caseId, cancel) is not { } found) return Refusal.NotFound;
        if (ReportRules.WhyNotClose(who, found) is { } refused) return refused;
        if (who.Is(found.Case.AssigneeId)) return null;
        return await TurnAsync(who, found, "report.take", null, who.MemberId, who.Name, cancel);
    }

    /// <summary>One's own, or with a rank that acts in all boards anybody's.</summary>
    public async Task<Refusal?> ReleaseAsync(Viewer who, long caseId, CancellationToken cancel)
    {
        if (await desk.FindAsync(who, caseId, cancel) is not { } found) return Refusal.NotFound;
        if (found.Case.AssigneeId is not { } assignee || found.Case.ClosedAt is not null) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        if (!who.Is(assignee) && who.Rank < Rank.SuperModerator) return Refusal.Forbidden("CaseIsAnothers");
        return await TurnAsync(who, found, "report.release", assignee, null, "", cancel);
    }

    /// <summary>The other one is told.</summary>
    public async Task<Refusal?> HandOverAsync(Viewer who, long caseId, string userName, CancellationToken cancel)
    {
        if (await desk.FindAsync(who, caseId, cancel) is not { } found) return Refusal.NotFound;
        if (found.Case.ClosedAt is not null) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        if (found.Case.AssigneeId is { } assignee && !who.Is(assignee) && who.Rank < Rank.SuperModerator) return Refusal.Forbidden("CaseIsAnothers");
        var folded = MemberName.Fold(userName.Trim());
        var other = await db.Members.Where(m => m.NormalizedUserName == folded).Select(m => (int?)m.Id).SingleOrDefaultAsync(cancel);
        if (other is null) return Refusal.Invalid("UserName", "NoSuchMember");
        var next = await viewers.ForAsync(other, null, 0, cancel);
        if (await desk.FindAsync(next, caseId, cancel) is not { } theirs || ReportRules.WhyNotClose(next, theirs) is not null) return Refusal.Invalid("UserName", "MayNotDecideHere");
        var refused = await TurnAsync(who, found, "report.hand", found.Case.AssigneeId, next.MemberId, next.Name, cancel);
        if (refused is null) viewers.Forget(next.MemberId!.Value);
        return refused;
    }

    private Task<Refusal?> TurnAsync(Viewer who, CaseOnDesk found, string act, int? from, int? to, string name, CancellationToken cancel) =>
        db.InTransactionAsync(async () =>
        {
            var turned = await db.ReportCases.Where(c => c.Id == found.Case.Id && c.ClosedAt == null && c.AssigneeId == from)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.AssigneeId, to).SetProperty(x => x.AssigneeName, name), cancel);
            if (turned == 0) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
            db.Log(who, act, "", found.Board?.Id, found.Thread?.Id, found.Case.PostId, details: CaseLog.Details(found.Case, found.Case.AssigneeName, name));
            if (to is { } told && !who.Is(told))
                await Notify.AddAsync(db, new Notice
                {
                    MemberId = told,
                    Kind = NoticeKind.CaseHandedOver,
                    At = who.Now,
                    ActorId = who.MemberId,
                    ActorName = who.Name,
                    ThreadId = found.Thread?.Id,
                    PostId = found.Case.PostId,
                    Title = found.Case.ShortTitle,
                }, cancel);
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);
}
