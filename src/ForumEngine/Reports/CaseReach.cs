using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;

namespace ForumEngine.Reports;

/// <summary>Which cases somebody decides on: those of posts in their boards; who handles reports everywhere also the others.</summary>
internal sealed record CaseReach(int[] Boards, bool Others)
{
    public bool IsNone => Boards.Length == 0 && !Others;

    public static CaseReach Of(Viewer who, BoardTree tree, BoxScope scope) => new(
        [.. tree.All.Where(b => ReportRules.Handles(who, b) && scope.Holds(b.Id)).Select(b => b.Id)],
        scope.Boards is null && who.May(StaffRight.HandleReports));

    /// <summary>Cases with where their post is now; a complaint and a profile are nowhere, a purged post too.</summary>
    public IQueryable<CaseInPlace> Of(ForumDb db, IQueryable<ReportCase> cases) =>
        from c in cases
        join p in db.Posts on c.PostId equals (long?)p.Id into posts
        from p in posts.DefaultIfEmpty()
        join t in db.Threads on (long?)p.ThreadId equals (long?)t.Id into threads
        from t in threads.DefaultIfEmpty()
        where (c.Kind == CaseKind.Post && Boards.Contains(t.BoardId)) || (Others && (c.Kind != CaseKind.Post || t == null))
        select new CaseInPlace { Case = c, Post = p, Thread = t };
}

/// <summary>For queries; post and thread are null where there is none.</summary>
internal sealed class CaseInPlace
{
    public required ReportCase Case { get; init; }
    public Posts.Post? Post { get; init; }
    public Thread? Thread { get; init; }
}
