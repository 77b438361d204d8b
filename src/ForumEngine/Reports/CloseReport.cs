using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>How a case ends: the outcome, what was done (<see cref="ReportCase.Decision"/>), and what the reporters are told.</summary>
public sealed record CaseClosing(ReportOutcome Outcome, string Decision, string Note)
{
    public int? SanctionId { get; init; }
    public bool WasAbuse { get; init; }
}

/// <summary>Ends a case: the outcome and the note go to everybody who reported, and into the staff log.</summary>
public sealed class CloseReport(ForumDb db, ReportDesk desk, Viewers viewers)
{
    public async Task<Refusal?> RunAsync(Viewer who, long caseId, ReportOutcome? outcome, string note, CancellationToken cancel)
    {
        if (await desk.FindAsync(who, caseId, cancel) is not { } found) return Refusal.NotFound;
        if (ReportRules.WhyNotClose(who, found) is { } refused) return refused;
        if (outcome is null) return Refusal.Invalid("Outcome", "ReportOutcomeMissing");
        if (WhyNotNote(note) is { } wrong) return wrong;

        var told = await db.InTransactionAsync(() => InAsync(db, who, found, new CaseClosing(outcome.Value, "none", note.Trim()), cancel), cancel);
        if (told is null) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        foreach (var member in told) viewers.Forget(member);
        return null;
    }

    public static Refusal? WhyNotNote(string note) =>
        note.Trim().Length > ReportCase.NoteLength ? Refusal.Invalid("Note", "TextTooLong", ReportCase.NoteLength) : null;

    /// <summary>
    /// Within the caller's transaction. Who was told, whose cards to forget after the commit; null when somebody else was faster.
    /// </summary>
    internal static async Task<List<int>?> InAsync(ForumDb db, Viewer who, CaseOnDesk found, CaseClosing closing, CancellationToken cancel)
    {
        var closed = await db.ReportCases.Where(c => c.Id == found.Case.Id && c.ClosedAt == null).ExecuteUpdateAsync(c => c
            .SetProperty(x => x.OpenPostId, (long?)null).SetProperty(x => x.OpenMemberId, (int?)null)
            .SetProperty(x => x.ClosedAt, who.Now).SetProperty(x => x.Outcome, closing.Outcome).SetProperty(x => x.Decision, closing.Decision)
            .SetProperty(x => x.SanctionId, closing.SanctionId).SetProperty(x => x.WasAbuse, closing.WasAbuse).SetProperty(x => x.Note, closing.Note)
            .SetProperty(x => x.ClosedById, who.MemberId).SetProperty(x => x.ClosedByName, who.Name), cancel);
        if (closed == 0) return null;
        var upheld = closing.Outcome == ReportOutcome.Upheld;
        db.Log(who, upheld ? "report.uphold" : "report.dismiss", closing.Note, found.Board?.Id, found.Thread?.Id, found.Case.PostId,
            found.Case.IsAnonymous ? null : found.Case.MemberId, CaseLog.Details(found.Case, closing));
        var reporters = await db.Reports.Where(r => r.CaseId == found.Case.Id && r.MemberId != null).Select(r => r.MemberId!.Value).ToListAsync(cancel);
        foreach (var some in reporters.Order().Chunk(200)) await TellAsync(db, who, found, upheld, closing.Note, some, cancel);
        await db.SaveChangesAsync(cancel);
        return reporters;
    }

    /// <summary>Many at once: a flood of reports is answered in a few statements.</summary>
    private static async Task TellAsync(ForumDb db, Viewer who, CaseOnDesk found, bool upheld, string note, int[] members, CancellationToken cancel)
    {
        db.Notices.AddRange(members.Select(member => new Notice
        {
            MemberId = member,
            Kind = upheld ? NoticeKind.ReportUpheld : NoticeKind.ReportDismissed,
            At = who.Now,
            ThreadId = found.Thread?.Id,
            PostId = found.Case.PostId,
            Title = found.Case.Title.Length > 255 ? found.Case.Title[..255] : found.Case.Title,
            Reason = note,
        }));
        await db.SaveChangesAsync(cancel);
        await db.Members.Where(m => members.Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(x => x.UnreadNotices, x => x.UnreadNotices + 1), cancel);
    }
}
