using System.IO.Compression;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>What others write shows as a bar on open pages: by the socket at once, without it by asking.</summary>
public sealed class NewsBarTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string NoSockets = "window.WebSocket = class { constructor() { throw new Error('blocked'); } }";

    [Fact]
    public async Task A_guest_hears_of_a_reply_and_reads_it_in_place()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread.Id}");
        await WatchingAsync(tab);
        await tab.MarkAsync();
        using var writer = await site.NewVisitorAsync();
        (await writer.PostFormAsync($"/threads/{thread.Id}/reply", new { Body = "News from elsewhere" })).Is(303);
        var bar = tab.Page.Locator(".news-bar[role=status] a");
        await Assertions.Expect(bar).ToHaveTextAsync("1 new reply");
        await bar.ClickAsync();
        await tab.FocusIsInAsync("#floor-2");
        await Assertions.Expect(tab.Page.Locator("#floor-2")).ToContainTextAsync("News from elsewhere");
        await Assertions.Expect(bar).ToHaveCountAsync(0);
        await tab.StayedAsync();
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task Where_sockets_are_blocked_the_page_asks()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        var thread = await site.ThreadAsync(board, await site.NewMemberAsync());
        await using var tab = await chromium.OpenAsync(site, Screen.Desktop, language: "en");
        await tab.Page.AddInitScriptAsync(NoSockets);
        await tab.Page.Clock.InstallAsync();
        await tab.Page.GotoAsync($"/boards/{board.Id}");
        await tab.ReadyAsync();
        await Assertions.Expect(tab.Page.Locator(".news-bar")).ToBeAttachedAsync();
        using var writer = await site.NewVisitorAsync();
        (await writer.PostFormAsync($"/threads/{thread.Id}/reply", new { Body = "News" })).Is(303);
        await tab.Page.Clock.FastForwardAsync(120_000);
        await Assertions.Expect(tab.Page.Locator(".news-bar a")).ToHaveTextAsync("1 thread with news");
    }

    [Fact]
    public async Task Pages_need_no_more_script_than_40_kilobytes()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread.Id}");
        await WatchingAsync(tab);
        var scripts = await tab.Page.EvaluateAsync<string[]>("performance.getEntriesByType('resource').map(r => r.name).filter(n => n.includes('.js'))");
        Assert.Equal(4, scripts.Length);
        using var http = new HttpClient();
        var sizes = await Task.WhenAll(scripts.Select(async script => Zipped(await http.GetByteArrayAsync(script))));
        Assert.InRange(sizes.Sum(), 10_000, 40 * 1024);
    }

    private static long Zipped(byte[] script)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(script);
        return zipped.Length;
    }

    /// <summary>The socket stands and the hub has said yes.</summary>
    private static Task WatchingAsync(Tab tab) => Assertions.Expect(tab.Page.Locator(".news-bar[data-live=yes]")).ToBeAttachedAsync();
}
