using ForumEngine.Acts;
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
    /// <summary>What the viewer did last and can undo.</summary>
    public LastAct? Last { get; init; }

    public int Waiting => Boxes.Sum(b => b.Count.Waiting);
    public int Mine => Boxes.Sum(b => b.Count.Mine ?? 0);

    /// <summary>A box stopped counting.</summary>
    public bool WaitingMore => Boxes.Any(b => b.Count.Waiting >= BoxCount.Most);

    /// <summary>Boards that the filter offers: those in which the viewer is staff.</summary>
    public required IReadOnlyList<BoardNode> Boards { get; init; }
}

/// <summary>Makes the <see cref="DeskFrame"/> of this request, once: the desk's layout asks for it, as the site's does for its own.</summary>
public sealed class DeskFrames(IEnumerable<IDeskBox> boxes, BoardTrees trees, DeskPulses pulses, DeskPresence presence, CurrentViewer current, IHttpContextAccessor accessor)
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
        var pulse = await pulses.ReadAsync(who, query.Board, scope, cancel);
        var open = boxes.Where(b => pulse.Boxes.Any(c => c.Key == b.Key) && (query.Key.Length == 0 || b.Key == query.Key));
        var lines = query.IsList && withLines ? await DeskList.ReadAsync(open, who, query, scope, PageSize, cancel) : null;
        return new DeskFrame(query, [.. pulse.Boxes.Select(b => new DeskBoxLink(b.Key, query.Box(b.Key), b.Count))], lines?.Lines, lines?.Next, pulse.Day, presence.Others(who))
        {
            Last = pulse.Last,
            Boards = [.. tree.All.Where(who.IsStaff)],
        };
    }
}
