using Microsoft.AspNetCore.Identity;

namespace ForumEngine.Accounts;

/// <summary>Identity looks names and addresses up by <see cref="MemberName.Fold"/>.</summary>
public sealed class MemberLookup : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : MemberName.Fold(name);

    public string? NormalizeEmail(string? email) => email is null ? null : MemberName.Fold(email);
}
