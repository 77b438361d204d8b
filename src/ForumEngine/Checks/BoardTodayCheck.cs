using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Settings;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Checks;

/// <summary>Each board's posts of today, in the site's time zone; a post deleted since still counts.</summary>
internal sealed class BoardTodayCheck(TimeProvider clock) : Check("board.today")
{
    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var zone = (await SettingsSource.LoadAsync(db, cancel)).Zone();
        var today = clock.Now().DayIn(zone);
        var midnight = TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(TimeOnly.MinValue), zone);
        var counted = await (from p in db.Posts
                             join t in db.Threads on p.ThreadId equals t.Id
                             where p.CreatedAt >= midnight
                             group p by t.BoardId into board
                             select new { board.Key, Posts = board.Count() })
            .ToDictionaryAsync(b => b.Key, b => b.Posts, cancel);
        var wrong = (await db.BoardStats.ToListAsync(cancel)).Where(s => Kept(s, today) != counted.GetValueOrDefault(s.BoardId)).ToList();
        if (repair)
            foreach (var id in wrong.Select(s => s.BoardId))
            {
                var posts = counted.GetValueOrDefault(id);
                await db.BoardStats.Where(s => s.BoardId == id)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.Today, today).SetProperty(x => x.PostsToday, posts), cancel);
            }
        return Found(wrong.ConvertAll(s => string.Create(CultureInfo.InvariantCulture,
            $"board {s.BoardId} has {Kept(s, today)} today, counted {counted.GetValueOrDefault(s.BoardId)}")), repair);
    }

    private static int Kept(BoardStats stats, DateOnly today) => stats.Today == today ? stats.PostsToday : 0;
}
