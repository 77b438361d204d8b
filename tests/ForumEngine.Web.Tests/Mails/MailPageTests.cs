using ForumEngine.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ForumEngine.Web.Tests.Mails;

/// <summary>The page of mails: a mail on trial to a real server, what became of each, a second try, texts.</summary>
public sealed class MailPageTests
{
    [Theory, EveryDatabase]
    public async Task A_mail_on_trial_goes_to_ones_own_address_and_the_page_says_what_the_server_answered(Db db)
    {
        await using var site = await Site.StartAsync(db, null, [.. MailServer.Arguments(), "--Smtp:User="]);
        using var founder = await site.FounderAsync();
        var address = $"{Guid.NewGuid():N}@example.test";
        await site.Rows(d => d.Members.Where(m => m.IsFounder).ExecuteUpdateAsync(m => m.SetProperty(x => x.Email, address)));
        var answer = (await founder.PostFormAsync("/admin/mail/test", page: "/admin/mail")).Is(200);
        Assert.NotEmpty(answer.Html.QuerySelector(".note.good bdi")!.TextContent);
        await MailServer.ArrivedAsync(address, "on trial");
        Assert.Equal((MailKinds.Test, MailState.Sent), await site.Rows(async d => { var m = await d.MailRecords.SingleAsync(); return (m.Kind, m.State); }));
        Assert.True(await site.Rows(d => d.StaffActs.AnyAsync(a => a.Act == "mail.test")));
    }

    [Fact]
    public async Task A_server_that_isnt_there_is_an_answer_and_its_password_is_nowhere()
    {
        await using var site = await Site.StartAsync(Db.Sqlite, null, "--Smtp:Host=127.0.0.1", "--Smtp:Port=1", "--Smtp:From=forum@example.test", "--Smtp:User=forum", "--Smtp:Password=Geheim-4711");
        using var founder = await site.FounderAsync();
        var answer = (await founder.PostFormAsync("/admin/mail/test", page: "/admin/mail")).Is(200);
        Assert.NotNull(answer.Html.QuerySelector(".note.bad"));
        Assert.DoesNotContain("Geheim-4711", answer.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(MailState.GivenUp, await site.Rows(d => d.MailRecords.Select(m => m.State).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task What_waits_is_tried_again_on_request_or_given_up_after_three_days(Db db)
    {
        var (host, port) = MailServer.Address;
        await using var line = new TcpForwarder(host, port);
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = await Site.StartAsync(db, b => b.Services.AddSingleton<TimeProvider>(clock), MailServer.Arguments(line.Port));
        var (first, second) = ($"{Guid.NewGuid():N}@example.test", $"{Guid.NewGuid():N}@example.test");
        (await site.Visitor().RegisterAsync("first", first)).Is(303);
        (await site.Visitor().RegisterAsync("second", second)).Is(303);
        await Soon.IsAsync(() => site.Rows(d => d.MailRecords.AllAsync(m => m.Attempts > 0)), "first tries");
        using var founder = await site.FounderAsync();
        var page = (await founder.GetAsync("/admin/mail")).Is(200);
        Assert.DoesNotContain("token=", page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(2, page.Html.QuerySelectorAll("form[action$='/retry']").Length);

        line.Open();
        var id = await site.Rows(d => d.MailRecords.Where(m => m.To == first).Select(m => m.Id).SingleAsync());
        (await founder.PostFormAsync($"/admin/mail/{id}/retry", page: "/admin/mail")).Is(303);
        await MailServer.ArrivedAsync(first, "Please confirm");
        await Soon.IsAsync(() => site.Rows(d => d.MailRecords.AnyAsync(m => m.Id == id && m.State == MailState.Sent && m.Attempts == 2)), "sent");
        Assert.Empty(MailServer.To(second));

        line.Close();
        await site.Rows(d => d.MailRecords.Where(m => m.To == second).ExecuteUpdateAsync(m => m.SetProperty(x => x.At, clock.GetUtcNow().UtcDateTime.AddDays(-4))));
        clock.Advance(TimeSpan.FromHours(2));
        await site.RunJobsAsync();
        await Soon.IsAsync(() => site.Rows(d => d.MailRecords.AnyAsync(m => m.To == second && m.State == MailState.GivenUp)), "given up");
        await Soon.IsAsync(() => site.Rows(async d => !await d.Outbox.AnyAsync(m => m.Kind == MailMessage.Kind)), "empty outbox");
    }

    [Theory, EveryDatabase]
    public async Task The_log_is_kept_for_its_days(Db db)
    {
        await using var site = await Site.StartAsync(db);
        await site.Rows(async d =>
        {
            foreach (var (days, state) in (IEnumerable<(int, MailState)>)[(40, MailState.Sent), (40, MailState.Waiting), (10, MailState.Sent)])
                d.MailRecords.Add(new MailRecord { Key = Guid.NewGuid(), Kind = "Reset", To = "x@example.test", At = site.Now.AddDays(-days), State = state });
            return await d.SaveChangesAsync();
        });
        await site.Services.GetServices<ForumEngine.Jobs.IJob>().OfType<TrimMails>().Single().RunAsync(default);
        Assert.Equal(2, await site.Rows(d => d.MailRecords.CountAsync()));
        Assert.True(await site.Rows(d => d.MailRecords.AnyAsync(m => m.State == MailState.Waiting)));
    }

    [Theory, EveryDatabase]
    public async Task A_text_is_looked_at_saved_and_reset(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var founder = await site.FounderAsync();
        const string page = "/admin/mail/template?mail=Reset&language=en";
        var broken = (await founder.PostFormAsync("/admin/mail/template", new { Body = "Hi\n{nmae} {link}" }, page)).Is(422);
        Assert.Contains("Line 2, character 1", broken.Html.QuerySelector(".err")!.TextContent, StringComparison.Ordinal);
        var seen = (await founder.PostFormAsync("/admin/mail/template", new { Body = "<b>Hi</b> {name} {link}", Act = "preview" }, page)).Is(200);
        Assert.StartsWith("<b>Hi</b> Forest path", seen.Html.QuerySelector("main .diff")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.False(await site.Rows(d => d.MailTemplates.AnyAsync()));
        (await founder.PostFormAsync("/admin/mail/template", new { Body = "Hi {name} {link}", Act = "save" }, page)).Is(303);
        (await founder.PostFormAsync("/admin/mail/template/reset", page: page)).Is(303);
        Assert.False(await site.Rows(d => d.MailTemplates.AnyAsync()));
        Assert.Equal(2, await site.Rows(d => d.StaffActs.CountAsync(a => a.Act.StartsWith("mailtemplate."))));
    }
}
