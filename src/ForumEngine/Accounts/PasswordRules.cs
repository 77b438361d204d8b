using System.Collections.Frozen;

namespace ForumEngine.Accounts;

/// <summary>What a password must be. Taken as typed: nothing is trimmed, cut or changed.</summary>
public static class PasswordRules
{
    public const int MinLength = 8;
    public const int MaxLength = 128;

    private static readonly Lazy<FrozenSet<string>> Common =
        new(() => EmbeddedLines.Read("common-passwords.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Why not, as the code of a refusal; null when it will do.</summary>
    public static string? Problem(string password, string userName, string email)
    {
        if (password.Length < MinLength) return "PasswordTooShort";
        if (password.Length > MaxLength) return "PasswordTooLong";
        if (Common.Value.Contains(password)) return "PasswordCommon";
        return IsAbout(password, userName) || IsAbout(password, email) || IsAbout(password, email.Split('@')[0]) ? "PasswordIsName" : null;
    }

    private static bool IsAbout(string password, string known) => known.Length > 0 && MemberName.Fold(password) == MemberName.Fold(known);
}
