using System.Security.Cryptography;

namespace ForumEngine.Accounts;

/// <summary>A member's stamp is in every cookie and every link of theirs: a new one ends them all.</summary>
public static class SecurityStamps
{
    public static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}
