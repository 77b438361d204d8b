using ForumEngine.Legal;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>The page that stands between members and the site after terms have changed: no walk over pages comes by it.</summary>
public sealed class AgreeTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory]
    [InlineData(Screen.Desktop, "zh-CN")]
    [InlineData(Screen.Phone, "en")]
    public async Task Whoever_is_asked_reads_what_changed_agrees_and_is_where_they_wanted_to_go(Screen screen, string language)
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        using var member = await site.NewVisitorAsync(language: language);
        var newest = await site.Rows(d => d.DocumentVersions.Where(v => v.Slug == DocumentVersion.Terms).MaxAsync(v => v.Number));
        var draft = new DocumentDraft(DocumentVersion.Terms, [new("zh-Hans", "用户协议", "全文已修改。", "第三条有变化"), new("en", "Terms", "All of it has changed.", "Paragraph three is new")], null, true, newest);
        Assert.Empty(await site.Use<PublishDocument, IReadOnlyList<Refusal>>(p => p.RunAsync(site.System, draft, default)));

        await using var tab = await chromium.OpenAsync(site, screen, language: language);
        foreach (System.Net.Cookie cookie in member.Cookies.GetCookies(site.Url))
            await tab.Page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = site.Url.ToString() }]);
        await tab.Page.GotoAsync("/darkroom");
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/agree"));
        await tab.IsAccessibleAsync();
        await tab.FitsAsync();
        await tab.IsAlsoAccessibleInTheDarkAsync();
        if (Environment.GetEnvironmentVariable("FORUM_SHOTS") is { Length: > 0 } folder) await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"agree-{screen}-{language}.png"), FullPage = true });
        await tab.Page.Locator("input[name=agreed]").CheckAsync();
        await tab.Page.Locator("form[action='/account/agree'] .btn.go").ClickAsync();
        await Assertions.Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/darkroom$"));
        tab.HasNoComplaints();
    }
}
