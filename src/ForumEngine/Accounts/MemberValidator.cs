using ForumEngine.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>
/// What must hold for every member, imported ones too: name and address are nobody else's. The rules of choosing a name are
/// <see cref="MemberName.Problem"/>'s and asked only when somebody chooses.
/// </summary>
public sealed class MemberValidator(ForumDb db) : IUserValidator<Member>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<Member> manager, Member user)
    {
        if (string.IsNullOrEmpty(user.UserName)) return Failed("NameTooShort");
        var name = MemberName.Fold(user.UserName);
        if (await db.Members.AnyAsync(m => m.Id != user.Id && m.NormalizedUserName == name)) return Failed("NameTaken");
        if (user.Email is null) return IdentityResult.Success;
        var email = MemberName.Fold(user.Email);
        return await db.Members.AnyAsync(m => m.Id != user.Id && m.NormalizedEmail == email) ? Failed("EmailTaken") : IdentityResult.Success;
    }

    /// <summary>The code is that of the refusal's text.</summary>
    private static IdentityResult Failed(string code) => IdentityResult.Failed(new IdentityError { Code = code, Description = code });
}
