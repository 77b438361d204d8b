using System.Net;
using ForumEngine.Legal;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Accounts;

public sealed class RegisterTests
{
    private const string Url = "/account/register";

    public static TheoryData<string, string, string, string> WrongFields => new()
    {
        { "UserName", "", "The name is too short: at least 3 characters; a Chinese one counts as 2.", "用户名太短：至少3个字符，汉字算2个。" },
        { "UserName", "x", "The name is too short: at least 3 characters; a Chinese one counts as 2.", "用户名太短：至少3个字符，汉字算2个。" },
        { "UserName", "sixteen_letters_", "The name is too long: at most 15 characters; a Chinese one counts as 2.", "用户名太长：最多15个字符，汉字算2个。" },
        { "UserName", "八个汉字就太长了", "The name is too long: at most 15 characters; a Chinese one counts as 2.", "用户名太长：最多15个字符，汉字算2个。" },
        { "UserName", "two words", "A name can hold letters, digits and _ - . only: no spaces or special characters.", "用户名只能用文字、数字和 _ - . ，不能有空格或特殊字符。" },
        { "UserName", "a\u0007b\ud800c", "A name can hold letters, digits and _ - . only: no spaces or special characters.", "用户名只能用文字、数字和 _ - . ，不能有空格或特殊字符。" },
        { "UserName", "administrator", "This name is reserved; please choose another.", "这个用户名由本站保留，请换一个。" },
        { "UserName", "раypаl", "A name can't mix alphabets, such as Latin and Cyrillic.", "用户名不能混用不同的字母（例如拉丁字母和西里尔字母）。" },
        { "Email", "", "Please enter a valid e-mail address.", "请填写有效的邮箱地址。" },
        { "Email", "nobody", "Please enter a valid e-mail address.", "请填写有效的邮箱地址。" },
        { "Email", "founder@example.test", "This address is registered already. If it is yours, sign in or recover your password.", "这个邮箱已经注册过。如果是您的，可以登录或找回密码。" },
        { "Password", "", "The password is too short: at least 8 characters.", "密码太短：至少8位。" },
        { "Password", "sevense", "The password is too short: at least 8 characters.", "密码太短：至少8位。" },
        { "Password", "12345678", "This password is too common to be safe; please choose another.", "这个密码太常见，容易被猜到，请换一个。" },
        { "ConfirmPassword", "another horse 8", "The two passwords differ.", "两次输入的密码不一致。" },
        { "AcceptTerms", "", "Please read and accept the terms.", "请阅读并同意用户协议。" },
        { "AcceptTerms", "banana", "Please read and accept the terms.", "请阅读并同意用户协议。" },
    };

    [Theory, MemberData(nameof(WrongFields))]
    public async Task A_wrong_field_is_told_at_the_field_and_the_text_stays(string field, string value, string english, string chinese)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        foreach (var (language, message) in new[] { ("en", english), ("zh-CN", chinese) })
        {
            var typed = Typed("typed_name", "typed@example.test");
            typed[field] = value;
            if (field == "Password") typed["ConfirmPassword"] = value;
            var answer = (await site.Visitor(language).PostFormAsync(Url, typed)).Is(422);
            Assert.Contains(message, answer.Text, StringComparison.Ordinal);
            Assert.Equal(field, Assert.Single(answer.Html.QuerySelectorAll("#errors a")).GetAttribute("href")![1..]);
            var form = Visitor.FieldsOf(Visitor.FormOn(answer, Url));
            if (field != "UserName") Assert.Equal("typed_name", form["UserName"]);
            if (field != "Email") Assert.Equal("typed@example.test", form["Email"]);
            Assert.Equal(field != "AcceptTerms", form.ContainsKey("AcceptTerms"));
            HoldsNoPassword(answer, typed);
        }
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var answer = (await site.Visitor().PostFormAsync(Url)).Is(422);
        Assert.Equal(["#AcceptTerms", "#Email", "#Password", "#UserName"], answer.Html.QuerySelectorAll("#errors a").Select(a => a.GetAttribute("href")).Order());
    }

    [Theory]
    [InlineData("UserName", "other_name")]
    [InlineData("Email", "other@example.test")]
    [InlineData("Password", "other horse 7 paper")]
    public async Task A_field_sent_twice_is_an_error_at_it(string field, string second)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var visitor = site.Visitor();
        var form = Visitor.FieldsOf(Visitor.FormOn(await visitor.GetAsync(Url), Url));
        var typed = Typed("typed_twice", "twice@example.test");
        foreach (var (name, value) in typed) form[name] = value;
        var answer = (await visitor.PostAsync(Url, [.. form, new(field, second)])).Is(422);
        Assert.Contains("This field came more than once", answer.Text, StringComparison.Ordinal);
        HoldsNoPassword(answer, typed);
    }

    [Theory]
    [InlineData("UserName", 10_000)]
    [InlineData("UserName", 1_000_000)]
    [InlineData("Email", 10_000)]
    [InlineData("Password", 129)]
    [InlineData("Password", 1_000_000)]
    public async Task Endless_text_is_refused_quickly(string field, int length)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var typed = Typed("typed_name", "typed@example.test");
        typed[field] = new string('x', length);
        if (field == "Password") typed["ConfirmPassword"] = typed[field];
        (await site.Visitor().PostFormAsync(Url, typed)).Is(422);
    }

    [Fact]
    public async Task A_file_where_a_name_belongs_is_no_name()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var visitor = site.Visitor();
        var form = Visitor.FieldsOf(Visitor.FormOn(await visitor.GetAsync(Url), Url));
        var parts = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "UserName", "name.bin" } };
        foreach (var (name, value) in form.Where(f => f.Key != "UserName")) parts.Add(new StringContent(value), name);
        (await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Post, Url) { Content = parts })).Is(422);
    }

    [Theory, EveryDatabase]
    public async Task Twin_names_are_taken(Db db)
    {
        await using var site = await Site.StartAsync(db);
        (await site.Visitor().RegisterAsync("modern_kid")).Is(303);
        foreach (var (name, message) in new[] { ("MODERN_Kid", "This name is taken."), ("modem_kid", "looks too much like another"), ("módern_kid", "looks too much like another") })
            Assert.Contains(message, (await site.Visitor().RegisterAsync(name)).Is(422).Text, StringComparison.Ordinal);
        (await site.Visitor().RegisterAsync("王小明")).Is(303);
        Assert.Contains("This name is taken.", (await site.Visitor().RegisterAsync("王小明")).Is(422).Text, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_accepted_terms_are_kept_with_time_and_address(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var before = site.Now.AddSeconds(-1);
        Assert.Equal("/", (await site.Visitor().RegisterAsync("careful")).Is(303).Location);
        var accepted = await site.Rows(r => r.Acceptances.SingleAsync(a => a.Slug == DocumentVersion.Terms && r.Members.Any(m => m.Id == a.MemberId && m.UserName == "careful")));
        Assert.Equal(await site.Rows(r => r.DocumentVersions.Where(d => d.Slug == DocumentVersion.Terms).MaxAsync(d => d.Number)), accepted.Number);
        Assert.InRange(accepted.At, before, site.Now.AddSeconds(1));
        Assert.Equal(IPAddress.Loopback.MapToIPv6().GetAddressBytes(), accepted.Address);
    }

    [Fact]
    public async Task A_closed_registration_says_so_even_to_a_form_opened_before()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var visitor = site.Visitor();
        var form = Visitor.FormOn(await visitor.GetAsync(Url), Url);
        await site.SetAsync("Registration.Mode", "closed");
        Assert.Contains("not open for registration", (await visitor.GetAsync(Url)).Is(403).Text, StringComparison.Ordinal);
        Assert.Contains("not open for registration", (await visitor.SubmitAsync(form, Url, Typed("latecomer", "late@example.test"))).Is(403).Text, StringComparison.Ordinal);
        Assert.False(await site.Rows(r => r.Members.AnyAsync(m => m.UserName == "latecomer")));
    }

    [Fact]
    public async Task Registrations_from_one_address_are_limited()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.SetAsync("Registration.PerAddressPerHour", "1");
        (await site.Visitor().RegisterAsync("first_one")).Is(303);
        Assert.InRange(int.Parse((await site.Visitor().RegisterAsync("second_one")).Is(429).Header("Retry-After")!, null), 1, 3600);
    }

    private static Dictionary<string, string> Typed(string name, string email) => new()
    {
        ["UserName"] = name,
        ["Email"] = email,
        ["Password"] = Visitor.Password,
        ["ConfirmPassword"] = Visitor.Password,
        ["AcceptTerms"] = "true",
    };

    private static void HoldsNoPassword(Answer answer, Dictionary<string, string> typed)
    {
        foreach (var field in (string[])["Password", "ConfirmPassword"])
            if (typed[field].Length > 0) Assert.DoesNotContain(typed[field], answer.Body, StringComparison.Ordinal);
        Assert.All(answer.Html.QuerySelectorAll("input[type=password]"), input => Assert.Null(input.GetAttribute("value")));
    }
}
