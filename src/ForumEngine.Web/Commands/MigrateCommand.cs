using System.CommandLine;
using ForumEngine.Storage;

namespace ForumEngine.Web.Commands;

/// <summary>Brings the database to this version's schema; safe to repeat after a kill.</summary>
public static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database to this version's schema.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async services =>
        {
            await services.GetRequiredService<SchemaState>().MigrateAsync(cancel);
            Console.WriteLine("The schema is current.");
            return 0;
        }));
        return command;
    }
}
