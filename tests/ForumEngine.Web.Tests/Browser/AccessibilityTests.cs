using ForumEngine.Threads;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>axe finds nothing on the pages everybody reads; no page is wider than its screen; nothing is stopped by the policy.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Phone, true)]
    public async Task Guests_read_without_barriers(Screen screen, bool dark)
    {
        var (site, board, thread) = await TownAsync();
        await using var tab = await chromium.OpenAsync(site, screen, dark: dark);
        foreach (var url in (string[])["/", $"/boards/{board}", $"/threads/{thread}", "/account/login", "/account/register", "/darkroom", "/search?q=thread", "/pages/terms", "/no-such-page"])
            await VisitAsync(tab, url);
    }

    [Theory]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Phone, true)]
    public async Task Members_write_without_barriers(Screen screen, bool dark)
    {
        var (site, board, thread) = await TownAsync();
        await using var tab = await chromium.OpenAsync(site, screen, dark: dark, language: "en");
        using var member = await site.NewVisitorAsync();
        foreach (System.Net.Cookie cookie in member.Cookies.GetCookies(site.Url))
            await tab.Page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = site.Url.ToString() }]);
        foreach (var url in (string[])["/", $"/boards/{board}", $"/boards/{board}/new", $"/threads/{thread}", $"/threads/{thread}/reply", "/account/settings", "/notifications"])
            await VisitAsync(tab, url);
        tab.HasNoComplaints();
    }

    private static async Task VisitAsync(Tab tab, string url)
    {
        await tab.Page.GotoAsync(url);
        await tab.IsAccessibleAsync();
        await tab.FitsAsync();
    }

    private static async Task<(Site Site, int Board, long Thread)> TownAsync()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync("闲聊", await site.CategoryAsync("社区"));
        var author = await site.NewMemberAsync(start: "很长的名字没有空格");
        await site.ThreadAsync(board, author, "置顶的主题", adjust: t => t.Sticky = Sticky.Board);
        await site.ThreadAsync(board, author, "已关闭的主题", adjust: t => t.IsClosed = true);
        await site.ThreadAsync(board, author, new string('长', 80));
        var thread = await site.ThreadAsync(board, author, "AVeryLongWordWithoutAnySpaceInItThatNoScreenIsWideEnoughForSoItHasToBeBroken", replies: 12);
        await site.RunJobsAsync();
        return (site, board.Id, thread.Id);
    }
}
