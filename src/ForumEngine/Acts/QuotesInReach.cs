using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>Of posts that a page quotes, those blocked ones whose words this viewer may not read, in whatever thread they stand: only their board's staff may.</summary>
public sealed class QuotesInReach(ForumDb db, BoardTrees trees)
{
    /// <summary>One query, and none where nothing is quoted but what is <paramref name="known"/> (posts of the page itself: withheld or not).</summary>
    internal async Task<IReadOnlySet<long>> WithheldAsync(Viewer viewer, IEnumerable<string> htmls, IReadOnlyDictionary<long, bool> known, CancellationToken cancel)
    {
        long[] quoted = [.. htmls.SelectMany(BlockedQuotes.IdsIn).Distinct()];
        var withheld = quoted.Where(id => known.GetValueOrDefault(id)).ToHashSet();
        long[] elsewhere = [.. quoted.Where(id => !known.ContainsKey(id))];
        if (elsewhere.Length == 0) return withheld;
        var blocked = await (from p in db.Posts
                             join t in db.Threads on p.ThreadId equals t.Id
                             where elsewhere.Contains(p.Id) && p.IsBlocked
                             select new { p.Id, t.BoardId }).ToListAsync(cancel);
        if (blocked.Count == 0) return withheld;
        var tree = await trees.CurrentAsync(cancel);
        withheld.UnionWith(blocked.Where(b => tree.Find(b.BoardId) is not { } board || !viewer.IsStaff(board)).Select(b => b.Id));
        return withheld;
    }
}
