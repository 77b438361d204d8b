using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Statistics;

public sealed class TrendTests
{
    [Theory, EveryDatabase]
    public async Task Who_was_here_since_the_sites_midnight_is_counted_and_never_uncounted(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var job = forum.Services.GetServices<IJob>().OfType<CountActive>().Single();
        // 16:00 in Shanghai: its midnight was 16:00 UTC of the day before.
        var midnight = new DateTime(2026, 5, 3, 16, 0, 0, DateTimeKind.Utc);
        foreach (var (name, seen) in (IEnumerable<(string, DateTime)>)[("now", forum.Now), ("early", midnight), ("yesterday", midnight.AddSeconds(-1))])
        {
            var member = await forum.MemberAsync(name);
            await forum.Rows(r => r.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.LastSeenAt, seen)));
        }
        await forum.Rows(r => r.Members.Where(m => m.UserName == Template.Founder).ExecuteUpdateAsync(m => m.SetProperty(x => x.LastSeenAt, (DateTime?)null)));
        await job.RunAsync(default);
        Assert.Equal(2, await ActiveAsync(forum));
        await forum.Rows(r => r.Members.ExecuteUpdateAsync(m => m.SetProperty(x => x.LastSeenAt, (DateTime?)null)));
        await job.RunAsync(default);
        Assert.Equal(2, await ActiveAsync(forum));
    }

    private static Task<int> ActiveAsync(Forum forum) => forum.Rows(r => r.SiteDays.Where(d => d.Day == new DateOnly(2026, 5, 4)).Select(d => d.Active).SingleAsync());

    [Theory, EveryDatabase]
    public async Task No_day_is_left_out_and_response_times_are_weighed_by_cases(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var today = new DateOnly(2026, 5, 4);
        await forum.Rows(async r =>
        {
            await r.SiteDays.ExecuteDeleteAsync();
            r.SiteDays.Add(new SiteDay { Day = today, Posts = 7, Threads = 2, Members = 1, Active = 5 });
            r.SiteDays.Add(new SiteDay { Day = today.AddDays(-30), Posts = 99 });
            r.StaffPaces.Add(new StaffPace { Day = today, ActorId = 1, Cases = 1, MedianSeconds = 36000 });
            r.StaffPaces.Add(new StaffPace { Day = today, ActorId = 2, Cases = 9, MedianSeconds = 60 });
            return await r.SaveChangesAsync();
        });
        var days = await forum.Use<Trend, IReadOnlyList<TrendDay>>(t => t.ReadAsync(forum.Now, 29, true, default));
        Assert.Equal(30, days.Count);
        Assert.Equal((today.AddDays(-29), today), (days[0].Day, days[^1].Day));
        Assert.Equal(new TrendDay(today, 7, 2, 1, 5, TimeSpan.FromMinutes(1)), days[^1]);
        Assert.All(days.Take(29), d => Assert.Equal(new TrendDay(d.Day, 0, 0, 0, 0), d));
        Assert.Equal(99, (await forum.Use<Trend, IReadOnlyList<TrendDay>>(t => t.ReadAsync(forum.Now, 90, false, default))).Max(d => d.Posts));
    }

    [Theory, EveryDatabase]
    public async Task The_page_of_statistics_names_only_boards_that_its_reader_sees_and_is_for_whom_the_setting_says(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (open, secret) = (await forum.BoardAsync("Open"), await forum.BoardAsync("Secret"));
        await forum.CellAsync(secret, Groups.Group.Guests, BoardRight.View, allow: false);
        var author = await forum.MemberAsync("author");
        foreach (var board in (ForumEngine.Boards.Board[])[open, secret, secret]) await forum.Rows(r => r.BoardStats.Where(s => s.BoardId == board.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Posts, x => x.Posts + 1)));
        Task<Outcome<StatisticsPage>> ReadAsync(Viewer who) => forum.Use<SiteStatistics, Outcome<StatisticsPage>>(s => s.ReadAsync(who, 30, default));
        Assert.Equal(["Open"], (await ReadAsync(await forum.GuestAsync())).Value.Boards.Select(b => b.Name));
        Assert.Equal(["Secret", "Open"], (await ReadAsync(await forum.ViewerAsync(author))).Value.Boards.Select(b => b.Name));
        await forum.SetAsync("Reading.Statistics", "members");
        Assert.Equal(Refusal.SignInFirst, (await ReadAsync(await forum.GuestAsync())).Refusal);
        Assert.Null((await ReadAsync(await forum.ViewerAsync(author))).Refusal);
        await forum.SetAsync("Reading.Statistics", "nobody");
        Assert.Equal(Refusal.NotFound, (await ReadAsync(await forum.ViewerAsync(author))).Refusal);
        Assert.Null((await ReadAsync(await forum.ViewerAsync(await forum.MemberAsync("mod", Groups.Group.Moderators)))).Refusal);
    }
}
