using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Web.Mvc;

namespace ForumEngine.Web.Staff;

/// <summary>A box in the desk's menu.</summary>
public sealed record DeskBoxLink(string Key, string Url, BoxCount Count);

/// <summary>
/// What stands around everything on the desk: the boxes with their counts, the list of the one that is open, the day's figures.
/// <paramref name="Lines"/> is null on pages that belong to no box.
/// </summary>
public sealed record DeskFrame(DeskQuery Query, IReadOnlyList<DeskBoxLink> Boxes, IReadOnlyList<BoxLine>? Lines, string? Next, DeskDay? Day, IReadOnlyList<string> Others)
{
    public int Waiting => Boxes.Sum(b => b.Count.Waiting);
    public int Mine => Boxes.Sum(b => b.Count.Mine ?? 0);

    /// <summary>A box stopped counting.</summary>
    public bool WaitingMore => Boxes.Any(b => b.Count.Waiting >= BoxCount.Most);

    /// <summary>Boards that the filter offers: those in which the viewer is staff.</summary>
    public required IReadOnlyList<BoardNode> Boards { get; init; }
}

/// <summary>Makes the <see cref="DeskFrame"/> of this request, once: the desk's layout asks for it, as the site's does for its own.</summary>
public sealed class DeskFrames(IEnumerable<IDeskBox> boxes, BoardTrees trees, DeskFigures figures, DeskPresence presence, CurrentViewer current, IHttpContextAccessor accessor)
{
    public const int PageSize = 20;
    private DeskFrame? frame;

    /// <summary>Without its lines where a page takes the list's place.</summary>
    public async ValueTask<DeskFrame> GetAsync(bool withLines = true) => frame ??= await MakeAsync(accessor.HttpContext!, withLines);

    private async Task<DeskFrame> MakeAsync(HttpContext http, bool withLines)
    {
        var (who, cancel) = (current.Viewer, http.RequestAborted);
        var tree = await trees.CurrentAsync(cancel);
        var query = DeskQuery.Of(http.Request);
        var scope = query.ScopeIn(tree);
        presence.Note(who, http.Request.Path);
        List<(IDeskBox Box, DeskBoxLink Link)> open = [];
        foreach (var box in boxes.OrderBy(b => b.Order))
            if (await box.CountAsync(who, scope, cancel) is { } count) open.Add((box, new DeskBoxLink(box.Key, query.Box(box.Key), count)));
        var lines = query.IsList && withLines ? await DeskList.ReadAsync(open.Where(o => query.Key.Length == 0 || o.Box.Key == query.Key).Select(o => o.Box), who, query, scope, PageSize, cancel) : null;
        return new DeskFrame(query, open.ConvertAll(o => o.Link), lines?.Lines, lines?.Next, await figures.ReadAsync(who, cancel), presence.Others(who))
        {
            Boards = [.. tree.All.Where(who.IsStaff)],
        };
    }
}
