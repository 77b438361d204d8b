using ForumEngine.Boards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>The tree of boards in a browser: dragged by its handle, moved by keys, saved by its form.</summary>
public sealed class BoardTreeTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Boards_are_ordered_by_drag_and_by_keys_and_saved_at_once()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var (one, two) = (await site.CategoryAsync("One"), await site.CategoryAsync("Two"));
        var (a, b, c) = (await site.BoardAsync("Alpha", one), await site.BoardAsync("Beta", one), await site.BoardAsync("Gamma", two));
        using var founder = await site.FounderAsync();
        await using var tab = await chromium.ReadAsync(site, "/admin/boards", founder);
        var page = tab.Page;
        await page.SaysAsync("document.querySelector('.tree.moves') !== null");

        // Beta above Alpha, by drag.
        await DragAsync(page, b.Id, a.Id);
        await Assertions.Expect(page.Locator($"[data-board='{one.Id}'] > .branch > [data-board]").First).ToHaveAttributeAsync("data-board", $"{b.Id}");
        await Assertions.Expect(page.Locator("[data-count]")).ToBeVisibleAsync();

        // Alpha below Beta, and the second category above the first, by keys.
        await page.Locator($"[data-board='{a.Id}'] > .node .grip").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowRight");
        await Assertions.Expect(page.Locator($"[data-board='{b.Id}'] > .branch > [data-board='{a.Id}']")).ToHaveCountAsync(1);
        await page.Locator($"[data-board='{two.Id}'] > .node .grip").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator("[data-said]")).Not.ToBeEmptyAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.grip')"));
        // Further out than a category there is nothing.
        await page.Keyboard.PressAsync("Alt+ArrowLeft");

        await page.Locator(".save .btn.go").ClickAsync();
        await Soon.IsAsync(() => site.Rows(db => db.Boards.AnyAsync(x => x.Id == a.Id && x.ParentId == b.Id)), "the tree is saved");
        var rows = await site.Rows(db => db.Boards.ToDictionaryAsync(x => x.Id));
        Assert.Equal((b.Id, BoardKind.SubBoard), (rows[a.Id].ParentId, rows[a.Id].Kind));
        Assert.Equal((two.Id, one.Id), (rows[c.Id].ParentId, rows[b.Id].ParentId));
        Assert.True(rows[two.Id].Position < rows[one.Id].Position);
        tab.HasNoComplaints();
    }

    private static async Task DragAsync(IPage page, int from, int to)
    {
        var start = (await page.Locator($"[data-board='{from}'] > .node .grip").BoundingBoxAsync())!;
        var end = (await page.Locator($"[data-board='{to}'] > .node").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(start.X + start.Width / 2, start.Y + start.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(start.X + start.Width / 2, start.Y - 4, new() { Steps = 4 });
        await page.Mouse.MoveAsync(start.X + start.Width / 2, end.Y + 4, new() { Steps = 8 });
        await page.Mouse.MoveAsync(start.X + start.Width / 2, end.Y + 1, new() { Steps = 2 });
        await page.Mouse.UpAsync();
    }
}
