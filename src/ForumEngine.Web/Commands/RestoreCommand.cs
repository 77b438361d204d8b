using System.CommandLine;
using System.Globalization;
using ForumEngine.Backups;
using ForumEngine.Permissions;

namespace ForumEngine.Web.Commands;

/// <summary>The site of a backup in an empty database; exit status 1 also when `forum check` finds something wrong with it.</summary>
public static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "What `forum backup` wrote, on whichever kind of database." };
        var command = new Command("restore", "Make the site of a backup in an empty database, migrated or not, and check it.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, services => RunAsync(services, parsed.GetRequiredValue(file), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string path, CancellationToken cancel)
    {
        var megabytes = File.Exists(path) ? (int)(new FileInfo(path).Length >> 20) : 0;
        var read = await Progress.ShowAsync("megabytes checked", megabytes, progress => ReadBackup.VerifyAsync(path, progress, cancel));
        if (read.Refusal is { } broken) return await RefuseAsync(path, broken);
        var manifest = read.Value;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{manifest.Head.Site}, {manifest.Head.MadeAt:yyyy-MM-dd HH:mm} UTC: {manifest.Rows} rows, {manifest.Files.Count} files; the file is whole."));
        var restored = await Progress.ShowAsync("rows and files", new BackupSize(manifest.Rows, manifest.Files.Count).Steps,
            progress => services.GetRequiredService<RestoreBackup>().RunAsync(path, manifest, progress, cancel));
        return restored.Refusal is { } refusal ? await RefuseAsync(path, refusal) : Tell(restored.Value);
    }

    private static int Tell(Restored restored)
    {
        foreach (var line in restored.BrokenReferences) Console.WriteLine($"broken reference: {line}");
        CheckCommand.Print(restored.Check);
        Console.WriteLine(restored.Holds ? "Restored." : "Restored, but the check failed; see above.");
        return restored.Holds ? 0 : 1;
    }

    private static Task<int> RefuseAsync(string path, Refusal refusal) => refusal switch
    {
        { Code: "NoFile" } => CommandHost.FailAsync($"there is no file {path}.", 2),
        { Code: "NotABackup" } => CommandHost.FailAsync($"{path} is no backup of a forum. Nothing was changed."),
        { Code: "NewerFormat", Arguments: [var version] } => CommandHost.FailAsync($"{path} was written by the newer version {version}; restore it with that one. Nothing was changed."),
        { Code: "NewerSchema", Arguments: [var version, var schema] } =>
            CommandHost.FailAsync($"{path} has the schema {schema} of version {version}, which this version doesn't know; restore it with that one. Nothing was changed."),
        { Code: "BackupBroken", Arguments: [var why] } => CommandHost.FailAsync($"{path} is damaged: {why}. Nothing was changed."),
        { Code: "NotEmpty", Arguments: [var table] } =>
            CommandHost.FailAsync($"the database is not empty: {table} has rows. A backup is restored into an empty one; nothing was changed."),
        { Code: "ForeignTable", Arguments: [var table] } => CommandHost.FailAsync($"the database holds {table}, which is no table of the forum. Nothing was changed."),
        { Code: "RestoreAtWork" } => CommandHost.FailAsync("another restore is at work on this database, or was killed within the last five minutes."),
        _ => CommandHost.FailAsync(refusal.Code),
    };
}
