using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Drafts;

/// <summary>A draft in the list. <paramref name="Place"/> is the board or thread it is for, empty when the writer may not see that any more.</summary>
public sealed record DraftLine(long Id, DraftKey Key, string Title, string Excerpt, string Place, DateTime UpdatedAt);

/// <summary>A page of drafts, the latest first; <paramref name="Next"/> is where the next page starts.</summary>
public sealed record DraftsPage(IReadOnlyList<DraftLine> Lines, string? Next);

/// <summary>A member's own drafts, by keyset on (UpdatedAt, Id).</summary>
public sealed class DraftList(ForumDb db, BoardTrees trees)
{
    private const int PageSize = 20;

    /// <param name="who">Whose.</param>
    /// <param name="before">A page's <see cref="DraftsPage.Next"/>; anything else starts at the front.</param>
    /// <param name="cancel">The request's life.</param>
    public async Task<DraftsPage> RunAsync(Viewer who, string? before, CancellationToken cancel)
    {
        var drafts = db.Drafts.Where(d => d.MemberId == who.MemberId && d.PublishAt == null);
        if (Read(before) is var (at, last)) drafts = drafts.Where(d => d.UpdatedAt <= at && (d.UpdatedAt < at || d.Id < last));
        var found = await drafts.OrderByDescending(d => d.UpdatedAt).ThenByDescending(d => d.Id).Take(PageSize + 1)
            .Select(d => new { d.Id, d.Key, d.Title, d.Body, d.ThreadId, d.UpdatedAt }).ToListAsync(cancel);
        var tree = await trees.CurrentAsync(cancel);
        var ids = found.Select(d => d.ThreadId).OfType<long>().ToList();
        var titles = ids.Count == 0 ? [] : await db.Threads.VisibleTo(who, tree).Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Title, cancel);
        var lines = from d in found.Take(PageSize)
                    let key = DraftKey.Read(d.Key)
                    where key is not null
                    let place = key.Form switch
                    {
                        "board" => tree.FindVisible((int)key.Id, who)?.Name,
                        "reply" => titles.GetValueOrDefault(key.Id),
                        _ => null,
                    }
                    select new DraftLine(d.Id, key, d.Title, PostMarkup.ToExcerpt(d.Body, 120), place ?? "", d.UpdatedAt);
        return new DraftsPage([.. lines], found.Count > PageSize ? Write(found[PageSize - 1].UpdatedAt, found[PageSize - 1].Id) : null);
    }

    private static string Write(DateTime at, long id) => string.Create(CultureInfo.InvariantCulture, $"{at.Ticks}-{id}");

    private static (DateTime At, long Id)? Read(string? before) => before?.Split('-') is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t <= DateTime.MaxValue.Ticks
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i) ? (new DateTime(t, DateTimeKind.Utc), i) : null;
}
