using ForumEngine.Accounts;
using ForumEngine.Boards;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>How much fits on a screen, in pixels: Discuz members read by sweeping over rows (docs/face.md).</summary>
public sealed class DensityTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Title = "一楼阳台能不能自己封";

    [Fact]
    public async Task A_board_has_rows_of_34_and_23_of_them_in_the_first_1000_pixels()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.SetAsync("Reading.ThreadsPerPage", "40");
        var (board, author) = await BoardAsync(site);
        for (var n = 0; n < 30; n++) await site.ThreadAsync(board, author, $"{Title} {n}", replies: n);
        await site.RunJobsAsync();
        await using var tab = await chromium.OpenAsync(site, Screen.Desktop);
        await tab.Page.GotoAsync($"/boards/{board.Id}");
        var rows = await EdgesAsync(tab, ".row");
        Assert.Equal(30, rows.Length);
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.Equal(34, pair.Second.Top - pair.First.Top, 2));
        Assert.InRange(rows.Count(r => r.Bottom <= 1000), 23, 30);

        await site.SetAsync("Look.Density", "comfortable");
        await tab.Page.ReloadAsync();
        Assert.Equal(40, (await EdgesAsync(tab, ".row"))[0].Height, 2);
    }

    [Fact]
    public async Task A_row_on_a_phone_is_58_high_and_a_long_title_stays_below_83()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var (board, author) = await BoardAsync(site);
        await site.ThreadAsync(board, author, Title);
        await site.ThreadAsync(board, author, string.Concat(Enumerable.Repeat(Title, 4)));
        await using var tab = await chromium.OpenAsync(site, Screen.Phone);
        await tab.Page.GotoAsync($"/boards/{board.Id}");
        var rows = await EdgesAsync(tab, ".row");
        Assert.InRange(rows.Min(r => r.Height), 44, 60);
        Assert.InRange(rows.Max(r => r.Height), 70, 82);
    }

    [Fact]
    public async Task A_board_on_the_index_is_51_high()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var (board, author) = await BoardAsync(site);
        await site.ThreadAsync(board, author, Title);
        await site.RunJobsAsync();
        await using var tab = await chromium.OpenAsync(site, Screen.Desktop);
        await tab.Page.GotoAsync("/");
        Assert.All(await EdgesAsync(tab, ".board"), row => Assert.Equal(51, row.Height, 2));
    }

    [Theory]
    [InlineData(Screen.Desktop, 75)]
    [InlineData(Screen.Phone, 90)]
    public async Task A_reply_of_one_line_is_low(Screen screen, int highest)
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var (board, author) = await BoardAsync(site);
        var thread = await site.ThreadAsync(board, author, Title, replies: 5);
        using var member = await site.NewVisitorAsync();
        await using var tab = await chromium.OpenAsync(site, screen);
        foreach (System.Net.Cookie cookie in member.Cookies.GetCookies(site.Url))
            await tab.Page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = site.Url.ToString() }]);
        await tab.Page.GotoAsync($"/threads/{thread.Id}");
        var floors = (await EdgesAsync(tab, ".floor")).Skip(1).ToList();
        Assert.Equal(5, floors.Count);
        Assert.All(floors, floor => Assert.InRange(floor.Height, 40, highest));
        Assert.True(await tab.Page.Locator(".floor .acts a").First.IsVisibleAsync());
    }

    private static async Task<(Board Board, Member Author)> BoardAsync(Site site) =>
        (await site.BoardAsync("装修与维修", await site.CategoryAsync("生活")), await site.NewMemberAsync());

    private static async Task<Edge[]> EdgesAsync(Tab tab, string selector) => await tab.Page.EvaluateAsync<Edge[]>(
        "selector => [...document.querySelectorAll(selector)].map(e => e.getBoundingClientRect()).map(r => ({ top: r.top, bottom: r.bottom, height: r.height }))", selector);

    private sealed record Edge
    {
        public double Top { get; init; }
        public double Bottom { get; init; }
        public double Height { get; init; }
    }
}
