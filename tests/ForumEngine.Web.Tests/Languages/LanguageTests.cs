using ForumEngine.Legal;
using ForumEngine.Settings;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Languages;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("zh-TW", "zh-Hant"), InlineData("zh-HK", "zh-Hant"), InlineData("zh-MO", "zh-Hant"), InlineData("zh-Hant", "zh-Hant"), InlineData("zh-Hant-CN", "zh-Hant")]
    [InlineData("zh-CN", "zh-Hans"), InlineData("zh-SG", "zh-Hans"), InlineData("zh", "zh-Hans"), InlineData("zh-Hans-HK", "zh-Hans"), InlineData("ZH-tw", "zh-Hant")]
    [InlineData("en-GB", "en"), InlineData("fr, zh-TW;q=0.5, en;q=0.3", "zh-Hant"), InlineData("fr", "zh-Hans"), InlineData("", "zh-Hans"), InlineData("*", "zh-Hans")]
    public async Task The_browser_is_answered_in_its_language(string asked, string language)
    {
        using var visitor = (await Site.OnAsync(Db.Sqlite)).Visitor(asked);
        var page = (await visitor.GetAsync("/account/login")).Is(200);
        Assert.Equal((language, language), (page.Header("Content-Language"), page.Html.DocumentElement.GetAttribute("lang")));
    }

    [Fact]
    public async Task A_guests_choice_is_kept_and_a_members_choice_wins()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var visitor = site.Visitor("en");
        (await visitor.PostFormAsync("/account/language", new { language = "zh-Hant" })).Is(303);
        Assert.Equal("zh-Hant", (await visitor.GetAsync("/")).Header("Content-Language"));
        await visitor.SignedInAsAsync(await site.NewMemberAsync());
        Assert.Equal("zh-Hant", (await visitor.GetAsync("/")).Header("Content-Language"));
        (await visitor.PostFormAsync("/account/settings", new { Language = "zh-Hans" })).Is(303);
        Assert.Equal("zh-Hans", (await visitor.GetAsync("/")).Header("Content-Language"));
    }

    [Fact]
    public async Task The_sites_language_is_for_who_asks_for_none()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.SetAsync("Site.Language", "zh-Hant");
        foreach (var (asked, language) in new[] { ("fr", "zh-Hant"), ("zh-CN", "zh-Hans"), ("en", "en") })
        {
            using var visitor = site.Visitor(asked);
            Assert.Equal(language, (await visitor.GetAsync("/")).Header("Content-Language"));
        }
    }

    /// <summary>A page that the operator wrote in Simplified Chinese only is better for a reader of Traditional than the English one.</summary>
    [Fact]
    public async Task A_page_without_a_traditional_text_shows_the_simplified_one()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.Rows(db => db.DocumentVersions.Where(d => d.Slug == DocumentVersion.Rules && d.Language == SiteLanguage.Traditional).ExecuteDeleteAsync());
        using var visitor = site.Visitor("zh-TW");
        Assert.Contains("繁體中文版本", (await visitor.GetAsync("/pages/rules")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains("好好说话", (await visitor.GetAsync("/pages/rules")).Text, StringComparison.Ordinal);
        Assert.Contains("使用條款", (await visitor.GetAsync("/pages/terms")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", 1, "1 minute ago"), InlineData("en", 2, "2 minutes ago"), InlineData("en", 61, "1 hour ago"), InlineData("en", 130, "2 hours ago")]
    [InlineData("zh-TW", 1, "1 分鐘前"), InlineData("zh-CN", 130, "2 小时前"), InlineData("en", 0, "just now"), InlineData("zh-TW", 0, "剛剛")]
    public async Task Moments_have_their_plurals(string language, int minutes, string said)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        var then = site.Now.AddMinutes(-minutes);
        await site.Rows(db => db.Posts.Where(p => p.ThreadId == thread.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.CreatedAt, then)));
        using var member = await site.NewVisitorAsync(language: language);
        var time = (await member.GetAsync($"/threads/{thread.Id}")).Is(200).Html.QuerySelector("#floor-1 .post-head time")!;
        Assert.Equal(said, time.TextContent);
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d$", time.GetAttribute("title")!);
    }

    [Theory]
    [InlineData("{0:# reply|# replies}", 1, "1 reply"), InlineData("{0:# reply|# replies}", 0, "0 replies"), InlineData("{0:# reply|# replies}", 12345, "12,345 replies")]
    [InlineData("{0:# reply|# replies}", "#", "# replies"), InlineData("{0} 条回复", 3, "3 条回复"), InlineData("{0:0.0}", 2, "2.0")]
    public void A_text_has_a_form_for_one_and_a_form_for_many(string text, object number, string said) =>
        Assert.Equal(said, string.Format(Mvc.PluralFormat.Instance, text, number));
}
