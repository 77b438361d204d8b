using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Statistics;

/// <summary>Who reads the page of statistics: setting <c>Reading.Statistics</c>.</summary>
public static class StatisticsAudience
{
    public const string Everyone = "everyone";
    public const string Members = "members";
    public const string Nobody = "nobody";
}

/// <summary>The page of statistics (features.md, A2 and J): totals, days, and the boards that the viewer sees, the liveliest first.</summary>
public sealed record StatisticsPage(SiteFigures Figures, Online Online, int Days, IReadOnlyList<TrendDay> Trend, IReadOnlyList<BoardRank> Boards);

public sealed record BoardRank(int Id, string Name, int Threads, int Posts, int Today);

/// <summary>Reads it; three queries at most when nothing is known yet. Not found for those to whom it isn't shown; the staff always sees it.</summary>
public sealed class SiteStatistics(ForumDb db, BoardTrees trees, SettingsSource settings, Figures figures, OnlineNow online, Trend trend)
{
    private const int MostBoards = 20;

    public async Task<Outcome<StatisticsPage>> ReadAsync(Viewer who, int days, CancellationToken cancel)
    {
        var site = await settings.CurrentAsync(cancel);
        if (!IsFor(who, site.Reading.Statistics)) return site.Reading.Statistics == StatisticsAudience.Members ? Refusal.SignInFirst : Refusal.NotFound;
        var today = who.Now.DayIn(site.Zone());
        var seen = (await trees.CurrentAsync(cancel)).All.Where(b => who.May(BoardRight.View, b)).ToDictionary(b => b.Id);
        // All boards' rows, as the index reads them: there are fewer of them than a list of ids may hold in a question.
        var rows = await db.BoardStats.AsNoTracking().Where(s => s.Posts > 0)
            .Select(s => new { s.BoardId, s.Threads, s.Posts, Today = s.Today == today ? s.PostsToday : 0 }).ToListAsync(cancel);
        var boards = rows.Where(r => seen.ContainsKey(r.BoardId)).OrderByDescending(r => r.Posts).ThenBy(r => r.BoardId).Take(MostBoards)
            .Select(r => new BoardRank(r.BoardId, seen[r.BoardId].Name, r.Threads, r.Posts, r.Today));
        return new StatisticsPage(await figures.CurrentAsync(cancel), await online.CurrentAsync(cancel), Trend.Nearest(days),
            await trend.ReadAsync(who.Now, days, withStaff: false, cancel), [.. boards]);
    }

    /// <summary>Also asked by what links to it.</summary>
    public static bool IsFor(Viewer who, string audience) =>
        who.Rank >= Rank.Moderator || audience == StatisticsAudience.Everyone || (audience == StatisticsAudience.Members && who.MemberId is not null);
}
