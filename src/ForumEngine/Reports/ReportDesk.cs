using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>A case as staff have it before them. <paramref name="Post"/>, <paramref name="Thread"/> and <paramref name="Board"/> are null where it is about no post, or about one that is gone.</summary>
public sealed record CaseOnDesk(ReportCase Case, Posts.Post? Post, Thread? Thread, BoardNode? Board)
{
    public bool IsDeleted => Post is { State: ContentState.Recycled } || Thread is { State: ContentState.Recycled };

    /// <summary>The text is another by now than when it was reported.</summary>
    public bool HasChanged => Post is { } post && post.Body != Case.Evidence && Case.Evidence.Length > 0;
}

/// <summary>One voice, as staff see it; <paramref name="MemberId"/> is null for a rule's.</summary>
public sealed record ReportLine(int CategoryId, string Message, DateTime At, int? MemberId, string MemberName, string Rule);

/// <summary>Cases in the boards where the viewer handles reports; elsewhere there are none.</summary>
public sealed class ReportDesk(ForumDb db, BoardTrees trees)
{
    /// <summary>More voices say nothing new.</summary>
    public const int MostReports = 100;

    /// <summary>One case, open or closed; null is not there for this viewer.</summary>
    public async Task<CaseOnDesk?> FindAsync(Viewer who, long caseId, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var reach = CaseReach.Of(who, tree, BoxScope.Everywhere);
        if (reach.IsNone) return null;
        var found = await reach.Of(db, db.ReportCases.Where(c => c.Id == caseId)).SingleOrDefaultAsync(cancel);
        return found is null ? null : new CaseOnDesk(found.Case, found.Post, found.Thread, tree.Find(found.Thread?.BoardId ?? 0));
    }

    /// <summary>The first hundred reports of a case.</summary>
    public Task<List<ReportLine>> ReportsAsync(long caseId, CancellationToken cancel) => (
        from r in db.Reports
        join m in db.Members on r.MemberId equals (int?)m.Id into members
        from m in members.DefaultIfEmpty()
        where r.CaseId == caseId
        orderby r.Id
        select new ReportLine(r.CategoryId, r.Message, r.At, r.MemberId, m.UserName ?? "", r.Rule)).Take(MostReports).ToListAsync(cancel);
}
