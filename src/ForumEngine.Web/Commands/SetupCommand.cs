using System.CommandLine;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Setup;
using ForumEngine.Storage;

namespace ForumEngine.Web.Commands;

/// <summary>First set-up without a browser; brings the schema up first.</summary>
public static class SetupCommand
{
    public static Command Create()
    {
        var siteName = new Option<string>("--site-name") { Description = "The name of the site, 1 to 40 characters.", Required = true };
        var admin = new Option<string>("--admin") { Description = "The administrator's name.", Required = true };
        var email = new Option<string>("--email") { Description = "The administrator's e-mail address.", Required = true };
        var stdin = new Option<bool>("--password-stdin") { Description = "Read the password from standard input; without it one is made up and printed once." };
        var template = new Option<string>("--template") { Description = "The boards to start with.", DefaultValueFactory = _ => BoardTemplate.Default };
        template.AcceptOnlyFromAmong(BoardTemplate.Names);
        var language = new Option<string>("--language") { Description = "The site's language, in which its boards are named.", DefaultValueFactory = _ => SiteLanguage.Simplified };
        language.AcceptOnlyFromAmong([.. SiteLanguage.All]);
        var zone = new Option<string>("--time-zone") { Description = "The site's time zone, an IANA name.", DefaultValueFactory = _ => new SiteSection().TimeZone };
        var command = new Command("setup", "Make a site of an empty database: groups, boards, site pages, the administrator.")
        {
            siteName, admin, email, stdin, template, language, zone,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async services =>
        {
            var password = parsed.GetValue(stdin) ? await Console.In.ReadLineAsync(cancel) ?? "" : null;
            var order = new SiteOrder(parsed.GetRequiredValue(siteName), parsed.GetRequiredValue(admin),
                parsed.GetRequiredValue(email), password, parsed.GetRequiredValue(template))
            {
                Language = parsed.GetRequiredValue(language),
                TimeZone = parsed.GetRequiredValue(zone),
            };
            await services.GetRequiredService<SchemaState>().MigrateAsync(cancel);
            var made = await services.GetRequiredService<SetUpSite>().RunAsync(order, cancel);
            return made.Refusal is { } refusal ? await RefuseAsync(refusal) : Tell(order, made.Value);
        }));
        return command;
    }

    private static int Tell(SiteOrder order, SiteMade made)
    {
        Console.WriteLine($"{order.SiteName} is set up. Administrator: {made.AdminName}");
        if (made.OneTimePassword is { } password) Console.WriteLine($"Password (shown this once): {password}");
        return 0;
    }

    private static Task<int> RefuseAsync(Refusal refusal) => refusal.Code switch
    {
        "AlreadySetUp" => CommandHost.FailAsync("this site is set up already; change it with `forum settings set` or in the admin panel."),
        "WrongSiteName" => CommandHost.FailAsync("--site-name: 1 to 40 characters, please.", 2),
        "WrongAdminName" => CommandHost.FailAsync("--admin: 1 to 30 characters without @, please.", 2),
        "WrongEmail" => CommandHost.FailAsync("--email: that is no e-mail address.", 2),
        "WrongPassword" => CommandHost.FailAsync("--password-stdin: 8 to 128 characters, please.", 2),
        "WrongTimeZone" => CommandHost.FailAsync("--time-zone: this machine knows no such zone.", 2),
        _ => CommandHost.FailAsync(refusal.Code, 2),
    };
}
