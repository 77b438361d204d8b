using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Code is coloured where it is read, under the site's policy, and stays the same text.</summary>
public sealed class CodeColourTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Code_of_a_known_language_gets_its_colours_and_keeps_every_letter()
    {
        const string Code = "public int Add(int a) => a + 1; // 加一 <script>alert(1)</script>";
        await using var tab = await ReadAsync($"[code=c#]{Code}[/code] [code=klingon]int a = 1;[/code] [code]int a = 1;[/code]");
        var blocks = tab.Page.Locator("#floor-1 .txt pre code");
        await Assertions.Expect(blocks.First.Locator(".hljs-keyword").First).ToHaveTextAsync("public");
        await Assertions.Expect(blocks.First.Locator(".hljs-comment")).ToHaveCountAsync(1);
        Assert.Equal(Code, await blocks.First.TextContentAsync());
        Assert.Equal(0, await blocks.Nth(1).Locator("*").CountAsync());
        Assert.Equal(0, await blocks.Nth(2).Locator("*").CountAsync());
        await tab.StandsStillAsync(0.02);
        await tab.IsAccessibleAsync();
        await tab.IsAlsoAccessibleInTheDarkAsync();
        tab.HasNoComplaints();
    }

    [Theory]
    [InlineData("html", "<img src=x onerror=alert(1)><svg onload=alert(2)>")]
    [InlineData("php", "<?php echo '</pre><script>document.title=1</script>'; ?>")]
    [InlineData("javascript", "`${alert(1)}` /* </span></pre><iframe src=javascript:alert(1)> */")]
    public async Task Hostile_code_stays_text(string language, string code)
    {
        await using var tab = await ReadAsync($"[code={language}]{code}[/code]");
        var block = tab.Page.Locator("#floor-1 .txt pre code");
        await Assertions.Expect(block.Locator("span").First).ToBeAttachedAsync();
        Assert.Equal(code, await block.TextContentAsync());
        Assert.Equal(0, await block.Locator(":not(span)").CountAsync());
        tab.HasNoComplaints();
    }

    private async Task<Tab> ReadAsync(string body)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var author = await site.NewVisitorAsync();
        var board = await site.BoardAsync();
        var answer = await author.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Code", Body = body });
        answer.Is(303);
        return await chromium.ReadAsync(site, answer.Location!);
    }
}
