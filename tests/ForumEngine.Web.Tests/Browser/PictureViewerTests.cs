using ForumEngine.Tests.Attachments;
using ForumEngine.Web.Tests.Attachments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Pictures open over the page, and an avatar's square is chosen, under the site's policy.</summary>
public sealed class PictureViewerTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_press_opens_the_picture_over_the_page_and_keys_lead_on_and_out()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        var who = await site.ViewerAsync(await site.NewMemberAsync());
        var first = (await site.UploadAsync(who, board, "first.png", Uploads.Png(900, 600))).Value;
        var second = (await site.UploadAsync(who, board, "second.png", Uploads.Png(800, 700))).Value;
        var place = await FileServingTests.StartAsync(site, who, board, $"[attachimg]{first.Id}[/attachimg] [attachimg]{second.Id}[/attachimg]", [first.Id, second.Id]);
        await using var tab = await chromium.ReadAsync(site, $"/threads/{place.ThreadId}");
        await tab.Page.Locator("a.shot").First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator($".pswp img[src='/files/{first.Id}/large']").First).ToBeVisibleAsync();
        await tab.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(tab.Page.Locator(".pswp__counter")).ToHaveTextAsync("2 / 2");
        await tab.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tab.Page.Locator(".pswp")).ToHaveCountAsync(0);
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task A_member_chooses_the_square_of_an_avatar()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var member = await site.NewMemberAsync();
        await using var tab = await chromium.OpenAsync(site, Screen.Desktop, language: "en");
        using var signedIn = await site.VisitorAsync(member);
        await tab.Page.Context.AddCookiesAsync(signedIn.Cookies.GetCookies(site.Url).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Url.ToString() }));
        await tab.Page.GotoAsync("/account/settings/avatar");
        await tab.Page.Locator("#File").SetInputFilesAsync(new FilePayload { Name = "me.png", MimeType = "image/png", Buffer = Uploads.Png(600, 300) });
        await Assertions.Expect(tab.Page.Locator(".cropper-crop-box")).ToBeVisibleAsync();
        await Assertions.Expect(tab.Page.Locator("input[name=Size]")).ToHaveValueAsync("300");
        await tab.Page.Locator(".with-menu .btn.go").ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".avatars-now img").First).ToBeVisibleAsync();
        Assert.True(await site.Rows(d => d.Members.Where(m => m.Id == member.Id).Select(m => m.AvatarVersion).SingleAsync()) > 0);
        tab.HasNoComplaints();
    }
}
