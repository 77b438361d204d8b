using System.Text;

namespace ForumEngine.Accounts;

/// <summary>How member names are compared.</summary>
public static class MemberName
{
    /// <summary>NFKC and case-folded: what uniqueness and sign-in go by, on every database alike.</summary>
    public static string Fold(string name) => name.Normalize(NormalizationForm.FormKC).ToUpperInvariant().ToLowerInvariant();
}
