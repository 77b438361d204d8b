using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tags;

/// <summary>A stretch of the tags; <paramref name="Next"/> is the address part to go on after. Without counts: they would tell of threads that the reader may not see.</summary>
public sealed record TagList(bool ByName, IReadOnlyList<string> Names, string? Next);

/// <summary>Reads the tags, the most used first or by name, and finds them by their beginning.</summary>
public sealed class TagListQuery(ForumDb db, BoardTrees trees)
{
    public const int PageSize = 100;
    private const int Found = 10;

    /// <summary><paramref name="after"/> is a former <see cref="TagList.Next"/>; null when it is none.</summary>
    public async Task<TagList?> RunAsync(Viewer who, bool byName, string? after, CancellationToken cancel)
    {
        var tags = db.Tags.VisibleTo(db, who, await trees.CurrentAsync(cancel));
        if (byName)
        {
            if (after is not null) tags = tags.After(after);
            tags = tags.OrderBy(t => t.Folded);
        }
        else
        {
            if (after is not null)
            {
                if (Position(after) is not var (threads, id)) return null;
                tags = tags.Where(t => t.Threads <= threads && (t.Threads < threads || t.Id < id));
            }
            tags = tags.OrderByDescending(t => t.Threads).ThenByDescending(t => t.Id);
        }
        var found = await tags.Take(PageSize + 1).Select(t => new { t.Id, t.Name, t.Folded, t.Threads }).ToListAsync(cancel);
        string? next = null;
        if (found.Count > PageSize)
        {
            var last = found[PageSize - 1];
            next = byName ? last.Folded : string.Create(CultureInfo.InvariantCulture, $"{last.Threads}-{last.Id}");
        }
        return new TagList(byName, [.. found.Take(PageSize).Select(t => t.Name)], next);
    }

    /// <summary>Tags that begin so, for completion: the most used first, ten at most.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(Viewer who, string? beginning, CancellationToken cancel)
    {
        var folded = TagNames.Parse(beginning) is [var first, ..] ? TagNames.Fold(first) : "";
        if (folded.Length is 0 or > 100) return [];
        return await db.Tags.VisibleTo(db, who, await trees.CurrentAsync(cancel)).Where(t => t.Folded.StartsWith(folded))
            .OrderByDescending(t => t.Threads).ThenBy(t => t.Id).Take(Found).Select(t => t.Name).ToListAsync(cancel);
    }

    private static (int Threads, int Id)? Position(string after) =>
        after.Split('-') is [var threads, var id] && int.TryParse(threads, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
            && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? (t, i) : null;
}
