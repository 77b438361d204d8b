using ForumEngine.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace ForumEngine.Web.Tests.Accounts;

/// <summary>How mail leaves the site: later when the server is down, into a folder without one, never with somebody else's headers.</summary>
public sealed class MailDeliveryTests
{
    [Theory, EveryDatabase]
    public async Task A_mail_server_that_is_down_keeps_nobody_out_and_the_mail_goes_once_later(Db db)
    {
        var (host, port) = MailServer.Address;
        await using var line = new TcpForwarder(host, port);
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = await Site.StartAsync(db, b => b.Services.AddSingleton<TimeProvider>(clock), MailServer.Arguments(line.Port));
        var address = $"{Guid.NewGuid():N}@example.test";

        (await site.Visitor().RegisterAsync("patient", address)).Is(303);
        await Soon.IsAsync(() => site.Rows(r => r.Outbox.AnyAsync(m => m.Kind == MailMessage.Kind && m.Attempts == 1 && m.Error != null)), "first try");
        Assert.Empty(MailServer.To(address));

        line.Open();
        clock.Advance(TimeSpan.FromSeconds(6));
        await MailServer.ArrivedAsync(address, "Please confirm");
        await Soon.IsAsync(() => site.Rows(async r => !await r.Outbox.AnyAsync(m => m.Kind == MailMessage.Kind)), "empty outbox");
        clock.Advance(TimeSpan.FromHours(2));
        await site.RunJobsAsync();
        Assert.Single(MailServer.To(address));
    }

    [Fact]
    public async Task Without_a_mail_server_mails_lie_in_the_outbox_folder()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        (await site.Visitor().RegisterAsync("offline", "offline@example.test")).Is(303);
        var folder = Path.Combine(site.DataFolder, "outbox");
        await Soon.IsAsync(() => site.Rows(async r => !await r.Outbox.AnyAsync(m => m.Kind == MailMessage.Kind)), "empty outbox");
        var mail = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(folder, "*.eml")), TestContext.Current.CancellationToken);
        Assert.Equal("offline@example.test", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Contains("/account/confirm?token=", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil\r\nBcc: victim@example.test", "plain@example.test")]
    [InlineData("plain", "plain@example.test\r\nBcc: victim@example.test")]
    [InlineData("plain", "plain@example.test, victim@example.test")]
    [InlineData("plain", "plain@example.test\nSubject: Prize")]
    [InlineData("plain", "\"x\" <plain@example.test>")]
    public async Task A_registration_can_not_carry_headers(string name, string address)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        (await site.Visitor().RegisterAsync(name, address)).Is(422);
    }

    [Fact]
    public async Task The_sites_name_can_not_carry_headers()
    {
        await using var site = await Site.StartAsync(Db.Sqlite, null, MailServer.Arguments());
        var (address, victim) = ($"{Guid.NewGuid():N}@example.test", $"{Guid.NewGuid():N}@example.test");
        (await (await site.FounderAsync()).PostFormAsync("/admin/site", new Dictionary<string, string> { ["Site.Name"] = $"Us\r\nBcc: {victim}" })).Is(422);
        (await site.Visitor().RegisterAsync("reader", address)).Is(303);
        var mail = await MailServer.ArrivedAsync(address, "Please confirm");
        Assert.Equal([address], MailServer.Recipients(mail));
        Assert.Empty(mail.Bcc);
        Assert.Empty(MailServer.To(victim));
    }

    [Fact]
    public async Task An_imported_name_is_no_link_and_no_line_in_a_mail()
    {
        await using var site = await Site.StartAsync(Db.Sqlite, null, MailServer.Arguments());
        var member = await site.MemberAsync("https://evil.example\r\nBcc: x@evil.example");
        (await site.Visitor().PostFormAsync("/account/forgot", new { member.Email })).Is(303);
        var mail = await MailServer.ArrivedAsync(member.Email!, "重设密码");
        Assert.Equal([member.Email], MailServer.Recipients(mail));
        Assert.DoesNotContain("evil.example", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("\nBcc", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("evil[.]example", mail.TextBody, StringComparison.Ordinal);
    }
}
