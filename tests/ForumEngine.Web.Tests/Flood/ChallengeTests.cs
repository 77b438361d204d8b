using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ForumEngine.Groups;
using ForumEngine.Web.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Flood;

public sealed class ChallengeTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Theory, EveryDatabase]
    public async Task Who_did_the_work_may_write_at_once_and_who_did_not_confirms_the_address_first(Db db)
    {
        await using var site = await SiteAsync(db);
        var solved = await SolveAsync(site);
        Assert.Equal("/", (await RegisterAsync(site, "worker", solved)).Is(303).Location);
        Assert.Equal("/account/confirm", (await RegisterAsync(site, "replayer", solved)).Is(303).Location);
        Assert.Equal("/account/confirm", (await RegisterAsync(site, "noscript", null)).Is(303).Location);
        Assert.Equal([(Group.Newcomers, "worker"), (Group.Waiting, "noscript"), (Group.Waiting, "replayer")],
            (await site.Rows(d => d.Members.Where(m => m.UserName != Template.Founder).Select(m => new { m.GroupId, m.UserName }).ToListAsync())).Select(m => (m.GroupId, m.UserName!)).OrderBy(m => m.Item2 != "worker").ThenBy(m => m.Item2));
        Assert.Contains("no scripts", (await site.Visitor().GetAsync("/account/register")).Is(200).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_people_do_not_see_catches_programs_and_what_was_typed_stays()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var answer = (await site.Visitor().PostFormAsync("/account/register", new { UserName = "program", Email = "p@example.test", Visitor.Password, ConfirmPassword = Visitor.Password, AcceptTerms = "true", Homepage = "https://spam.example" })).Is(422);
        Assert.Contains("as if a program", answer.Text, StringComparison.Ordinal);
        Assert.Equal("program", Visitor.FieldsOf(Visitor.FormOn(answer, "/account/register"))["UserName"]);
    }

    [Fact]
    public async Task Links_of_new_members_ask_for_work_with_the_text_kept_and_duplicates_lead_to_the_first()
    {
        await using var site = await SiteAsync(Db.Sqlite);
        await site.SetAsync("Flood.NewMemberPosts", "3");
        await site.SetAsync("Flood.DuplicateHours", "24");
        await site.SetAsync("Flood.PostsPerHour", "1");
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        var url = $"/threads/{thread.Id}/reply";
        using var visitor = await site.NewVisitorAsync();
        const string body = "You may want to read https://example.org/manual about that.";
        var asked = (await visitor.PostFormAsync(url, new { Body = body })).Is(422);
        Assert.Equal("now", asked.Html.QuerySelector("[name=Work]")?.GetAttribute("data-work"));
        var form = Visitor.FormOn(asked, url);
        Assert.Equal(body, Visitor.FieldsOf(form)["Body"]);
        (await visitor.SubmitAsync(form, url, new { Work = await SolveAsync(site) })).Is(303);

        var later = (await visitor.PostFormAsync(url, new { Body = "Something else, without any address" })).Is(429);
        Assert.InRange(int.Parse(later.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 3500, 3600);
        Assert.Equal("Something else, without any address", Visitor.FieldsOf(Visitor.FormOn(later, url))["Body"]);
        await site.SetAsync("Flood.PostsPerHour", "0");
        var post = await site.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id && p.Floor == 2).Select(p => p.Id).SingleAsync());
        var twice = (await visitor.PostFormAsync(url, new { Body = body, Work = await SolveAsync(site) })).Is(422);
        Assert.NotNull(twice.Html.QuerySelector($"#errors a[href='/posts/{post}']"));
    }

    /// <summary>The real form in the real browser, under the real policy.</summary>
    [Fact]
    public async Task The_browser_does_the_work_while_the_form_is_filled_in()
    {
        await using var site = await SiteAsync(Db.Sqlite);
        await site.SetAsync("Registration.MinSeconds", "0");
        await using var tab = await chromium.OpenAsync(site, Screen.Phone);
        var page = tab.Page;
        List<int> took = [];
        for (var i = 0; i < 3; i++)
        {
            await page.GotoAsync("/account/register");
            await page.FillAsync("[name=UserName]", $"scripted{i}");
            await Assertions.Expect(page.Locator("[name=Work]")).Not.ToHaveValueAsync("");
            took.Add(int.Parse((await page.GetAttributeAsync("[name=Work]", "data-took"))!, System.Globalization.CultureInfo.InvariantCulture));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"The work took {string.Join(", ", took)} ms");
        // Sent before it is done: the form waits by itself.
        await page.GotoAsync("/account/register");
        await page.EvaluateAsync("() => { for (const [n, v] of Object.entries({ UserName: 'hasty', Email: 'hasty@example.test', Password: 'correct horse 9 battery', ConfirmPassword: 'correct horse 9 battery' })) document.querySelector(`[name=${n}]`).value = v; document.querySelector('[name=AcceptTerms]').checked = true; }");
        await page.ClickAsync("form[action*=register] button.go");
        await page.ArriveAsync("**/");
        Assert.Equal(Group.Newcomers, await site.Rows(d => d.Members.Where(m => m.UserName == "hasty").Select(m => m.GroupId).SingleAsync()));
        tab.HasNoComplaints();
    }

    private static async Task<Site> SiteAsync(Db db)
    {
        var site = await Site.StartAsync(db);
        await site.SetAsync("Registration.Challenge", "work");
        await site.SetAsync("Registration.MinSeconds", "0");
        return site;
    }

    private static Task<Answer> RegisterAsync(Site site, string name, string? work) => site.Visitor().PostFormAsync("/account/register", new
    {
        UserName = name,
        Email = $"{name}@example.test",
        Visitor.Password,
        ConfirmPassword = Visitor.Password,
        AcceptTerms = "true",
        Work = work ?? "",
    });

    private static async Task<string> SolveAsync(Site site)
    {
        using var c = JsonDocument.Parse((await site.Visitor().GetAsync("/challenge")).Is(200).Body);
        string Of(string key) => c.RootElement.GetProperty(key).GetString()!;
        for (var n = 0; ; n++)
            if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Of("salt")}{n}"))) == Of("challenge"))
                return Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new { algorithm = Of("algorithm"), challenge = Of("challenge"), number = n, salt = Of("salt"), signature = Of("signature") }));
    }
}
