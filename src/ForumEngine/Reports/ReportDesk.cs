using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>Open cases, the newest first; <see cref="Next"/> is where the next page starts.</summary>
public sealed record OpenCaseList(IReadOnlyList<OpenCase> Cases, long? Next);

/// <summary>A case as staff see it. <paramref name="AuthorName"/> is empty where the post is anonymous.</summary>
public sealed record OpenCase(ReportCase Case, BoardNode Board, string Title, int Floor, bool IsDeleted, int? AuthorId, string AuthorName, string Excerpt);

/// <summary>One report, as staff see it.</summary>
public sealed record ReportLine(ReportCategory Category, string Message, DateTime At, int MemberId, string MemberName);

/// <summary>Cases in the boards where the viewer handles reports; elsewhere there are none.</summary>
public sealed class ReportDesk(ForumDb db, BoardTrees trees)
{
    private const int PageSize = 20;
    private const int ExcerptLength = 120;

    /// <summary>Null for those who handle reports nowhere.</summary>
    public async Task<OpenCaseList?> ReadAsync(Viewer who, long? before, CancellationToken cancel)
    {
        var boards = await BoardsAsync(who, cancel);
        if (boards.Count == 0) return null;
        var cases = db.ReportCases.Where(c => c.OpenPostId != null);
        if (before is { } id) cases = cases.Where(c => c.Id < id);
        var found = await ReadAsync(cases, boards, cancel);
        return new OpenCaseList([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Case.Id : null);
    }

    /// <summary>One case, open or closed.</summary>
    public async Task<OpenCase?> FindAsync(Viewer who, long caseId, CancellationToken cancel) =>
        (await ReadAsync(db.ReportCases.Where(c => c.Id == caseId), await BoardsAsync(who, cancel), cancel)).FirstOrDefault();

    /// <summary>The first hundred reports of a case; more say nothing new.</summary>
    public Task<List<ReportLine>> ReportsAsync(long caseId, CancellationToken cancel) => (
        from r in db.Reports
        join m in db.Members on r.MemberId equals m.Id
        where r.CaseId == caseId
        orderby r.Id
        select new ReportLine(r.Category, r.Message, r.At, r.MemberId, m.UserName!)).Take(100).ToListAsync(cancel);

    private async Task<Dictionary<int, BoardNode>> BoardsAsync(Viewer who, CancellationToken cancel) =>
        (await trees.CurrentAsync(cancel)).All.Where(b => ReportRules.Handles(who, b)).ToDictionary(b => b.Id);

    private async Task<List<OpenCase>> ReadAsync(IQueryable<ReportCase> cases, Dictionary<int, BoardNode> boards, CancellationToken cancel)
    {
        int[] ids = [.. boards.Keys];
        var rows = await (
            from c in cases
            join p in db.Posts on c.PostId equals p.Id
            join t in db.Threads on p.ThreadId equals t.Id
            where ids.Contains(t.BoardId)
            orderby c.Id descending
            select new { Case = c, t.BoardId, t.Title, ThreadState = t.State, p.Floor, p.State, p.AuthorId, p.AuthorName, p.IsAnonymous, p.Body })
            .Take(PageSize + 1).ToListAsync(cancel);
        return rows.ConvertAll(r => new OpenCase(r.Case, boards[r.BoardId], r.Title, r.Floor,
            r.State == ContentState.Recycled || r.ThreadState == ContentState.Recycled,
            r.IsAnonymous ? null : r.AuthorId, r.IsAnonymous ? "" : r.AuthorName, PostMarkup.ToExcerpt(r.Body, ExcerptLength)));
    }
}
