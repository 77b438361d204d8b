using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ForumEngine.Accounts;

/// <summary>
/// Codes of an authenticator: RFC 6238 with what all of them speak: HMAC-SHA-1, six digits, steps of 30 seconds. Pure. Identity's own
/// provider doesn't say which step a code was of, and without it a code could be used twice.
/// </summary>
public static class Totp
{
    public const int Digits = 6;
    public const int SecretBytes = 20;

    /// <summary>Clocks may differ by so many steps.</summary>
    private const int Tolerance = 1;

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTime now) => (long)(now - DateTime.UnixEpoch).TotalSeconds / 30;

    // RFC 6238; the strength of an HMAC doesn't hang on collisions.
#pragma warning disable CA5350
    public static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The newest step after <paramref name="used"/> whose code this is; null when it is none of them.</summary>
    public static long? Match(byte[] secret, string code, DateTime now, long used)
    {
        for (var step = StepAt(now) + Tolerance; step >= StepAt(now) - Tolerance && step > used; step--)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), Encoding.ASCII.GetBytes(code))) return step;
        return null;
    }

    /// <summary>As people and authenticators write it: base 32 without padding.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (buffer, bits) = ((buffer << 8) | one, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>What the picture holds: the address that authenticators read.</summary>
    public static string AddressOf(byte[] secret, string site, string name) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(name)}?secret={Write(secret)}&issuer={Uri.EscapeDataString(site)}";
}
