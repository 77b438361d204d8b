using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>Writing in the editor as members do: keys, menus, names, emoji, the preview, on a desk and on a phone.</summary>
public sealed class EditorTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Rich = ".rich";
    private const string Field = "textarea[name=Body]";

    [Fact]
    public async Task A_text_with_formats_lists_and_a_quote_is_written_by_keyboard_and_undone()
    {
        await using var tab = await OpenAsync();
        var (page, keys) = (tab.Page, tab.Page.Keyboard);
        await page.ClickAsync(Rich);
        await keys.TypeAsync("Hello ");
        await keys.PressAsync("Control+b");
        await Assertions.Expect(Tool(page, "Bold")).ToHaveAttributeAsync("aria-pressed", "true");
        await keys.TypeAsync("bold");
        await keys.PressAsync("Control+b");
        await keys.TypeAsync(" and plain");
        await SourceIsAsync(page, "Hello [b]bold[/b] and plain");

        await keys.PressAsync("Enter");
        await Tool(page, "Bullets").ClickAsync();
        await keys.TypeAsync("one");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("two");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("after");
        await SourceIsAsync(page, "Hello [b]bold[/b] and plain\n[list]\n[*]one\n[*]two\n[/list]\nafter");
        await Assertions.Expect(page.Locator($"{Rich} li")).ToHaveCountAsync(2);

        await keys.PressAsync("Enter");
        await Tool(page, "Quote").ClickAsync();
        await keys.TypeAsync("words of others");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("mine");
        await SourceIsAsync(page, "Hello [b]bold[/b] and plain\n[list]\n[*]one\n[*]two\n[/list]\nafter\n[quote]words of others[/quote]\nmine");

        var whole = await page.InputValueAsync(Field);
        for (var i = 0; i < 4; i++) await keys.PressAsync("Backspace");
        await keys.PressAsync("Control+z");
        await SourceIsAsync(page, whole);
        for (var i = 0; i < 40; i++) await keys.PressAsync("Control+z");
        await SourceIsAsync(page, "");
        for (var i = 0; i < 40; i++) await keys.PressAsync("Control+Shift+z");
        await SourceIsAsync(page, whole[..^4]);
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task The_way_of_writing_is_remembered_and_both_show_the_same_text()
    {
        await using var tab = await OpenAsync();
        var page = tab.Page;
        await page.FillAsync(Field, "[b]as typed[/b]");
        await Assertions.Expect(page.Locator($"{Rich} b")).ToHaveTextAsync("as typed");
        await Tool(page, "Source").ClickAsync();
        await Assertions.Expect(page.Locator(Rich)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(Field)).ToBeFocusedAsync();
        await page.EvaluateAsync("document.querySelector('textarea[name=Body]').setSelectionRange(3, 5)");
        await page.Keyboard.PressAsync("Control+i");
        await SourceIsAsync(page, "[b][i]as[/i] typed[/b]");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".editor[data-ready]")).ToBeAttachedAsync();
        await Assertions.Expect(page.Locator(Rich)).ToHaveCountAsync(0);
        await Tool(page, "Source").ClickAsync();
        await Assertions.Expect(page.Locator(Rich)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Menus_are_reached_by_arrows_and_closed_by_escape()
    {
        await using var tab = await OpenAsync();
        var (page, keys) = (tab.Page, tab.Page.Keyboard);
        await page.ClickAsync(Rich);
        await keys.TypeAsync("red");
        await keys.PressAsync("Control+a");
        await Tool(page, "Undo").FocusAsync();
        for (var i = 0; i < 6; i++) await keys.PressAsync("ArrowRight");
        await Assertions.Expect(Tool(page, "Colour")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".panel button").First).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".panel")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(Rich)).ToBeFocusedAsync();
        await Tool(page, "Colour").ClickAsync();
        await keys.PressAsync("Enter");
        await SourceIsAsync(page, "[color=red]red[/color]");

        await keys.PressAsync("Control+k");
        await page.FillAsync(".panel [data-field=address]", "example.org/x");
        await keys.PressAsync("Enter");
        await SourceIsAsync(page, "[url=https://example.org/x][color=red]red[/color][/url]");
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task A_name_is_completed_and_an_emoji_found()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var name = $"王小明{Guid.NewGuid().ToString("N")[..6]}";
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.MemberAsync(name));
        using var member = await site.NewVisitorAsync();
        await using var tab = await chromium.ReadAsync(site, $"/threads/{thread.Id}/reply", member);
        var (page, keys) = (tab.Page, tab.Page.Keyboard);
        await page.ClickAsync(Rich);
        await keys.TypeAsync("Hi @");
        await Assertions.Expect(page.Locator(".at [role=option]").First).ToHaveTextAsync(name);
        await keys.PressAsync("Enter");
        await SourceIsAsync(page, $"Hi @{name} ");
        await Tool(page, "Emoji").ClickAsync();
        await page.FillAsync(".panel input", "红包");
        await Assertions.Expect(page.Locator(".panel [data-grid] button")).ToHaveCountAsync(1);
        await page.ClickAsync(".panel [data-grid] button");
        await SourceIsAsync(page, $"Hi @{name} 🧧");
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task The_preview_follows_what_is_typed_with_the_servers_own_words()
    {
        await using var tab = await OpenAsync();
        var page = tab.Page;
        await Tool(page, "Live").ClickAsync();
        await page.ClickAsync(Rich);
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync("x");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync(" https://example.org");
        await Assertions.Expect(page.Locator(".beside a[href='https://example.org']")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".beside b")).ToHaveTextAsync("x");
        tab.HasNoComplaints();
    }

    [Fact]
    public async Task What_is_pasted_becomes_code_and_loads_and_runs_nothing()
    {
        await using var tab = await OpenAsync();
        var page = tab.Page;
        await page.ClickAsync(Rich);
        await page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.setData("text/html", "<p>One <b>bold</b> <img src=x onerror='window.ran = 1'><script>window.ran = 1</script></p><ul><li>a<li>b</ul><a href='javascript:window.ran=1'>j</a> <a href='https://e.example/'>l</a>");
              document.querySelector(".rich").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await SourceIsAsync(page, "One [b]bold[/b]\n\n[list]\n[*]a\n[*]b\n[/list]\nj [url=https://e.example/]l[/url]");
        Assert.False(await page.EvaluateAsync<bool>("'ran' in window"));
        // Reading the handler in what was pasted, the browser says that the policy stops it.
        tab.HasNoComplaints([new Uri(page.Url).AbsolutePath]);
    }

    [Fact]
    public async Task On_a_phone_the_source_is_written_with_tools_above_the_keyboard()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var member = await site.NewVisitorAsync();
        await using var tab = await chromium.OpenAsync(site, Screen.Phone);
        var page = tab.Page;
        await page.Context.AddCookiesAsync(member.Cookies.GetCookies(site.Url).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = site.Url.ToString() }));
        await page.GotoAsync($"/boards/{(await site.BoardAsync()).Id}/new");
        await Assertions.Expect(page.Locator(".editor[data-ready]")).ToBeAttachedAsync();
        await page.FillAsync(Field, string.Join('\n', Enumerable.Repeat("a line", 60)));
        await Assertions.Expect(page.Locator(".tools [data-do=Emoji]")).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True((await page.Locator(".tools [data-do=Emoji]").BoundingBoxAsync())!.Height >= 44);
        await page.Locator(".tools [data-do=Bold]").ScrollIntoViewIfNeededAsync();
        await page.TapAsync(".tools [data-do=Bold]");
        Assert.EndsWith("[b][/b]", await page.InputValueAsync(Field), StringComparison.Ordinal);
        await tab.FitsAsync();
        await tab.IsAccessibleAsync();
    }

    private static ILocator Tool(IPage page, string name) => page.Locator($".tools [data-do={name}]");

    private static Task SourceIsAsync(IPage page, string source) => Assertions.Expect(page.Locator(Field)).ToHaveValueAsync(source);

    private async Task<Tab> OpenAsync()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var member = await site.NewVisitorAsync();
        var tab = await chromium.ReadAsync(site, $"/boards/{(await site.BoardAsync()).Id}/new", member);
        await Assertions.Expect(tab.Page.Locator(Rich)).ToBeVisibleAsync();
        return tab;
    }
}
