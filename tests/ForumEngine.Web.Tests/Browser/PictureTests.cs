using ForumEngine.Markup;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Pictures in posts come late and move nothing, whether the writer gave their size or not.</summary>
public sealed class PictureTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_slow_picture_moves_nothing(Screen screen)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync(), "Pictures", replies: 3);
        await WriteAsync(site, thread.Id, 1, "Before [img]https://pictures.test/unknown.png[/img] after");
        await WriteAsync(site, thread.Id, 2, "[img=1200,300]https://pictures.test/wide.png[/img]");
        await using var tab = await chromium.OpenAsync(site, screen);
        var shown = new TaskCompletionSource();
        await tab.Page.RouteAsync("https://pictures.test/**", async route =>
        {
            await shown.Task;
            await route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Picture() });
        });
        await tab.Page.GotoAsync($"/threads/{thread.Id}", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded });
        await tab.Page.WaitForTimeoutAsync(300);
        var before = await HeightsAsync(tab);
        await tab.Page.EvaluateAsync("window.shift = 0");
        shown.SetResult();
        await Soon.IsAsync(() => tab.Page.EvaluateAsync<bool>("[...document.querySelectorAll('.txt img')].filter(i => i.naturalWidth > 0).length === 2"), "picture");
        await tab.Page.WaitForTimeoutAsync(200);
        Assert.Equal(before, await HeightsAsync(tab));
        await tab.StandsStillAsync(0);
        await tab.FitsAsync();
        var widest = await tab.Page.EvaluateAsync<double>("Math.max(...[...document.querySelectorAll('.txt img')].map(i => i.getBoundingClientRect().width))");
        Assert.InRange(widest, screen == Screen.Phone ? 340 : 700, 720);
    }

    private static async Task WriteAsync(Site site, long thread, int floor, string body) =>
        await site.Rows(db => db.Posts.Where(p => p.ThreadId == thread && p.Floor == floor).ExecuteUpdateAsync(p => p.SetProperty(x => x.Html, PostMarkup.ToHtml(body))));

    private static Task<double[]> HeightsAsync(Tab tab) =>
        tab.Page.EvaluateAsync<double[]>("[...document.querySelectorAll('.floor')].map(f => f.getBoundingClientRect().height)");

    private static byte[] Picture()
    {
        using var black = Image.Black(1200, 300);
        return black.WriteToBuffer(".png");
    }
}
