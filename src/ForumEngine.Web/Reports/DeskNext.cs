using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Reports;
using ForumEngine.Staff;
using ForumEngine.Web.Staff;

namespace ForumEngine.Web.Reports;

/// <summary>Where one goes on after a decision: the next waiting case of the same list, else the first, else the empty list.</summary>
public sealed class DeskNext(IEnumerable<IDeskBox> boxes, BoardTrees trees)
{
    public async Task<string> AfterAsync(Viewer who, ReportCase on, HttpRequest request, CancellationToken cancel)
    {
        var query = DeskQuery.Of(request) with { After = null };
        if (query.Show == BoxShow.Done) query = query with { Show = BoxShow.Waiting };
        var scope = query.ScopeIn(await trees.CurrentAsync(cancel));
        var box = boxes.First(b => b.Key == "reports");
        var here = new BoxCursor(on.DueAt, on.Id).ToString();
        foreach (var after in new[] { here, null })
        {
            var lines = await box.ReadAsync(who, new BoxQuery(scope, query.Show, after, 2) { Search = query.Search }, cancel);
            // Skips what somebody else works on.
            if (lines.FirstOrDefault(l => l.Tick != on.Id && (query.Show == BoxShow.Mine || l.MarkKey.Length == 0)) is { } line) return query.Open(line.Url);
        }
        return query.Showing(query.Show);
    }
}
