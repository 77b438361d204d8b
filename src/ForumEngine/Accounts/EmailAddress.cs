using System.Buffers;
using System.Net.Mail;

namespace ForumEngine.Accounts;

/// <summary>Which addresses are taken at the form; whether one works is shown by the mail that is sent there.</summary>
public static class EmailAddress
{
    public const int MaxLength = 254;

    private static readonly SearchValues<char> Special = SearchValues.Create("\"(),:;<>[\\]");

    public static bool IsValid(string address)
    {
        if (address.Length is 0 or > MaxLength || address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c))) return false;
        if (address.AsSpan().ContainsAny(Special) || address.Count(c => c == '@') != 1) return false;
        var domain = address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return domain.Contains('.', StringComparison.Ordinal) && !domain.StartsWith('.') && !domain.EndsWith('.')
            && !address.Contains("..", StringComparison.Ordinal)
            && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address;
    }
}
