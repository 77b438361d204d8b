using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Register, post, reply, quote, sign out, read as a guest: on a desk and on a phone, with scripts and without.</summary>
public sealed class MainPathTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_stranger_becomes_a_member_and_is_read_by_guests(Screen screen, bool scripts)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync("骑行", await site.CategoryAsync("生活"));
        await using var tab = await chromium.OpenAsync(site, screen, scripts);
        var page = tab.Page;
        var name = $"骑手{Guid.NewGuid().ToString("N")[..6]}";

        await page.GotoAsync("/account/register");
        await page.FillAsync("[name=UserName]", name);
        await page.FillAsync("[name=Email]", $"{Guid.NewGuid():N}@example.test");
        await page.FillAsync("[name=Password]", Visitor.Password);
        await page.FillAsync("[name=ConfirmPassword]", Visitor.Password);
        await page.CheckAsync("[name=AcceptTerms]");
        await SendAsync(page, "form[action*=register]");
        await Assertions.Expect(page).ToHaveURLAsync(site.Url.ToString());

        await page.GotoAsync($"/boards/{board.Id}/new");
        await page.FillAsync("[name=Title]", "周末去哪儿骑车？");
        await page.FillAsync("[name=Body]", "想找一条[b]不太陡[/b]的路。");
        await SendAsync(page, $"form[action='/boards/{board.Id}/new']");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("周末去哪儿骑车？");
        await Assertions.Expect(page.Locator("#floor-1 b, #floor-1 strong").First).ToHaveTextAsync("不太陡");
        var threadUrl = new Uri(page.Url).AbsolutePath;
        await tab.FitsAsync();

        await page.FillAsync("#reply textarea[name=Body]", "自己先顶一下");
        await SendAsync(page, "#reply form");
        await Assertions.Expect(page.Locator("#floor-2")).ToContainTextAsync("自己先顶一下");

        await page.Locator("#floor-2 a[data-quote]").ClickAsync();
        await page.Locator("textarea[name=Body]").FillAsync("同意楼上");
        await SendAsync(page, $"form[action='{threadUrl}/reply']");
        await Assertions.Expect(page.Locator("#floor-3 blockquote")).ToContainTextAsync("自己先顶一下");
        await Assertions.Expect(page.Locator("#floor-3")).ToContainTextAsync("同意楼上");

        await page.GotoAsync("/");
        await page.Locator("header details.menu summary, details.menu:has(form[action='/account/logout']) summary").Last.ClickAsync();
        await page.Locator("form[action='/account/logout'] button").Last.ClickAsync();
        await Assertions.Expect(page.Locator("form[action='/account/logout']")).ToHaveCountAsync(0);
        await page.GotoAsync(threadUrl);
        await Assertions.Expect(page.Locator("#floor-3")).ToContainTextAsync("同意楼上");
        await Assertions.Expect(page.Locator("#reply form")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator($"#floor-1 >> text={name}").First).ToBeAttachedAsync();
        tab.HasNoComplaints();
    }

    /// <summary>The page that follows is waited for by what is expected on it.</summary>
    private static Task SendAsync(IPage page, string form) => page.Locator($"{form} button.go").First.ClickAsync();
}
