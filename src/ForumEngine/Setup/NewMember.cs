using System.Security.Cryptography;
using ForumEngine.Accounts;
using Microsoft.AspNetCore.Identity;

namespace ForumEngine.Setup;

/// <summary>A member who doesn't come through the registration form.</summary>
internal static class NewMember
{
    public static Member Create(ILookupNormalizer names, string name, string email, DateTime joinedAt) => new()
    {
        UserName = name,
        NormalizedUserName = names.NormalizeName(name),
        Email = email,
        NormalizedEmail = names.NormalizeEmail(email),
        SecurityStamp = Stamp(),
        JoinedAt = joinedAt,
        LastSeenAt = joinedAt,
    };

    public static string Stamp() => RandomNumberGenerator.GetHexString(32);
}
