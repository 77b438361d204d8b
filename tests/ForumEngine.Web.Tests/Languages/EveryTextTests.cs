using ForumEngine.Settings;
using ForumEngine.Web.Tests.Browser;

namespace ForumEngine.Web.Tests.Languages;

/// <summary>Every page in every language, as guest, member, moderator and founder.</summary>
public sealed class EveryTextTests(EveryPage pages) : IClassFixture<EveryPage>
{
    public static TheoryData<string> Languages => [.. SiteLanguage.All];

    [Theory, MemberData(nameof(Languages))]
    public async Task Every_page_is_in_the_language_asked_for_and_shows_no_key(string language)
    {
        var site = pages.Town.Site;
        using var guest = site.Visitor(language);
        using var member = await site.VisitorAsync(pages.Town.Member, language);
        using var moderator = await site.VisitorAsync(pages.Town.Moderator, language);
        using var founder = await site.FounderAsync(language);
        foreach (var page in pages.All)
        {
            var reader = page.Reader switch { Reader.Guest => guest, Reader.Member => member, Reader.Moderator => moderator, _ => founder };
            var answer = page.Status == 200 ? await reader.OpenAsync(page.Url) : (await reader.GetAsync(page.Url)).Is(page.Status);
            Assert.Equal((language, language), (answer.Header("Content-Language"), answer.Html.DocumentElement.GetAttribute("lang")));
            Assert.True(Script.Foreign(Frame(answer), language) is null, $"{page.Name} in {language} says “{Script.Foreign(Frame(answer), language)}”");
        }
        // The hint of a setting is optional: its view asks whether there is one.
        Expect.None(site.Texts.Missing.Where(k => !k.Contains(".Hint ", StringComparison.Ordinal)));
    }

    /// <summary>What the engine says on every page, without what the demo community wrote (a poll's options are labels): buttons and the row of the thumb.</summary>
    private static string Frame(Answer answer) =>
        string.Join(" | ", answer.Html.QuerySelectorAll("nav.dock a, a.skip, dialog h2, dialog button, .foot nav a, .btn:not([lang]), label:not([data-named])").Where(e => e.Closest(".poll") is null).Select(e => e.TextContent.Trim()));
}
