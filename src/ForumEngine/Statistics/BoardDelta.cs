using System.Text.Json;
using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Statistics;

/// <summary>
/// What a write means for the counters of its board and of the site. <paramref name="Last"/> is the new last post when one was
/// written; when posts went away the last post is looked up again.
/// </summary>
public sealed record BoardDelta(int BoardId, int Threads, int Posts, DateTime At, LastPost? Last)
{
    /// <summary>What moved into the board or out of it of the posts written on the day of <see cref="At"/>.</summary>
    public int Today { get; init; }

    public const string Kind = "board.delta";
}

/// <summary>The last post of a board as its row shows it; the author is hidden for anonymous ones.</summary>
public sealed record LastPost(long ThreadId, string Title, int? AuthorId, string AuthorName);

/// <summary>Folds many deltas into one update per board, per day and per counter.</summary>
public sealed class FoldBoardDeltas(SettingsSource settings) : IOutboxHandler
{
    public string Kind => BoardDelta.Kind;
    public bool InTransaction => true;

    public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        var deltas = payloads.Select(p => JsonSerializer.Deserialize<BoardDelta>(p)!).ToList();
        var zone = (await settings.CurrentAsync(cancel)).Zone();
        foreach (var board in deltas.GroupBy(d => d.BoardId).OrderBy(b => b.Key)) await FoldAsync(db, board.Key, [.. board], zone, cancel);
        foreach (var day in deltas.Where(d => d.Last is not null).GroupBy(d => d.At.DayIn(zone)))
            await SiteDays.AddAsync(db, day.Key, day.Sum(d => d.Posts), day.Sum(d => d.Threads), 0, cancel);
        await SiteDays.CountAsync(db, SiteCounter.Posts, deltas.Sum(d => d.Posts), cancel);
        await SiteDays.CountAsync(db, SiteCounter.Threads, deltas.Sum(d => d.Threads), cancel);
    }

    private static async Task FoldAsync(ForumDb db, int boardId, List<BoardDelta> deltas, TimeZoneInfo zone, CancellationToken cancel)
    {
        var (threads, posts) = (deltas.Sum(d => d.Threads), deltas.Sum(d => d.Posts));
        var row = db.BoardStats.Where(s => s.BoardId == boardId);
        await row.ExecuteUpdateAsync(s => s
            .SetProperty(x => x.Threads, x => x.Threads + threads).SetProperty(x => x.Posts, x => x.Posts + posts), cancel);

        foreach (var day in deltas.Where(d => d.Last is not null).GroupBy(d => d.At.DayIn(zone)).OrderBy(d => d.Key))
        {
            var count = day.Sum(d => d.Posts);
            await row.Where(s => s.Today < day.Key).ExecuteUpdateAsync(s => s.SetProperty(x => x.Today, day.Key).SetProperty(x => x.PostsToday, 0), cancel);
            await row.Where(s => s.Today == day.Key).ExecuteUpdateAsync(s => s.SetProperty(x => x.PostsToday, x => x.PostsToday + count), cancel);
        }
        foreach (var day in deltas.Where(d => d.Today != 0).GroupBy(d => d.At.DayIn(zone)).OrderBy(d => d.Key))
        {
            var moved = day.Sum(d => d.Today);
            if (moved > 0) await row.Where(s => s.Today < day.Key).ExecuteUpdateAsync(s => s.SetProperty(x => x.Today, day.Key).SetProperty(x => x.PostsToday, 0), cancel);
            await row.Where(s => s.Today == day.Key).ExecuteUpdateAsync(s => s.SetProperty(x => x.PostsToday, x => x.PostsToday + moved), cancel);
        }
        if (deltas.Any(d => d.Last is null)) await LookUpLastAsync(db, boardId, cancel);
        else if (deltas.MaxBy(d => d.At) is { Last: { } last } latest)
            await SetLastAsync(row.Where(s => s.LastPostAt == null || s.LastPostAt <= latest.At), last, latest.At, cancel);
    }

    /// <summary>After a deletion, a restoration or a move: the last post of what is left.</summary>
    private static async Task LookUpLastAsync(ForumDb db, int boardId, CancellationToken cancel)
    {
        var last = await db.Threads
            .Where(t => t.BoardId == boardId && t.State == ContentState.Published && t.RedirectToThreadId == null)
            .OrderByDescending(t => t.LastPostAt).FirstOrDefaultAsync(cancel);
        await SetLastAsync(db.BoardStats.Where(s => s.BoardId == boardId),
            last is null ? null : new LastPost(last.Id, last.Title, last.LastAuthorId, last.LastAuthorName), last?.LastPostAt, cancel);
    }

    private static Task<int> SetLastAsync(IQueryable<BoardStats> row, LastPost? last, DateTime? at, CancellationToken cancel) =>
        row.ExecuteUpdateAsync(s => s
            .SetProperty(x => x.LastThreadId, last == null ? null : last.ThreadId)
            .SetProperty(x => x.LastTitle, last == null ? null : last.Title)
            .SetProperty(x => x.LastAuthorId, last == null ? null : last.AuthorId)
            .SetProperty(x => x.LastAuthorName, last == null ? null : last.AuthorName)
            .SetProperty(x => x.LastPostAt, at), cancel);
}
