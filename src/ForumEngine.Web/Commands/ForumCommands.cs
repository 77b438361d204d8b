using System.CommandLine;

namespace ForumEngine.Web.Commands;

/// <summary>The command line of `forum` (surface.md): every verb, its options and its exit status: 0 done, 1 failed, 2 wrong usage.</summary>
public static class ForumCommands
{
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("ForumEngine: a community forum. Without a verb it runs the web site.")
        {
            ServeCommand.Create(), MigrateCommand.Create(), SetupCommand.Create(), SettingsCommand.Create(), MemberCommand.Create(), SeedCommand.Create(),
            CheckCommand.Create(), BackupCommand.Create(), RestoreCommand.Create(), HealthCommand.Create(),
        };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((_, cancel) => ServeCommand.RunAsync(args, cancel));
        // Settings may stand without a verb, but a word there is a verb mistyped, and must not start a web site.
        root.Validators.Add(result =>
        {
            if (args is [{ } first, ..] && !first.StartsWith('-') && root.Subcommands.All(c => c.Name != first))
                result.AddError($"There is no verb '{first}'.");
        });
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0) return await parsed.InvokeAsync();
        await parsed.InvokeAsync();
        return 2;
    }
}
