using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Chromium 109 shows the same colours and the same layout as today's: what is newer has a fallback.</summary>
public sealed class OldBrowserTests(OldChromium old, Chromium current) : IClassFixture<OldChromium>, IClassFixture<Chromium>
{
    /// <summary>Everything that carries a colour or a place, element by element.</summary>
    private const string Measure = """
        [...document.querySelectorAll("body, header, main, nav, footer, h1, h2, h3, a, button, .btn, .mk, .note, .row, .floor, .board, .in, .av, .light, .tabs > *, .txt")].map(e => {
          const s = getComputedStyle(e), r = e.getBoundingClientRect();
          return [e.tagName + "." + e.className, s.color, s.backgroundColor, s.display.replace("-webkit-box", "flow-root"), s.fontSize, Math.round(r.left), Math.round(r.width), Math.round(r.height)].join(" | ");
        })
        """;

    [Theory]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Phone, true)]
    public async Task Old_and_new_look_alike(Screen screen, bool dark)
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.SetAsync("Look.AccentHue", "300");
        var (board, thread) = await FurnishAsync(site);
        await using var before = await old.OpenAsync(site, screen, dark: dark);
        await using var now = await current.OpenAsync(site, screen, dark: dark);
        Assert.Contains("109.", await before.Page.EvaluateAsync<string>("navigator.userAgent"), StringComparison.Ordinal);
        foreach (var url in (string[])["/", $"/boards/{board}", $"/threads/{thread}", "/account/register", "/darkroom"])
        {
            var (shown, wanted) = (await MeasureAsync(before, url), await MeasureAsync(now, url));
            Expect.None(shown.Zip(wanted).Where(pair => !Alike(pair.First, pair.Second)).Select(pair => $"{url}: {pair.First} instead of {pair.Second}"));
            Assert.Equal(wanted.Length, shown.Length);
            Assert.Equal(dark ? "rgb(19, 21, 25)" : "rgb(252, 253, 254)", await before.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
            await before.FitsAsync();
        }
        before.HasNoComplaints();
    }

    [Fact]
    public async Task Scripts_menus_and_dialogs_work()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        await using var tab = await old.OpenAsync(site, Screen.Desktop);
        await tab.Page.GotoAsync("/");
        await tab.Page.Keyboard.PressAsync("?");
        Assert.True(await tab.Page.Locator("dialog#keys").IsVisibleAsync());
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.Page.Keyboard.PressAsync("/");
        Assert.Equal("q", await tab.Page.EvaluateAsync<string>("document.activeElement.name"));
        tab.HasNoComplaints();
    }

    private static async Task<string[]> MeasureAsync(Tab tab, string url)
    {
        await tab.Page.GotoAsync(url, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return await tab.Page.EvaluateAsync<string[]>(Measure);
    }

    /// <summary>Same element and colours; places may differ by what CJK-Latin spacing and trimmed punctuation add to a line.</summary>
    private static bool Alike(string shown, string wanted)
    {
        var (a, b) = (shown.Split(" | "), wanted.Split(" | "));
        return a.Take(5).SequenceEqual(b.Take(5)) && a.Skip(5).Zip(b.Skip(5)).All(pair =>
            Math.Abs(int.Parse(pair.First, System.Globalization.CultureInfo.InvariantCulture) - int.Parse(pair.Second, System.Globalization.CultureInfo.InvariantCulture)) <= 24);
    }

    private static async Task<(int Board, long Thread)> FurnishAsync(Site site)
    {
        var board = await site.BoardAsync("闲聊", await site.CategoryAsync("社区"));
        var author = await site.NewMemberAsync();
        await site.ThreadAsync(board, author, "置顶的主题", adjust: t => t.Sticky = ForumEngine.Threads.Sticky.Board);
        await site.ThreadAsync(board, author, "加精的主题", adjust: t => (t.Digest, t.Colour) = (2, 3));
        var thread = await site.ThreadAsync(board, author, "有人回复的主题", replies: 12);
        await site.RunJobsAsync();
        return (board.Id, thread.Id);
    }
}
