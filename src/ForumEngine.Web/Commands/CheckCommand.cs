using System.CommandLine;
using ForumEngine.Checks;

namespace ForumEngine.Web.Commands;

/// <summary>Proves the invariants; exit status 1 when one fails and was not repaired.</summary>
public static class CheckCommand
{
    public static Command Create()
    {
        var repair = new Option<bool>("--repair") { Description = "Write anew what can be derived." };
        var command = new Command("check", "Prove counters, floors and references; print each that fails.") { repair };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async services =>
        {
            var report = await services.GetRequiredService<CheckForum>().RunAsync(parsed.GetValue(repair), cancel);
            Print(report);
            return report.Holds ? 0 : 1;
        }));
        return command;
    }

    internal static void Print(CheckReport report)
    {
        foreach (var finding in report.Findings) Print(finding);
        if (report.Waiting > 0) Console.WriteLine($"{report.Waiting} outbox messages are waiting; what they count is not in the counters yet.");
    }

    private static void Print(Finding finding)
    {
        var verdict = finding.Violations == 0 ? "ok" : finding.IsRepaired ? $"{finding.Violations} repaired" : $"{finding.Violations} FAILED";
        Console.WriteLine($"{finding.Check,-20} {verdict}");
        foreach (var example in finding.Examples) Console.WriteLine($"{"",-20}   {example}");
    }
}
