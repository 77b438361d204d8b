using Microsoft.EntityFrameworkCore;
using NetVips;

namespace ForumEngine.Web.Tests.Links;

/// <summary>Navigation, footer, licences and friend links through the browser's forms, and what readers see of them.</summary>
public sealed class LinkPageTests
{
    [Theory, EveryDatabase]
    public async Task A_link_is_shown_at_once_to_those_it_is_for_and_its_name_is_text(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var founder = await site.FounderAsync();
        using var member = await site.VisitorAsync(await site.NewMemberAsync());
        await AddAsync(founder, new { Place = "Main", Name = "<b>地图</b>", NameEn = "Map", Url = "/map", Position = "5", Audience = "Members", IsOn = "true" });
        await AddAsync(founder, new { Place = "More", Name = "帮助", NameEn = "Help", Url = "https://help.example.test/", Position = "5", Audience = "Everyone", IsOn = "true" });
        await AddAsync(founder, new { Place = "Main", Name = "关", NameEn = "Off", Url = "/off", Position = "5", Audience = "Everyone", IsOn = "false" });

        var seen = (await member.GetAsync("/")).Is(200);
        Assert.Equal(("/map", "Map"), (seen.Html.QuerySelector(".nav > a")!.GetAttribute("href"), seen.Html.QuerySelector(".nav > a")!.TextContent));
        Assert.Equal("noopener", seen.Html.QuerySelector(".nav .pop a")!.GetAttribute("rel"));
        var guests = (await site.Visitor("zh-CN").GetAsync("/")).Is(200);
        Assert.Null(guests.Html.QuerySelector("[href='/map']"));
        Assert.Null(guests.Html.QuerySelector("[href='/off']"));
        Assert.Equal("帮助", guests.Html.QuerySelector(".nav .pop a")!.TextContent);
        using var chinese = await site.VisitorAsync(await site.NewMemberAsync(), "zh-CN");
        Assert.Equal("<b>地图</b>", (await chinese.GetAsync("/")).Is(200).Html.QuerySelector(".nav > a")!.TextContent);
    }

    [Theory, EveryDatabase]
    public async Task Who_saves_over_somebody_elses_change_sees_both(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var founder = await site.FounderAsync();
        await AddAsync(founder, new { Place = "Main", Name = "地图", Url = "/map", Position = "5", Audience = "Everyone", IsOn = "true" });
        var id = await site.Rows(d => d.SiteLinks.Select(l => l.Id).SingleAsync());
        await site.Rows(d => d.SiteLinks.ExecuteUpdateAsync(l => l.SetProperty(x => x.Version, 2).SetProperty(x => x.Url, "/theirs")));
        var answer = (await founder.PostFormAsync("/admin/links/edit", new { Id = $"{id}", Seen = "1", Place = "Main", Name = "地图", Url = "/mine", Position = "5", Audience = "Everyone", IsOn = "true" })).Is(409);
        Assert.Contains("/theirs", answer.Html.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("/mine", "2"), (answer.Html.GetElementById("Url")!.GetAttribute("value"), answer.Html.QuerySelector("[name=Seen]")!.GetAttribute("value")));
        (await founder.PostFormAsync("/admin/links/edit", new { Id = $"{id}", Seen = "2", Place = "Main", Name = "地图", Url = "/mine", Position = "5", Audience = "Everyone", IsOn = "true" })).Is(303);
        Assert.Equal("/mine", await site.Rows(d => d.SiteLinks.Select(l => l.Url).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task An_entry_of_the_engine_is_renamed_ordered_hidden_and_taken_back(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var founder = await site.FounderAsync();
        (await founder.PostFormAsync("/admin/links/edit", new { SystemKey = "NavSearch", Seen = "0", Id = "0", Place = "Main", Name = "", NameEn = "Find", Position = "20", Audience = "Everyone", IsOn = "true" }, "/admin/links/edit?key=NavSearch")).Is(303);
        (await founder.PostFormAsync("/admin/links/order", new Dictionary<string, string> { ["place"] = "Main", ["p:NavSearch"] = "1", ["p:NavForum"] = "10" }, "/admin/navigation")).Is(303);
        Assert.Equal(["Find", "Forum", "Darkroom"], await BarAsync(site));
        var lines = (await founder.GetAsync("/admin/changes/link")).Is(200).Html.QuerySelectorAll("tbody tr");
        Assert.Equal(2, lines.Length);
        (await founder.PostFormAsync(lines[0].QuerySelector("form")!.GetAttribute("action")!, page: "/admin/changes/link")).Is(303);
        Assert.Equal(["Forum", "Find", "Darkroom"], await BarAsync(site));
    }

    [Theory, EveryDatabase]
    public async Task The_footer_says_what_is_set_and_nothing_else(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var founder = await site.FounderAsync();
        var empty = (await site.Visitor().GetAsync("/")).Is(200).Html.QuerySelector(".foot")!;
        Assert.Null(empty.QuerySelector(".talks, .licence, [href^='mailto:'], [href^='tel:']"));
        var typed = new Dictionary<string, string> { ["act"] = "preview", ["Site.ContactMail"] = "desk@example.test", ["Footer.Phone"] = "+86 755 1234", ["Footer.Hours"] = "9–18", ["Footer.WeChat"] = "<i>w</i>", ["Site.PoliceFiling"] = "粤公网安备44030000000000号" };
        var preview = (await founder.PostFormAsync("/admin/footer", typed)).Is(200);
        Assert.Equal("tel:+867551234", preview.Html.QuerySelector("main .foot [href^='tel:']")!.GetAttribute("href"));
        Assert.Null((await site.Visitor().GetAsync("/")).Html.QuerySelector(".foot .talks"));
        typed["act"] = "save";
        (await founder.PostFormAsync("/admin/footer", typed)).Is(303);
        var foot = (await site.Visitor().GetAsync("/")).Is(200).Html.QuerySelector(".foot")!;
        Assert.Equal("mailto:desk@example.test", foot.QuerySelector("[href^='mailto:']")!.GetAttribute("href"));
        Assert.Contains("<i>w</i>", foot.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("code=44030000000000", foot.QuerySelector("[href*='beian.mps']")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(5, await site.Rows(d => d.StaffActs.CountAsync(a => a.Act == "setting.change" && (a.Details!.Contains("Footer.") || a.Details.Contains("Site.Contact") || a.Details.Contains("Site.Police")))));
    }

    [Theory, EveryDatabase]
    public async Task A_QR_code_and_a_friends_logo_are_encoded_anew(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var founder = await site.FounderAsync();
        using var noise = Image.Gaussnoise(600, 600, sigma: 8);
        using var grey = noise.Cast(Enums.BandFormat.Uchar);
        byte[] sly = [.. grey.WriteToBuffer(".png"), .. "<script>alert('hidden')</script>"u8];
        (await UploadAsync(founder, "/admin/footer", "/admin/footer/qr", "Qr", sly, [])).Is(303);
        (await UploadAsync(founder, "/admin/links/edit?place=Friend", "/admin/links/edit", "Upload", sly,
            new() { ["Place"] = "Friend", ["Name"] = "图书漂流", ["NameEn"] = "Books", ["Url"] = "https://books.example.test/", ["Position"] = "1", ["Audience"] = "Everyone", ["IsOn"] = "true" })).Is(303);
        var home = (await site.Visitor().GetAsync("/")).Is(200);
        var (qr, logo) = (home.Html.QuerySelector(".foot .menu img")!, home.Html.QuerySelector(".friends a img")!);
        Assert.Equal(("200", "40", "Books", "external noopener"), (qr.GetAttribute("width"), logo.GetAttribute("height"), logo.GetAttribute("alt"), logo.ParentElement!.GetAttribute("rel")));
        foreach (var picture in (string[])[qr.GetAttribute("src")!, logo.GetAttribute("src")!])
        {
            var file = (await site.Visitor().GetAsync(picture)).Is(200);
            Assert.Equal(("image/png", "public, max-age=31536000, immutable"), (file.Header("Content-Type"), file.Header("Cache-Control")));
            Assert.DoesNotContain("script", file.Text, StringComparison.Ordinal);
        }
        (await UploadAsync(founder, "/admin/footer", "/admin/footer/qr", "Qr", "<svg/>"u8.ToArray(), [])).Is(422);
        (await site.Visitor().GetAsync("/look/pictures/nothing.png")).Is(404);
        (await founder.PostFormAsync("/admin/footer/remove-qr", page: "/admin/footer")).Is(303);
        Assert.Null((await site.Visitor().GetAsync("/")).Html.QuerySelector(".foot .menu"));
    }

    [Fact]
    public async Task A_counter_opens_the_policy_for_its_hosts_on_counted_pages_and_nowhere_else()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        using var founder = await site.FounderAsync();
        (await founder.PostFormAsync("/admin/footer", new Dictionary<string, string> { ["act"] = "save", ["Footer.Counter"] = "matomo", ["Footer.CounterId"] = "7" })).Is(422);
        (await founder.PostFormAsync("/admin/footer", new Dictionary<string, string> { ["act"] = "save", ["Footer.Counter"] = "matomo", ["Footer.CounterId"] = "7", ["Footer.CounterHost"] = "stats.example.test" })).Is(303);
        using var client = new HttpClient();
        async Task<(string Policy, bool Script)> AtAsync(string path)
        {
            using var answer = await client.GetAsync(new Uri(site.Url, path), TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return (string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), text.Contains("data-provider=\"matomo\"", StringComparison.Ordinal));
        }
        // The headers of an answer are written before its page asks for the settings.
        await AtAsync("/");
        var counted = await AtAsync("/");
        Assert.True(counted.Script);
        Assert.Contains("script-src 'self' https://stats.example.test; ", counted.Policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self' https://stats.example.test; ", counted.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", counted.Policy, StringComparison.Ordinal);
        foreach (var path in (string[])["/account/login", "/account/forgot"])
        {
            var kept = await AtAsync(path);
            Assert.False(kept.Script);
            Assert.DoesNotContain("stats.example.test", kept.Policy, StringComparison.Ordinal);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_link_costs_no_page_a_query_and_is_in_force_on_another_node_within_a_second(Db db)
    {
        await using var site = await Site.StartAsync(db);
        await using var node = await site.BesideAsync();
        using var founder = await site.FounderAsync();
        using var guest = node.Visitor();
        await guest.GetAsync("/darkroom");
        var before = (await guest.GetAsync("/darkroom")).Is(200).Queries;
        await AddAsync(founder, new { Place = "Main", Name = "地图", NameEn = "Map", Url = "/map", Position = "5", Audience = "Everyone", IsOn = "true" });
        await Task.Delay(TimeSpan.FromSeconds(1.2), TestContext.Current.CancellationToken);
        Assert.NotNull((await guest.GetAsync("/darkroom")).Is(200).Html.QuerySelector(".nav [href='/map']"));
        Assert.InRange((await guest.GetAsync("/darkroom")).Is(200).Queries, 0, before + 1);
    }

    private static async Task AddAsync(Visitor founder, object fields) => (await founder.PostFormAsync("/admin/links/edit", fields)).Is(303);

    private static async Task<IEnumerable<string>> BarAsync(Site site) => (await site.Visitor().GetAsync("/")).Is(200).Html.QuerySelectorAll(".nav > a").Select(a => a.TextContent);

    internal static async Task<Answer> UploadAsync(Visitor visitor, string from, string to, string field, byte[] bytes, Dictionary<string, string> fields)
    {
        var page = (await visitor.GetAsync(from)).Is(200);
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(bytes), field, "picture.png" },
            { new StringContent(Visitor.FieldsOf(Visitor.FormOn(page, to))["__RequestVerificationToken"]), "__RequestVerificationToken" },
        };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, to) { Content = form });
    }
}
