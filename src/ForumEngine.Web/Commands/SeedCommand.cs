using System.CommandLine;
using ForumEngine.Setup;

namespace ForumEngine.Web.Commands;

/// <summary>Communities to look at and to measure on.</summary>
public static class SeedCommand
{
    public static Command Create() => new("seed", "Fill the site with made-up members, threads and posts.") { Demo() };

    private static Command Demo()
    {
        var password = new Option<string?>("--password") { Description = "The demo members' password; random and unknown without it." };
        var command = new Command("demo", "A small believable community, while there are no threads.") { password };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async services =>
        {
            var seeded = await services.GetRequiredService<SeedDemo>().RunAsync(parsed.GetValue(password), cancel);
            if (seeded.Refusal is { } refusal) return await RefuseAsync(refusal.Code);
            Console.WriteLine($"{seeded.Value} posts.");
            return 0;
        }));
        return command;
    }

    private static Task<int> RefuseAsync(string code) => code switch
    {
        "HasThreads" => CommandHost.FailAsync("there are threads already; seeds are for empty sites.", 2),
        "NotSetUp" => CommandHost.FailAsync("there are no boards; run `forum setup` first.", 2),
        _ => CommandHost.FailAsync(code, 2),
    };
}
