using System.CommandLine;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;

namespace ForumEngine.Web.Commands;

/// <summary>What the admin panel changes, from a shell.</summary>
public static class SettingsCommand
{
    public static Command Create()
    {
        var key = new Argument<string>("KEY") { Description = "For example Site.Icp." };
        var value = new Argument<string>("VALUE");
        var file = new Argument<string>("FILE") { Description = "A JSON object of keys and values." };
        return new Command("settings", "Read and change the settings that are in the database.")
        {
            Verb("list", "Every setting with its value.", [], (_, services, cancel) => ListAsync(services, cancel)),
            Verb("get", "One setting.", [key], (parsed, services, cancel) => GetAsync(services, parsed.GetRequiredValue(key), cancel)),
            Verb("set", "Change one setting.", [key, value], (parsed, services, cancel) =>
                ChangeAsync(services, new Dictionary<string, string> { [parsed.GetRequiredValue(key)] = parsed.GetRequiredValue(value) }, cancel)),
            Verb("export", "Write all settings to a file.", [file], (parsed, services, cancel) => ExportAsync(services, parsed.GetRequiredValue(file), cancel)),
            Verb("import", "Read settings from a file: all of them or none.", [file], (parsed, services, cancel) => ImportAsync(services, parsed.GetRequiredValue(file), cancel)),
        };
    }

    private static Command Verb(string name, string what, Argument[] arguments, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> work)
    {
        var command = new Command(name, what) { TreatUnmatchedTokensAsErrors = false };
        foreach (var argument in arguments) command.Add(argument);
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, services => work(parsed, services, cancel)));
        return command;
    }

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancel)
    {
        foreach (var (key, value) in await AllAsync(services, cancel)) Console.WriteLine($"{key} = {value}");
        return 0;
    }

    private static async Task<int> GetAsync(IServiceProvider services, string key, CancellationToken cancel)
    {
        if (!(await AllAsync(services, cancel)).TryGetValue(key, out var value)) return await UnknownAsync(key);
        Console.WriteLine(value);
        return 0;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string file, CancellationToken cancel)
    {
        await File.WriteAllTextAsync(file, SettingsFile.Write(await SettingsSource.LoadAsync(services.GetRequiredService<ForumDb>(), cancel)), cancel);
        return 0;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string file, CancellationToken cancel)
    {
        if (!File.Exists(file)) return await CommandHost.FailAsync($"there is no file {file}.", 2);
        var read = SettingsFile.Read(await File.ReadAllTextAsync(file, cancel));
        return read.Refusal switch
        {
            null => await ChangeAsync(services, read.Value, cancel),
            { Code: "UnknownSetting", Arguments: [string key] } => await UnknownAsync(key),
            { Code: "WrongSetting", Arguments: [string key] } => await CommandHost.FailAsync($"{file}: {key} has a value that it can't have.", 2),
            { Code: "SettingsFileBroken", Arguments: [var line] } => await CommandHost.FailAsync($"{file} is no JSON object of keys and values (line {line}).", 2),
            _ => await CommandHost.FailAsync($"{file} is too long.", 2),
        };
    }

    private static async Task<int> ChangeAsync(IServiceProvider services, Dictionary<string, string> values, CancellationToken cancel)
    {
        var who = Viewers.ForSystem("cli", services.GetRequiredService<TimeProvider>().Now());
        return await services.GetRequiredService<ChangeSettings>().RunAsync(who, values, cancel) switch
        {
            null => 0,
            { Code: "UnknownSetting", Field: { } key } => await UnknownAsync(key),
            { Field: var key } => await CommandHost.FailAsync($"{key}: '{values[key!]}' is not a value it can have.", 2),
        };
    }

    private static Task<int> UnknownAsync(string key) =>
        CommandHost.FailAsync($"there is no setting '{key}'; `forum settings list` shows them all.", 2);

    private static async Task<SortedDictionary<string, string>> AllAsync(IServiceProvider services, CancellationToken cancel)
    {
        var settings = await SettingsSource.LoadAsync(services.GetRequiredService<ForumDb>(), cancel);
        return new(SettingCatalog.Keys.ToDictionary(k => k, k => SettingCatalog.Read(settings, k)), StringComparer.Ordinal);
    }
}
