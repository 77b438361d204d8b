using ForumEngine.Web.Tests.Desk;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Staff act in a dialog over the page; refusals are said there, and the page shows what was done.</summary>
public sealed class StaffDialogTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_thread_is_closed_and_a_floor_deleted_without_leaving_the_page()
    {
        var scene = await Scene.SetAsync(Db.Sqlite, $"dialog{Guid.NewGuid().ToString("N")[..6]}");
        await using var tab = await chromium.ReadAsync(scene.Site, scene.Url, scene.Moderator);
        var page = tab.Page;
        await tab.MarkAsync();
        await OpenAsync("main .bar details.menu", $"/desk{scene.Url}/close");
        await Assertions.Expect(page.Locator("#act h1")).ToBeVisibleAsync();
        await page.FillAsync("#act [name=Reason]", Scene.Reason);
        await page.ClickAsync("#act .btn.go");
        await Assertions.Expect(page.Locator("#act")).Not.ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".toast")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator($"a[href='/desk{scene.Url}/open']")).ToBeAttachedAsync();

        await OpenAsync("#floor-2 details.menu", "/delete");
        await page.FillAsync("#act [name=Reason]", Scene.Reason);
        await page.ClickAsync("#act .btn.go");
        await Assertions.Expect(page.Locator("#floor-2 .withheld")).ToBeAttachedAsync();
        await tab.FocusIsInAsync("#floor-2");
        Assert.Equal(scene.Url, new Uri(page.Url).AbsolutePath);
        await tab.StayedAsync();
        tab.HasNoComplaints();

        Task OpenAsync(string menu, string act) => OpenMenuAsync(page, menu, act);
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_dialog_and_cancel_changes_nothing()
    {
        var scene = await Scene.SetAsync(Db.Sqlite, $"refused{Guid.NewGuid().ToString("N")[..6]}");
        await using var tab = await chromium.ReadAsync(scene.Site, scene.Url, scene.Moderator);
        var page = tab.Page;
        await tab.MarkAsync();
        await OpenMenuAsync(page, "#floor-2 details.menu", "/desk/sanctions/new");
        await page.FillAsync("#act [name=Reason]", "");
        await page.Locator("#act form").EvaluateAsync("f => f.noValidate = true");
        await page.ClickAsync("#act .btn.go");
        await Assertions.Expect(page.Locator("#act [role=alert]")).ToBeVisibleAsync();
        await page.ClickAsync("#act [data-cancel]");
        await Assertions.Expect(page.Locator("#act")).Not.ToBeVisibleAsync();
        await tab.FocusIsInAsync("#floor-2 .acts summary");
        Assert.Equal(scene.Url, new Uri(page.Url).AbsolutePath);
        await tab.StayedAsync();
    }

    private static async Task OpenMenuAsync(IPage page, string menu, string act)
    {
        await page.Locator($"{menu}:has(a[href*='{act}']) > summary").First.ClickAsync();
        await page.Locator($"{menu} a[href*='{act}']").First.ClickAsync();
        await Assertions.Expect(page.Locator("#act")).ToBeVisibleAsync();
    }
}
