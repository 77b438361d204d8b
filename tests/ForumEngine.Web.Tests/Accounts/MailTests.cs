using System.Text.RegularExpressions;
using ForumEngine.Accounts;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Group = ForumEngine.Groups.Group;

namespace ForumEngine.Web.Tests.Accounts;

/// <summary>Mails about accounts, by SMTP to a real server.</summary>
public sealed partial class MailTests
{
    private const string BaseUrl = "http://forum.example.test/";
    private const string NewPassword = "another horse 8 staple";

    [Theory, EveryDatabase]
    public async Task The_link_in_the_mail_ends_the_waiting(Db db)
    {
        await using var site = await SiteAsync(db);
        await site.SetAsync("Registration.VerifyEmail", "true");
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.MemberAsync("author"));
        var (visitor, address) = (site.Visitor(), NewAddress());

        Assert.Equal("/account/confirm", (await visitor.RegisterAsync("newcomer", address)).Is(303).Location);
        Assert.Equal(Group.Waiting, (await FindAsync(site, address)).GroupId);
        (await visitor.GetAsync($"/threads/{thread.Id}/reply")).Is(403);

        var page = (await visitor.GetAsync(LinkIn(await MailServer.ArrivedAsync(address, "Please confirm")))).Is(200);
        Assert.False((await FindAsync(site, address)).EmailConfirmed);
        (await visitor.SubmitAsync(Visitor.FormOn(page, "/account/confirm"), "/account/confirm", null)).Is(303);

        var member = await FindAsync(site, address);
        Assert.True(member.EmailConfirmed);
        Assert.Equal(Group.Newcomers, member.GroupId);
        (await visitor.PostFormAsync($"/threads/{thread.Id}/reply", new { Body = "Now I may write" })).Is(303);
    }

    [Theory]
    [InlineData("zh-CN", "请确认您的邮箱", "您好，newcomer")]
    [InlineData("en", "Please confirm your e-mail address", "Hello newcomer")]
    public async Task A_mail_speaks_the_members_language(string language, string subject, string greeting)
    {
        await using var site = await SiteAsync(Db.Sqlite);
        var address = NewAddress();
        (await site.Visitor(language).RegisterAsync("newcomer", address)).Is(303);
        var mail = await MailServer.ArrivedAsync(address, subject);
        Assert.Contains(greeting, mail.TextBody, StringComparison.Ordinal);
        Assert.Null(mail.HtmlBody);
    }

    [Theory, EveryDatabase]
    public async Task A_forgotten_password_is_set_anew_by_a_link_that_works_once(Db db)
    {
        await using var site = await SiteAsync(db);
        var (first, address) = (site.Visitor(), NewAddress());
        (await first.RegisterAsync("forgetful", address)).Is(303);

        var visitor = site.Visitor();
        (await visitor.PostFormAsync("/account/forgot", new { Email = address.ToUpperInvariant() })).Is(303);
        var link = LinkIn(await MailServer.ArrivedAsync(address, "Set a new password"));
        var page = (await visitor.GetAsync(link)).Is(200);
        var typed = new { Password = NewPassword, ConfirmPassword = NewPassword };
        Assert.Equal("/account/login?reset=1", (await visitor.SubmitAsync(Visitor.FormOn(page, "/account/reset"), "/account/reset", typed)).Is(303).Location);

        (await visitor.GetAsync(link)).Is(403);
        (await visitor.SubmitAsync(Visitor.FormOn(page, "/account/reset"), "/account/reset", typed)).Is(403);
        (await visitor.SignInAsync("forgetful")).Is(422);
        (await visitor.SignInAsync("forgetful", NewPassword)).Is(303);
        (await first.GetAsync("/account/settings")).Is(302);
        await MailServer.ArrivedAsync(address, "Your password was changed");
    }

    [Theory, EveryDatabase]
    public async Task A_change_of_address_is_told_to_both(Db db)
    {
        await using var site = await SiteAsync(db);
        var (visitor, old, address) = (site.Visitor(), NewAddress(), NewAddress());
        (await visitor.RegisterAsync("mover", old)).Is(303);
        (await visitor.PostFormAsync("/account/settings/email", new { Email = address, CurrentPassword = "not this one" })).Is(422);
        (await visitor.PostFormAsync("/account/settings/email", new { Email = address, CurrentPassword = Visitor.Password })).Is(303);

        var warning = await MailServer.ArrivedAsync(old, "is being changed");
        Assert.Equal("/account/settings/password", LinkIn(warning));
        var link = LinkIn(await MailServer.ArrivedAsync(address, "Please confirm"));
        (await site.Visitor().SignInAsync(address)).Is(422);

        var page = (await visitor.GetAsync(link)).Is(200);
        (await visitor.SubmitAsync(Visitor.FormOn(page, "/account/confirm"), "/account/confirm", null)).Is(303);
        (await visitor.GetAsync("/account/settings")).Is(200);
        (await site.Visitor().SignInAsync(address)).Is(303);
        (await site.Visitor().SignInAsync(old)).Is(422);
        (await visitor.GetAsync(link)).Is(403);
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail()
    {
        await using var site = await SiteAsync(Db.Sqlite);
        var (known, unknown) = (NewAddress(), NewAddress());
        (await site.Visitor().RegisterAsync("known", known)).Is(303);
        var (one, other) = (await AskAsync(site, unknown), await AskAsync(site, known));
        Assert.Equal(other, one);
        await MailServer.ArrivedAsync(known, "Set a new password");
        Assert.Empty(MailServer.To(unknown));
    }

    private static async Task<string> AskAsync(Site site, string address)
    {
        var visitor = site.Visitor();
        var answer = (await visitor.PostFormAsync("/account/forgot", new { Email = address })).Is(303);
        return $"{answer.Location} {(await visitor.OpenAsync(answer.Location!)).Text}";
    }

    private static Task<Site> SiteAsync(Db db) => Site.StartAsync(db, null, [.. MailServer.Arguments(), $"--Site:BaseUrl={BaseUrl}"]);

    private static string NewAddress() => $"{Guid.NewGuid():N}@example.test";

    private static Task<Member> FindAsync(Site site, string address) => site.Rows(db => db.Members.SingleAsync(m => m.Email == address));

    /// <summary>Path and query of the one link in a mail, which leads to the site's own address.</summary>
    private static string LinkIn(MimeMessage mail)
    {
        var link = Assert.Single(Links().Matches(mail.TextBody!)).Value;
        Assert.StartsWith(BaseUrl, link, StringComparison.Ordinal);
        return link[(BaseUrl.Length - 1)..];
    }

    [GeneratedRegex(@"\w+://\S+")]
    private static partial Regex Links();
}
