using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Web.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Setup;

/// <summary>The set-up in a browser, on a host in Production whose database is migrated and holds nothing.</summary>
public sealed partial class SetupPageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly Dictionary<string, string> Good = new()
    {
        ["SiteName"] = "  River Town ",
        ["Language"] = "en",
        ["TimeZone"] = "Europe/Berlin",
        ["Template"] = "tech",
        ["AdminName"] = "boss",
        ["AdminEmail"] = "boss@example.test",
        ["Password"] = "correct horse 9 battery",
        ["ConfirmPassword"] = "correct horse 9 battery",
    };

    [Theory, EveryDatabase]
    public async Task The_token_from_the_log_opens_the_page_that_makes_the_site_once(Db db)
    {
        await using var site = await FreshSite.StartAsync(db);
        using var browser = new PlainBrowser(site.Url);
        var closed = await browser.GetAsync("/");
        Assert.Equal(503, closed.Code);
        Assert.NotNull(closed.Html.QuerySelector("main a[href='/setup']"));
        Assert.Equal(200, (await browser.GetAsync("/setup")).Code);
        Assert.Null((await browser.GetAsync("/setup")).Html.QuerySelector("#SiteName"));

        var wrong = await browser.SubmitAsync("/setup", "/setup/token", new() { ["Token"] = "guess" });
        Assert.Equal(422, wrong.Code);
        Assert.Equal(303, (await browser.SubmitAsync("/setup", "/setup/token", new() { ["Token"] = $" {site.Token} " })).Code);
        Assert.Equal(303, (await browser.SubmitAsync("/setup", "/setup", Good)).Code);

        var settings = await site.Rows(d => SettingsSource.LoadAsync(d, default));
        Assert.Equal(("River Town", "en", "Europe/Berlin", true), (settings.Site.Name, settings.Site.Language, settings.Site.TimeZone, settings.Site.IsSetUp));
        Assert.True(await site.Rows(d => d.Boards.AnyAsync(b => b.Name == "Front end and design")));
        Assert.True(await site.Rows(d => d.Members.AnyAsync(m => m.UserName == "boss" && m.IsFounder)));
        // Used up, for everybody.
        foreach (var path in (string[])["/setup", "/setup?token=x"]) Assert.Equal(404, (await browser.GetAsync(path)).Code);
        using var other = new PlainBrowser(site.Url);
        Assert.Equal(404, (await other.GetAsync("/setup")).Code);
        Assert.Equal(303, (await other.SubmitAsync("/account/login", "/account/login", new() { ["UserName"] = "boss", ["Password"] = Good["Password"] })).Code);
    }

    [Fact]
    public async Task Without_the_token_nothing_is_made_and_guessing_is_slowed_down()
    {
        await using var site = await FreshSite.StartAsync(Db.Sqlite);
        using var browser = new PlainBrowser(site.Url);
        var page = await browser.GetAsync("/setup");
        var refused = await browser.PostAsync("/setup", new(Good) { ["__RequestVerificationToken"] = PlainBrowser.TokenOf(page) });
        Assert.Equal(422, refused.Code);
        Assert.Equal("River Town", refused.Field("SiteName").Trim());
        Assert.Equal("", refused.Field("Password"));
        Assert.Contains("selected", refused.Html.QuerySelector("option[value='Europe/Berlin']")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(400, (await browser.PostAsync("/setup", new(Good) { ["Token"] = site.Token })).Code);
        var answers = new List<int>();
        for (var i = 0; i < 12; i++) answers.Add((await browser.SubmitAsync("/setup", "/setup/token", new() { ["Token"] = $"guess{i}" })).Code);
        Assert.Contains(429, answers);
        // Not even the right one helps until the time is over.
        Assert.Equal(429, (await browser.SubmitAsync("/setup", "/setup/token", new() { ["Token"] = site.Token })).Code);
        Assert.False(await site.Rows(d => d.Members.AnyAsync()));
    }

    [Fact]
    public async Task What_was_typed_stays_with_every_mistake_named_but_no_password()
    {
        await using var site = await FreshSite.StartAsync(Db.Sqlite);
        using var browser = new PlainBrowser(site.Url);
        await browser.SubmitAsync("/setup", "/setup/token", new() { ["Token"] = site.Token });
        var again = await browser.SubmitAsync("/setup", "/setup", new(Good) { ["SiteName"] = "", ["AdminName"] = "a@b", ["AdminEmail"] = "nowhere", ["Password"] = "short", ["Template"] = "campus", ["TimeZone"] = "Mars/Olympus" });
        Assert.Equal(422, again.Code);
        Assert.True(again.Html.QuerySelectorAll(".err").Count(e => e.TextContent.Trim().Length > 0) >= 5);
        Assert.Equal(("a@b", "nowhere", ""), (again.Field("AdminName"), again.Field("AdminEmail"), again.Field("Password")));
        Assert.True(((IHtmlInputElement)again.Html.QuerySelector("input[value=campus]")!).IsChecked);
        var common = await browser.SubmitAsync("/setup", "/setup", new(Good) { ["Password"] = "password123", ["ConfirmPassword"] = "password1234" });
        Assert.Equal(422, common.Code);
        Assert.Equal(422, (await browser.SubmitAsync("/setup", "/setup", [])).Code);
        Assert.False(await site.Rows(d => d.Boards.AnyAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Of_two_at_once_exactly_one_makes_the_site(Db db)
    {
        await using var site = await FreshSite.StartAsync(db);
        var browsers = Enumerable.Range(0, 2).Select(_ => new PlainBrowser(site.Url)).ToList();
        List<Dictionary<string, string>> forms = [];
        foreach (var browser in browsers)
        {
            await browser.SubmitAsync("/setup", "/setup/token", new() { ["Token"] = site.Token });
            forms.Add(new(Good) { ["__RequestVerificationToken"] = PlainBrowser.TokenOf(await browser.GetAsync("/setup")), ["AdminName"] = $"boss{forms.Count}" });
        }
        var answers = await Task.WhenAll(browsers.Select((b, i) => Task.Run(() => b.PostAsync("/setup", forms[i]))));
        Assert.Single(answers, a => a.Code == 303);
        Assert.Single(answers, a => a.Code is 409 or 404);
        Assert.Equal(1, await site.Rows(d => d.Members.CountAsync()));
        browsers.ForEach(b => b.Dispose());
    }

    [Theory]
    [InlineData(Screen.Desktop, "zh-CN")]
    [InlineData(Screen.Phone, "en")]
    public async Task Both_pages_can_be_read_by_everyone_and_work_without_scripts(Screen screen, string language)
    {
        await using var site = await FreshSite.StartAsync(Db.Sqlite);
        await using (var tab = await chromium.OpenAsync(site.Url, screen, language: language))
        {
            await tab.Page.GotoAsync("/setup");
            await LookAsync(tab);
            await tab.Page.FillAsync("#Token", site.Token);
            await tab.Page.ClickAsync("main button.go");
            await tab.Page.WaitForSelectorAsync("#SiteName");
            await LookAsync(tab);
        }
        await using var plain = await chromium.OpenAsync(site.Url, screen, scripts: false, language: language);
        await plain.Page.GotoAsync("/setup");
        await plain.Page.FillAsync("#Token", site.Token);
        await plain.Page.ClickAsync("main button.go");
        foreach (var (field, value) in Good.Where(f => f.Key is not ("Language" or "TimeZone" or "Template"))) await plain.Page.FillAsync($"#{field}", value);
        await plain.Page.CheckAsync("input[value=campus]");
        await plain.Page.ClickAsync("main button.go");
        await Assertions.Expect(plain.Page).ToHaveURLAsync(new Regex("/account/login"));
        Assert.True(await site.Rows(d => d.Boards.AnyAsync(b => b.Slug == "plaza" || b.Slug == "canteen" || b.Slug == "courses")));
    }

    private static async Task LookAsync(Tab tab)
    {
        await tab.IsAccessibleAsync();
        await tab.FitsAsync();
        await tab.IsAlsoAccessibleInTheDarkAsync();
    }

    /// <summary>A database that is migrated and empty, and a host on it.</summary>
    private sealed partial class FreshSite : IAsyncDisposable
    {
        private readonly TestDatabase database;
        private readonly BareSite site;

        private FreshSite(TestDatabase database, BareSite site) => (this.database, this.site) = (database, site);

        public Uri Url => site.Url;

        public string Token => TokenLine().Match(string.Join('\n', site.Log.Lines)).Groups[1].Value;

        public Task<T> Rows<T>(Func<ForumDb, Task<T>> work) => site.Rows(work);

        public static async Task<FreshSite> StartAsync(Db db)
        {
            var database = await TestDatabase.OpenAsync(db);
            await using (var forum = new Emptied(database.Options)) await forum.EmptyAsync();
            return new FreshSite(database, await BareSite.StartAsync(database.Options));
        }

        public async ValueTask DisposeAsync()
        {
            await site.DisposeAsync();
            await database.DisposeAsync();
        }

        [GeneratedRegex(@"token ([a-z0-9]{24}) ")]
        private static partial Regex TokenLine();
    }

    /// <summary>Takes the harness' site out of its database.</summary>
    private sealed class Emptied(DatabaseOptions options) : IAsyncDisposable
    {
        private readonly ForumDb db = new((DbContextOptions<ForumDb>)(options.Provider == DatabaseProvider.Sqlite
            ? new DbContextOptionsBuilder<ForumDb>().UseForumSqlite(options.ConnectionString)
            : new DbContextOptionsBuilder<ForumDb>().UseForumMySql(options.ConnectionString, ServerVersion.AutoDetect(options.ConnectionString))).Options);

        public async Task EmptyAsync()
        {
            await db.Settings.ExecuteDeleteAsync();
            await db.StaffActs.ExecuteDeleteAsync();
            await db.DocumentVersions.ExecuteDeleteAsync();
            await db.Members.ExecuteDeleteAsync();
            await db.SiteDays.ExecuteDeleteAsync();
            await db.GroupRules.ExecuteDeleteAsync();
            await db.Groups.ExecuteDeleteAsync();
            await db.SiteCounters.ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, 0));
        }

        public ValueTask DisposeAsync() => db.DisposeAsync();
    }
}

/// <summary>A browser without scripts for a site that isn't one of the harness' yet.</summary>
internal sealed class PlainBrowser : IDisposable
{
    private readonly HttpClient client;

    public PlainBrowser(Uri url)
    {
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = url };
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
    }

    public sealed record Page(int Code, IHtmlDocument Html)
    {
        public string Field(string name) => ((IHtmlInputElement)Html.QuerySelector($"#{name}")!).Value;
    }

    public Task<Page> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Page> PostAsync(string path, Dictionary<string, string> fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });

    public async Task<Page> SubmitAsync(string page, string action, Dictionary<string, string> fields)
    {
        var form = (await GetAsync(page)).Html.Forms.OfType<IHtmlFormElement>().First(f => f.Method == "post" && (f.GetAttribute("action") ?? page).Split('?')[0] == action);
        var values = Visitor.FieldsOf(form);
        foreach (var (name, value) in fields) values[name] = value;
        return await PostAsync(action, values);
    }

    public static string TokenOf(Page page) => ((IHtmlInputElement)page.Html.QuerySelector("input[name=__RequestVerificationToken]")!).Value;

    private async Task<Page> SendAsync(HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request);
        return new Page((int)answer.StatusCode, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()));
    }

    public void Dispose() => client.Dispose();
}
