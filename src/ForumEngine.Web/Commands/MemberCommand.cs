using System.CommandLine;
using System.Security.Cryptography;
using ForumEngine.Accounts;
using ForumEngine.Permissions;

namespace ForumEngine.Web.Commands;

/// <summary>The way back in for a locked-out operator.</summary>
public static class MemberCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The member's name." };
        return new Command("member", "Change a member's role, password or second factor from the shell.") { Promote(name), Password(name), ResetFactor(name) };
    }

    private static Command Promote(Argument<string> name)
    {
        var role = new Option<string>("--role") { Description = "administrator, supermoderator, moderator or member.", Required = true };
        role.AcceptOnlyFromAmong([.. PromoteMember.Roles.Keys]);
        var command = new Command("promote", "Give a member a role.") { name, role };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async services =>
        {
            var given = parsed.GetRequiredValue(role);
            var refusal = await services.GetRequiredService<PromoteMember>().RunAsync(Shell(services), parsed.GetRequiredValue(name), given, cancel);
            return refusal is null ? Done($"{parsed.GetRequiredValue(name)} is {given} now.") : await RefuseAsync(refusal);
        }));
        return command;
    }

    private static Command Password(Argument<string> name)
    {
        var stdin = new Option<bool>("--password-stdin") { Description = "Read the password from standard input; without it one is made up and printed once." };
        var command = new Command("password", "Set a member's password; their other sign-ins end.") { name, stdin };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async services =>
        {
            var given = parsed.GetValue(stdin);
            var password = given ? await Console.In.ReadLineAsync(cancel) ?? "" : RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16);
            var refusal = await services.GetRequiredService<SetPassword>().RunAsync(Shell(services), parsed.GetRequiredValue(name), password, cancel);
            if (refusal is not null) return await RefuseAsync(refusal);
            return Done(given ? "The password is set." : $"Password (shown this once): {password}");
        }));
        return command;
    }

    private static Command ResetFactor(Argument<string> name)
    {
        var command = new Command("reset-2fa", "Take a member's second factor and recovery codes away; their sign-ins end.") { name };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => CommandHost.RunAsync(parsed, async services =>
            await services.GetRequiredService<ResetSecondFactor>().RunAsync(Shell(services), parsed.GetRequiredValue(name), cancel) is { } refusal
                ? await RefuseAsync(refusal) : Done("The second factor is gone; the password alone opens the account.")));
        return command;
    }

    private static Viewer Shell(IServiceProvider services) =>
        Viewers.ForSystem("forum member", services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    private static int Done(string message)
    {
        Console.WriteLine(message);
        return 0;
    }

    private static Task<int> RefuseAsync(Refusal refusal) => refusal.Code switch
    {
        "NotFound" => CommandHost.FailAsync("there is no member of this name."),
        "PasswordTooShort" or "PasswordTooLong" => CommandHost.FailAsync("8 to 128 characters, please.", 2),
        "PasswordCommon" or "PasswordIsName" => CommandHost.FailAsync("this password is too easy to guess.", 2),
        "FactorIsOff" => CommandHost.FailAsync("this member has no second factor."),
        _ => CommandHost.FailAsync(refusal.Code),
    };
}
