using ForumEngine.Setup;
using Spectre.Console;

namespace ForumEngine.Web.Hosting;

/// <summary>In Development an empty database becomes a living site, so that one command shows what the forum is.</summary>
internal static class FirstRun
{
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<SetUpDemo>().RunAsync(cancel);
        if (made is null) return;
        app.Lifetime.ApplicationStarted.Register(() => Tell(app, made));
    }

    /// <summary>To the console and not to the log: logs are kept, and the password is told once.</summary>
    private static void Tell(WebApplication app, SiteMade made) => AnsiConsole.Write(new Panel(new Rows(
            new Text($"Your forum is at {app.Urls.FirstOrDefault() ?? ForumSite.DefaultUrl}"),
            new Text($"Administrator:   {made.AdminName}"),
            new Text($"Password:        {made.OneTimePassword}  (shown this once)")))
        .Padding(2, 1));
}
