using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Challenges;

/// <summary>What a browser gets: find the number below <paramref name="MaxNumber"/> whose SHA-256 behind the salt is the challenge (ALTCHA's protocol).</summary>
public sealed record WorkChallenge(
    [property: JsonPropertyName("algorithm")] string Algorithm, [property: JsonPropertyName("challenge")] string Challenge,
    [property: JsonPropertyName("maxnumber")] int MaxNumber, [property: JsonPropertyName("salt")] string Salt, [property: JsonPropertyName("signature")] string Signature);

/// <summary>What comes back, as base64 of this in JSON.</summary>
internal sealed record WorkDone(
    [property: JsonPropertyName("algorithm")] string? Algorithm, [property: JsonPropertyName("challenge")] string? Challenge,
    [property: JsonPropertyName("number")] long Number, [property: JsonPropertyName("salt")] string? Salt, [property: JsonPropertyName("signature")] string? Signature);

/// <summary>
/// Proof of work that asks nobody else: cheap to check, single use, good for ten minutes. The signature is made with the site's
/// keys (authenticated by HMAC-SHA256), which all nodes share and which are renewed by themselves; clients only send it back.
/// </summary>
public sealed class Work(SettingsSource settings, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private const string Algorithm = "SHA-256";
    private const int MostCharacters = 2000;
    private readonly IDataProtector protector = protection.CreateProtector("ForumEngine.Work");

    public async Task<WorkChallenge> CreateAsync(CancellationToken cancel)
    {
        var most = (await settings.CurrentAsync(cancel)).Registration.ChallengeDifficulty;
        var expires = (clock.Now() + Lifetime).Subtract(DateTime.UnixEpoch).TotalSeconds;
        var salt = string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}?expires={(long)expires}");
        var challenge = Hash(salt, RandomNumberGenerator.GetInt32(most + 1));
        return new WorkChallenge(Algorithm, challenge, most, salt, protector.Protect(challenge));
    }

    /// <summary>
    /// True once for each challenge that was solved in time. In the caller's transaction, if there is one: what is rolled back
    /// may be tried again. Two at once: the second gets a duplicate key, which counts as no.
    /// </summary>
    public async Task<bool> RedeemAsync(ForumDb db, string? payload, DateTime now, CancellationToken cancel)
    {
        if (Read(payload) is not { Algorithm: Algorithm, Challenge: { Length: 64 } challenge, Salt: { } salt, Signature: { } signature } done) return false;
        if (ExpiryOf(salt) is not { } expires || expires <= now || Hash(salt, done.Number) != challenge) return false;
        if (!IsOurs(challenge, signature) || await db.UsedChallenges.AnyAsync(u => u.Id == challenge, cancel)) return false;
        var used = new UsedChallenge { Id = challenge, ExpiresAt = expires };
        db.UsedChallenges.Add(used);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            db.Entry(used).State = EntityState.Detached;
            return false;
        }
    }

    private bool IsOurs(string challenge, string signature)
    {
        try
        {
            return protector.Unprotect(signature) == challenge;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static WorkDone? Read(string? payload)
    {
        if (payload is not { Length: > 0 and <= MostCharacters }) return null;
        try
        {
            return JsonSerializer.Deserialize<WorkDone>(Convert.FromBase64String(payload));
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The salt is hashed, and the hash is signed: nobody changes the time in it.</summary>
    private static DateTime? ExpiryOf(string salt) =>
        salt.Split("?expires=") is [_, var text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000
            ? DateTime.UnixEpoch.AddSeconds(seconds) : null;

    private static string Hash(string salt, long number) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{salt}{number}"))));
}
