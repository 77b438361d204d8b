using ForumEngine.Permissions;
using ForumEngine.Staff;

namespace ForumEngine.Web.Staff;

/// <summary>The lines of one box, or of all boxes merged by when they should be looked at.</summary>
public sealed record DeskList(IReadOnlyList<BoxLine> Lines, string? Next)
{
    /// <summary>
    /// <see cref="DeskQuery.After"/> holds a cursor for each box (<c>reports:638-12.appeals:638-4</c>): where its part of the last page ended.
    /// </summary>
    public static async Task<DeskList> ReadAsync(IEnumerable<IDeskBox> boxes, Viewer who, DeskQuery query, BoxScope scope, int take, CancellationToken cancel)
    {
        var cursors = Cursors(query.After);
        List<(string Key, BoxLine Line)> all = [];
        foreach (var box in boxes)
            foreach (var line in await box.ReadAsync(who, new BoxQuery(scope, query.Show, cursors.GetValueOrDefault(box.Key), take) { Search = query.Search }, cancel))
                all.Add((box.Key, line));
        var sorted = query.Show == BoxShow.Done ? all.OrderByDescending(x => x.Line.Sort).ToList() : [.. all.OrderBy(x => x.Line.Sort)];
        if (sorted.Count <= take) return new DeskList([.. sorted.Select(x => x.Line)], null);
        foreach (var (key, line) in sorted.Take(take)) cursors[key] = line.Cursor;
        return new DeskList([.. sorted.Take(take).Select(x => x.Line)], string.Join('.', cursors.Select(c => $"{c.Key}:{c.Value}")));
    }

    private static Dictionary<string, string> Cursors(string? after) => (after ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split(':')).Where(part => part.Length == 2).DistinctBy(part => part[0]).ToDictionary(part => part[0], part => part[1]);
}
