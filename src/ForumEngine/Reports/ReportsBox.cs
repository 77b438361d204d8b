using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>Reports on the desk: what is due first stands first.</summary>
public sealed class ReportsBox(ForumDb db, BoardTrees trees, ReportCategories categories) : IDeskBox
{
    public string Key => "reports";
    public int Order => 10;

    public async Task<BoxCount?> CountAsync(Viewer who, BoxScope scope, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        if (CaseReach.Of(who, tree, BoxScope.Everywhere).IsNone) return null;
        var open = await CaseReach.Of(who, tree, scope).Of(db, db.ReportCases.Where(c => c.ClosedAt == null))
            .OrderBy(x => x.Case.DueAt).ThenBy(x => x.Case.Id)
            .Select(x => new { x.Case.OpenedAt, x.Case.AssigneeId }).Take(BoxCount.Most).ToListAsync(cancel);
        return new BoxCount(open.Count, open.Count == 0 ? null : open.Min(c => c.OpenedAt)) { Mine = open.Count(c => who.Is(c.AssigneeId)) };
    }

    public async Task<IReadOnlyList<BoxLine>> ReadAsync(Viewer who, BoxQuery query, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var reach = CaseReach.Of(who, tree, query.Scope);
        if (reach.IsNone) return [];
        var rows = await Ordered(reach.Of(db, Cases(who, query)), query.Show).Take(query.Take + 1).Select(x => new Row(
            x.Case.Id, x.Case.Kind, x.Case.Title, x.Case.Excerpt, x.Case.CategoryId, x.Case.Reports, x.Case.AuthorName, x.Case.OpenedAt, x.Case.DueAt,
            x.Case.ClosedAt, x.Case.Outcome, x.Case.AssigneeName, x.Case.ClosedByName, (int?)x.Post!.Floor, (int?)x.Thread!.BoardId,
            db.Reports.Where(r => r.CaseId == x.Case.Id).OrderBy(r => r.Id).Select(r => r.Message).FirstOrDefault(),
            db.Members.Where(m => m.Id == x.Case.MemberId && !x.Case.IsAnonymous).Select(m => (DateTime?)m.JoinedAt).FirstOrDefault())).ToListAsync(cancel);
        var set = await categories.CurrentAsync(cancel);
        return rows.ConvertAll(r => LineOf(r, set, tree, query.Show));
    }

    private IQueryable<ReportCase> Cases(Viewer who, BoxQuery query)
    {
        var cases = query.Show switch
        {
            BoxShow.Done => db.ReportCases.Where(c => c.ClosedAt != null),
            BoxShow.Mine => db.ReportCases.Where(c => c.ClosedAt == null && c.AssigneeId == who.MemberId),
            _ => db.ReportCases.Where(c => c.ClosedAt == null),
        };
        if (query.Search.Length > 0) cases = cases.Where(c => c.Title.Contains(query.Search) || c.AuthorName.Contains(query.Search) || c.Excerpt.Contains(query.Search));
        if (BoxCursor.Read(query.After) is not { } after) return cases;
        var (at, id) = after;
        return query.Show == BoxShow.Done
            ? cases.Where(c => c.ClosedAt <= at && (c.ClosedAt < at || c.Id < id))
            : cases.Where(c => c.DueAt >= at && (c.DueAt > at || c.Id > id));
    }

    private static IQueryable<CaseInPlace> Ordered(IQueryable<CaseInPlace> cases, BoxShow show) => show == BoxShow.Done
        ? cases.OrderByDescending(x => x.Case.ClosedAt).ThenByDescending(x => x.Case.Id)
        : cases.OrderBy(x => x.Case.DueAt).ThenBy(x => x.Case.Id);

    private static BoxLine LineOf(Row r, CategorySet set, BoardTree tree, BoxShow show)
    {
        var sort = show == BoxShow.Done ? r.ClosedAt!.Value : r.DueAt;
        var kind = r.Kind == CaseKind.Complaint ? BoxLineKind.Complaint : IsUrgent(r, set) ? BoxLineKind.Urgent : BoxLineKind.Report;
        var mark = r.Outcome is { } outcome ? $"Line_{outcome}" : r.AssigneeName.Length > 0 ? "Line_Taken" : "";
        return new BoxLine(kind, r.Floor > 1 && r.Excerpt.Length > 0 ? r.Excerpt : r.Title, string.Create(CultureInfo.InvariantCulture, $"/desk/reports/{r.Id}"),
            r.OpenedAt, sort, new BoxCursor(sort, r.Id).ToString())
        {
            SubKey = r.Reports == 0 ? "Line_Flagged" : string.IsNullOrEmpty(r.Message) ? "Line_Reports" : "Line_ReportsSaying",
            SubArguments = [set.NameOf(r.CategoryId), r.Reports, r.Message ?? ""],
            By = r.AuthorName,
            Board = tree.Find(r.BoardId ?? 0)?.Name ?? "",
            Joined = r.Joined,
            Due = r.ClosedAt is null ? r.DueAt : null,
            MarkKey = mark,
            MarkArguments = [r.Outcome is null ? r.AssigneeName : r.ClosedByName],
            Tick = show == BoxShow.Done ? null : r.Id,
        };
    }

    /// <summary>Whatever should be decided within half a day.</summary>
    private static bool IsUrgent(Row r, CategorySet set) => set.Find(r.CategoryId) is { DueHours: <= 12 };

    private sealed record Row(long Id, CaseKind Kind, string Title, string Excerpt, int CategoryId, int Reports, string AuthorName, DateTime OpenedAt, DateTime DueAt,
        DateTime? ClosedAt, ReportOutcome? Outcome, string AssigneeName, string ClosedByName, int? Floor, int? BoardId, string? Message, DateTime? Joined);
}
