using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>What changing, resetting and setting a password from the shell have in common.</summary>
public static class NewPassword
{
    public static Refusal? Problem(Member member, string password, string confirm) =>
        PasswordRules.Problem(password, member.UserName ?? "", member.Email ?? "") is { } problem
            ? Refusal.Invalid("Password", problem, PasswordRules.MinLength, PasswordRules.MaxLength)
            : password != confirm ? Refusal.Invalid("ConfirmPassword", "PasswordsDiffer") : null;

    /// <summary>Also ends every other sign-in and every link: the stamp is new. Only these columns are written.</summary>
    public static Task<int> SetAsync(ForumDb db, int memberId, string hash, string stamp, CancellationToken cancel) =>
        db.Members.Where(m => m.Id == memberId).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.PasswordHash, hash).SetProperty(x => x.SecurityStamp, stamp), cancel);
}
