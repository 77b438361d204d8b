using ForumEngine.Jobs;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>
/// What some threads add to the counters of boards, members and days. Merging and splitting take it before and after, with the
/// rows locked, and write the difference: whatever they did, the counters stay exact.
/// </summary>
internal sealed class Tally
{
    private readonly Dictionary<int, (int Threads, int Posts, int Today)> boards = [];
    private readonly Dictionary<int, (int Threads, int Digests)> authors = [];
    private readonly Dictionary<DateOnly, int> days = [];

    public static async Task<Tally> OfAsync(ForumDb db, IReadOnlyList<long> threadIds, DateTime now, TimeZoneInfo zone, CancellationToken cancel)
    {
        var tally = new Tally();
        var threads = await db.Threads.Where(t => threadIds.Contains(t.Id))
            .Select(t => new { t.Id, t.BoardId, t.State, t.RedirectToThreadId, t.Replies, t.AuthorId, t.Digest, t.CreatedAt }).ToListAsync(cancel);
        foreach (var t in threads)
        {
            var counted = t is { State: ContentState.Published, RedirectToThreadId: null };
            var board = tally.boards.GetValueOrDefault(t.BoardId);
            var today = await Days.PostsTodayAsync(db, t.Id, now, zone, cancel);
            tally.boards[t.BoardId] = (board.Threads + (counted ? 1 : 0), board.Posts + (counted ? t.Replies + 1 : 0), board.Today + today);
            if (t.RedirectToThreadId is null) tally.days[t.CreatedAt.DayIn(zone)] = tally.days.GetValueOrDefault(t.CreatedAt.DayIn(zone)) + 1;
            if (!counted || t.AuthorId is not { } author) continue;
            var of = tally.authors.GetValueOrDefault(author);
            tally.authors[author] = (of.Threads + 1, of.Digests + (t.Digest > 0 ? 1 : 0));
        }
        return tally;
    }

    /// <summary>From these to <paramref name="after"/>, in the caller's transaction.</summary>
    public async Task WriteAsync(ForumDb db, Tally after, DateTime now, CancellationToken cancel)
    {
        foreach (var board in boards.Keys.Union(after.boards.Keys).Order())
        {
            var (was, then) = (boards.GetValueOrDefault(board), after.boards.GetValueOrDefault(board));
            Outbox.Add(db, BoardDelta.Kind, new BoardDelta(board, then.Threads - was.Threads, then.Posts - was.Posts, now, null) { Today = then.Today - was.Today }, now);
        }
        foreach (var author in authors.Keys.Union(after.authors.Keys).Order())
        {
            var (was, then) = (authors.GetValueOrDefault(author), after.authors.GetValueOrDefault(author));
            var (threads, digests) = (then.Threads - was.Threads, then.Digests - was.Digests);
            if (threads != 0 || digests != 0)
                await db.Members.Where(m => m.Id == author).ExecuteUpdateAsync(m => m
                    .SetProperty(x => x.Threads, x => x.Threads + threads).SetProperty(x => x.DigestThreads, x => x.DigestThreads + digests), cancel);
        }
        foreach (var day in days.Keys.Union(after.days.Keys).Order())
            if (after.days.GetValueOrDefault(day) - days.GetValueOrDefault(day) is var add and not 0) await SiteDays.AddAsync(db, day, 0, add, 0, cancel);
    }
}
