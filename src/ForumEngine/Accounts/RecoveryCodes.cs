using System.Security.Cryptography;
using System.Text;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Makes, keeps and uses up the codes for when an authenticator is lost.</summary>
public static class RecoveryCodes
{
    public const int Count = 10;

    /// <summary>80 bits in four groups of four; those there were before open nothing any more. To be shown once: only their hashes are kept.</summary>
    internal static async Task<IReadOnlyList<string>> RenewAsync(ForumDb db, int memberId, CancellationToken cancel)
    {
        await db.RecoveryCodes.Where(c => c.MemberId == memberId).ExecuteDeleteAsync(cancel);
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => string.Join('-', Totp.Write(RandomNumberGenerator.GetBytes(10)).Chunk(4).Select(c => new string(c))))];
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { MemberId = memberId, Hash = Hash(Plain(code)) }));
        return codes;
    }

    /// <summary>True once for each code, also when two try at the same time.</summary>
    internal static async Task<bool> UseAsync(ForumDb db, int memberId, string plain, CancellationToken cancel)
    {
        var hash = Hash(plain);
        return await db.RecoveryCodes.Where(c => c.MemberId == memberId && c.Hash == hash).ExecuteDeleteAsync(cancel) == 1;
    }

    /// <summary>Without blanks and dashes, however it was typed.</summary>
    internal static string Plain(string typed) => string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Hash(string plain) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
}
