using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ForumEngine.Web.Tests.Accounts;

public sealed class SignInTests
{
    private const string Login = "/account/login";

    [Theory, EveryDatabase]
    public async Task Members_sign_in_by_name_and_by_address_in_any_case(Db db)
    {
        await using var site = await Site.StartAsync(db);
        (await site.Visitor().RegisterAsync("Wang.Wei", "Wang@Example.test")).Is(303);
        foreach (var name in (string[])["Wang.Wei", "wang.wei", "wang@example.test", "WANG@EXAMPLE.TEST", " Wang.Wei "])
        {
            var visitor = site.Visitor();
            (await visitor.SignInAsync(name)).Is(303);
            (await visitor.GetAsync("/account/settings")).Is(200);
        }
    }

    [Theory]
    [InlineData("en", "The name, e-mail address or password is wrong.")]
    [InlineData("zh-CN", "用户名、邮箱或密码不正确。")]
    public async Task Known_and_unknown_names_get_the_same_answer(string language, string message)
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        foreach (var name in (string[])[Template.Founder, "nobody_here", "nobody@example.test"])
        {
            var answer = (await site.Visitor(language).SignInAsync(name, "wrong horse 1")).Is(422);
            Assert.Contains(message, answer.Text, StringComparison.Ordinal);
            Assert.Equal(name, Visitor.FieldsOf(Visitor.FormOn(answer, Login))["UserName"]);
            Assert.DoesNotContain("wrong horse 1", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(answer.SetCookies, c => c.StartsWith("forum=", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("founder", "")]
    [InlineData("", "something 5")]
    public async Task Empty_fields_are_refused(string name, string password)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        (await site.Visitor().SignInAsync(name, password)).Is(422);
    }

    [Theory, EveryDatabase]
    public async Task The_sixth_try_has_to_wait_even_with_the_right_password(Db db)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = await Site.StartAsync(db, b => b.Services.AddSingleton<TimeProvider>(clock));
        for (var n = 0; n < 5; n++) (await site.Visitor().SignInAsync(Template.Founder, "wrong horse 1")).Is(422);

        var answer = (await site.Visitor().SignInAsync(Template.Founder)).Is(429);
        Assert.InRange(int.Parse(answer.Header("Retry-After")!, null), 1, 30);
        Assert.DoesNotContain(answer.SetCookies, c => c.StartsWith("forum=", StringComparison.Ordinal));

        clock.Advance(TimeSpan.FromSeconds(31));
        (await site.Visitor().SignInAsync(Template.Founder)).Is(303);
    }

    [Theory]
    [InlineData("/darkroom?state=active", "/darkroom?state=active")]
    [InlineData("/search?q=%E7%BE%8E%E9%A3%9F", "/search?q=%E7%BE%8E%E9%A3%9F")]
    [InlineData("/account/login", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task Signing_in_leads_back_to_pages_of_this_site_only(string wanted, string expected)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var url = $"{Login}?returnUrl={Uri.EscapeDataString(Uri.UnescapeDataString(wanted))}";
        var visitor = site.Visitor();
        Assert.Equal(expected, (await visitor.PostFormAsync(url, new { UserName = Template.Founder, Visitor.Password })).Is(303).Location);
        Assert.Equal(expected, (await visitor.GetAsync(url)).Is(302).Location);
    }

    [Fact]
    public async Task No_address_of_the_corpus_leads_away()
    {
        var file = Checkout.Shared("data/corpora/urls/redirect.jsonl");
        var site = await Site.OnAsync(Db.Sqlite);
        var visitor = site.Visitor();
        foreach (var line in await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))
        {
            var input = JsonDocument.Parse(line).RootElement.GetProperty("input").GetString()!;
            var answer = await visitor.PostFormAsync($"{Login}?returnUrl={Uri.EscapeDataString(input)}", new { UserName = Template.Founder, Visitor.Password });
            Assert.Equal(site.Url.Host, new Url(new Url(site.Url.AbsoluteUri), answer.Is(303).Location!).HostName);
            (await visitor.PostFormAsync("/account/logout", page: "/")).Is(303);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_change_of_password_ends_the_other_sessions_within_a_second(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var (here, elsewhere) = (site.Visitor(), site.Visitor());
        (await here.RegisterAsync("two_browsers")).Is(303);
        (await elsewhere.SignInAsync("two_browsers")).Is(303);
        (await elsewhere.GetAsync("/account/settings")).Is(200);

        var typed = new { CurrentPassword = Visitor.Password, Password = "another horse 8", ConfirmPassword = "another horse 8" };
        (await here.PostFormAsync("/account/settings/password", typed)).Is(303);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        Assert.StartsWith(Login, (await elsewhere.GetAsync("/account/settings")).Is(302).Location, StringComparison.Ordinal);
        (await here.GetAsync("/account/settings")).Is(200);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var visitor = site.Visitor();
        (await visitor.SignInAsync(Template.Founder)).Is(303);
        Assert.Equal("/", (await visitor.PostFormAsync("/account/logout", page: "/")).Is(303).Location);
        (await visitor.GetAsync("/account/settings")).Is(302);
    }
}
