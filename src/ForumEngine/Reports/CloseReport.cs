using ForumEngine.Boards;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>Ends a case: the outcome and the note go to everybody who reported, and into the staff log.</summary>
public sealed class CloseReport(ForumDb db, BoardTrees trees, Viewers viewers)
{
    public async Task<Refusal?> RunAsync(Viewer who, long caseId, ReportOutcome? outcome, string note, CancellationToken cancel)
    {
        var found = await (
            from c in db.ReportCases
            join p in db.Posts on c.PostId equals p.Id
            join t in db.Threads on p.ThreadId equals t.Id
            where c.Id == caseId
            select new Case(c, t, p.Id, p.AuthorId)).SingleOrDefaultAsync(cancel);
        if (found is null || (await trees.CurrentAsync(cancel)).Find(found.Thread.BoardId) is not { } board) return Refusal.NotFound;
        if (ReportRules.WhyNotClose(who, board, found.AuthorId) is { } refused) return refused;
        note = note.Trim();
        if (outcome is null) return Refusal.Invalid("Outcome", "ReportOutcomeMissing");
        if (note.Length > ReportCase.NoteLength) return Refusal.Invalid("Note", "TextTooLong", ReportCase.NoteLength);

        var told = await db.InTransactionAsync(() => CloseAsync(who, found, outcome.Value, note, cancel), cancel);
        if (told is null) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        foreach (var member in told) viewers.Forget(member);
        return null;
    }

    /// <summary>Who was told; null when somebody else was faster.</summary>
    private async Task<List<int>?> CloseAsync(Viewer who, Case found, ReportOutcome outcome, string note, CancellationToken cancel)
    {
        var closed = await db.ReportCases.Where(c => c.Id == found.Row.Id && c.OpenPostId != null).ExecuteUpdateAsync(c => c
            .SetProperty(x => x.OpenPostId, (long?)null).SetProperty(x => x.ClosedAt, who.Now).SetProperty(x => x.Outcome, outcome)
            .SetProperty(x => x.Note, note).SetProperty(x => x.ClosedById, who.MemberId).SetProperty(x => x.ClosedByName, who.Name), cancel);
        if (closed == 0) return null;
        var upheld = outcome == ReportOutcome.Upheld;
        db.Log(who, upheld ? "report.uphold" : "report.dismiss", note, found.Thread.BoardId, found.Thread.Id, found.PostId, found.AuthorId);
        var reporters = await db.Reports.Where(r => r.CaseId == found.Row.Id).Select(r => r.MemberId).ToListAsync(cancel);
        foreach (var reporter in reporters)
            await Notify.AddAsync(db, new Notice
            {
                MemberId = reporter,
                Kind = upheld ? NoticeKind.ReportUpheld : NoticeKind.ReportDismissed,
                At = who.Now,
                ThreadId = found.Thread.Id,
                PostId = found.PostId,
                Title = found.Thread.Title,
                Reason = note,
            }, cancel);
        await db.SaveChangesAsync(cancel);
        return reporters;
    }

    private sealed record Case(ReportCase Row, Thread Thread, long PostId, int? AuthorId);
}
