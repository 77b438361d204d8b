using System.CommandLine;
using ForumEngine.Web.Hosting;

namespace ForumEngine.Web.Commands;

/// <summary>Runs the web site until it is told to stop.</summary>
public static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Run the web site (the default). Further arguments are settings, e.g. --Database:Provider=MySql.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancel) => RunAsync([.. parsed.UnmatchedTokens], cancel));
        return command;
    }

    /// <summary>One JSON object a line, for whatever collects an operator's logs; people at a checkout read plain ones.</summary>
    private static void Logs(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment()) builder.Logging.AddJsonConsole(json => json.UseUtcTimestamp = true);
    }

    public static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        try
        {
            await using var site = ForumSite.Build(args, Logs);
            await ForumSite.PrepareAsync(site, cancel);
            await site.RunAsync(cancel);
            return 0;
        }
        catch (WrongSettingException error)
        {
            await Console.Error.WriteLineAsync($"forum: {error.Message}");
            return 1;
        }
    }
}
