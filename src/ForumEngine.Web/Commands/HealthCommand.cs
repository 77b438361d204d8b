using System.CommandLine;

namespace ForumEngine.Web.Commands;

/// <summary>For containers without curl: asks the site that runs beside it.</summary>
public static class HealthCommand
{
    public static Command Create()
    {
        var url = new Option<string>("--url") { Description = "What to ask.", DefaultValueFactory = _ => "http://127.0.0.1:8080/health/live" };
        var command = new Command("health", "Ask a running site whether it is alive; exit status 1 if not.") { url };
        command.SetAction(async (parsed, cancel) =>
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
            try
            {
                using var answer = await client.GetAsync(new Uri(parsed.GetRequiredValue(url)), cancel);
                return answer.IsSuccessStatusCode ? 0 : 1;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or UriFormatException)
            {
                return await CommandHost.FailAsync(error.Message);
            }
        });
        return command;
    }
}
