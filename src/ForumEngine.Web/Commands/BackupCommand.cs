using System.CommandLine;
using System.Globalization;
using ForumEngine.Backups;
using ForumEngine.Permissions;

namespace ForumEngine.Web.Commands;

/// <summary>The whole site in one file.</summary>
public static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; it must not be there yet." };
        var command = new Command("backup", "Write the whole site, files included, into one file, while it runs.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async services =>
        {
            var path = parsed.GetRequiredValue(file);
            var backup = services.GetRequiredService<MakeBackup>();
            var size = await backup.MeasureAsync(cancel);
            var made = await Progress.ShowAsync("rows and files", size.Steps, progress => backup.RunAsync(path, progress, cancel));
            return made.Refusal is { } refusal ? await RefuseAsync(path, refusal) : Tell(path, made.Value);
        }));
        return command;
    }

    private static int Tell(string path, BackupManifest made)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{path}: {made.Rows} rows of {made.Tables.Count} tables, {made.Files.Count} files, {new FileInfo(path).Length} bytes, read again and whole."));
        if (made.Missing > 0) Console.WriteLine($"{made.Missing} attachments have no bytes in the store; `forum check` names them.");
        return 0;
    }

    private static Task<int> RefuseAsync(string path, Refusal refusal) => refusal switch
    {
        { Code: "FileExists" } => CommandHost.FailAsync($"{path} is there already; backups replace nothing.", 2),
        { Code: "OldSchema" } => CommandHost.FailAsync("the database has another schema than this version; run `forum migrate` first, or back up with the version it belongs to."),
        { Code: "NotSetUp" } => CommandHost.FailAsync("this site is not set up yet; there is nothing to keep."),
        { Code: "BackupBroken", Arguments: [var why] } => CommandHost.FailAsync($"what was written can't be read again ({why}); is the disk sound?"),
        _ => CommandHost.FailAsync(refusal.Code),
    };
}
