using System.CommandLine;
using ForumEngine.Web.Hosting;

namespace ForumEngine.Web.Commands;

/// <summary>Runs a verb with the engine's services and the site's configuration, but without the web server and its jobs.</summary>
public static class CommandHost
{
    public static async Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> work)
    {
        try
        {
            await using var site = ForumSite.Build([.. parsed.UnmatchedTokens], builder => builder.Logging.SetMinimumLevel(LogLevel.Warning)
                .AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Error));
            await using var scope = site.Services.CreateAsyncScope();
            return await work(scope.ServiceProvider);
        }
        catch (WrongSettingException error)
        {
            return await FailAsync(error.Message);
        }
        catch (Exception error) when (error is System.Data.Common.DbException or InvalidOperationException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return await FailAsync(error.Message);
        }
    }

    public static async Task<int> FailAsync(string message, int status = 1)
    {
        await Console.Error.WriteLineAsync($"forum: {message}");
        return status;
    }
}
