using ForumEngine.Markup;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>
/// Puts a voice into the open case of its target, or opens one, within the caller's transaction. Who opens a case locks its target
/// first, so that two never do at the same moment.
/// </summary>
internal static class CaseBook
{
    /// <summary>The case's id. <paramref name="report"/> has no case yet.</summary>
    public static async Task<long> AddAsync(ForumDb db, CategorySet categories, Report report, CancellationToken cancel)
    {
        var due = categories.DueOf(report.CategoryId, report.At);
        var id = await JoinAsync(db, report, due, cancel);
        if (id is null)
        {
            await LockAsync(db, report, cancel);
            id = await JoinAsync(db, report, due, cancel) ?? await OpenAsync(db, report, due, cancel);
        }
        db.Reports.Add(With(report, id.Value));
        await db.SaveChangesAsync(cancel);
        return id.Value;
    }

    /// <summary>The open case of this target.</summary>
    public static IQueryable<ReportCase> OpenOf(ForumDb db, Report report) => report.PostId is { } post
        ? db.ReportCases.Where(c => c.OpenPostId == post)
        : db.ReportCases.Where(c => c.OpenMemberId == report.AboutId);

    private static async Task<long?> JoinAsync(ForumDb db, Report report, DateTime due, CancellationToken cancel)
    {
        var voice = report.MemberId is null ? 0 : 1;
        var joined = await OpenOf(db, report).ExecuteUpdateAsync(c => c.SetProperty(x => x.Reports, x => x.Reports + voice), cancel);
        // In a statement of its own: MySQL reads a column as the statement has set it already.
        if (joined > 0)
            await OpenOf(db, report).Where(c => c.DueAt > due)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.CategoryId, report.CategoryId).SetProperty(x => x.DueAt, due), cancel);
        return joined == 0 ? null : await OpenOf(db, report).Select(c => (long?)c.Id).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Changes nothing; other writers of the row wait until this transaction ends.</summary>
    private static Task<int> LockAsync(ForumDb db, Report report, CancellationToken cancel) => report.PostId is { } post
        ? db.Posts.Where(p => p.Id == post).ExecuteUpdateAsync(p => p.SetProperty(x => x.Files, x => x.Files), cancel)
        : db.Members.Where(m => m.Id == report.AboutId).ExecuteUpdateAsync(m => m.SetProperty(x => x.Posts, x => x.Posts), cancel);

    private static async Task<long> OpenAsync(ForumDb db, Report report, DateTime due, CancellationToken cancel)
    {
        var opened = report.PostId is { } post
            ? await OfPostAsync(db, report, post, due, cancel)
            : await OfMemberAsync(db, report, report.AboutId!.Value, due, cancel);
        db.ReportCases.Add(opened);
        await db.SaveChangesAsync(cancel);
        return opened.Id;
    }

    private static async Task<ReportCase> OfPostAsync(ForumDb db, Report report, long postId, DateTime due, CancellationToken cancel)
    {
        var found = await (from p in db.Posts
                           join t in db.Threads on p.ThreadId equals t.Id
                           where p.Id == postId
                           select new { p.AuthorId, p.AuthorName, p.IsAnonymous, p.Body, t.Title }).SingleAsync(cancel);
        return new ReportCase
        {
            Kind = CaseKind.Post,
            PostId = postId,
            OpenPostId = postId,
            MemberId = found.AuthorId,
            AuthorName = found.IsAnonymous ? "" : found.AuthorName,
            IsAnonymous = found.IsAnonymous,
            Title = found.Title,
            Excerpt = PostMarkup.ToExcerpt(found.Body, ReportCase.ExcerptLength - 1),
            Evidence = found.Body,
            CategoryId = report.CategoryId,
            DueAt = due,
            OpenedAt = report.At,
            Reports = report.MemberId is null ? 0 : 1,
        };
    }

    private static async Task<ReportCase> OfMemberAsync(ForumDb db, Report report, int memberId, DateTime due, CancellationToken cancel)
    {
        var member = await db.Members.Where(m => m.Id == memberId)
            .Select(m => new { m.UserName, m.CustomTitle, m.Bio, m.Location, m.Signature }).SingleAsync(cancel);
        var shown = string.Join('\n', new[] { member.CustomTitle, member.Location, member.Bio, member.Signature }.Where(t => t.Length > 0));
        return new ReportCase
        {
            Kind = CaseKind.Member,
            MemberId = memberId,
            OpenMemberId = memberId,
            AuthorName = member.UserName!,
            Title = member.UserName!,
            Excerpt = PostMarkup.ToExcerpt(shown, ReportCase.ExcerptLength - 1),
            Evidence = shown,
            CategoryId = report.CategoryId,
            DueAt = due,
            OpenedAt = report.At,
            Reports = report.MemberId is null ? 0 : 1,
        };
    }

    private static Report With(Report report, long caseId) => new()
    {
        CaseId = caseId,
        PostId = report.PostId,
        AboutId = report.AboutId,
        MemberId = report.MemberId,
        Rule = report.Rule,
        CategoryId = report.CategoryId,
        Message = report.Message,
        At = report.At,
    };
}
