using ForumEngine.Permissions;

namespace ForumEngine.Accounts;

/// <summary>What somebody typed who wants to become a member.</summary>
public sealed record Registration(string UserName, string Email, string Password, string ConfirmPassword, bool AcceptTerms)
{
    /// <summary>BCP 47, of the page they registered on; mails are written in it.</summary>
    public string? Language { get; init; }

    /// <summary>What they tell staff, where staff decide on it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The code of who invited them.</summary>
    public string? Invitation { get; init; }

    /// <summary>The challenge that the browser has solved; null without scripts.</summary>
    public string? Work { get; init; }

    /// <summary>When the form was opened (<see cref="Challenges.FillTime"/>).</summary>
    public string? OpenedAt { get; init; }

    /// <summary>A field that people don't see.</summary>
    public string? Trap { get; init; }

    /// <summary>Everything that is wrong by itself, without a look at the other members.</summary>
    public IEnumerable<Refusal> Problems()
    {
        if (!string.IsNullOrEmpty(Trap)) yield return Refusal.Invalid("", "LooksAutomatic");
        if (MemberName.Problem(UserName) is { } name) yield return Refusal.Invalid(nameof(UserName), name, MemberName.MinWidth, MemberName.MaxWidth);
        if (!EmailAddress.IsValid(Email)) yield return Refusal.Invalid(nameof(Email), "EmailInvalid");
        if (PasswordRules.Problem(Password, UserName, Email) is { } password)
            yield return Refusal.Invalid(nameof(Password), password, PasswordRules.MinLength, PasswordRules.MaxLength);
        else if (Password != ConfirmPassword) yield return Refusal.Invalid(nameof(ConfirmPassword), "PasswordsDiffer");
        if (Reason.Length > Application.ReasonLength) yield return Refusal.Invalid(nameof(Reason), "TextTooLong", Application.ReasonLength);
        if (!AcceptTerms) yield return Refusal.Invalid(nameof(AcceptTerms), "TermsNotAccepted");
    }
}

/// <summary>The new member, or everything that was wrong, a refusal for each field.</summary>
public sealed record Registered(Member? Member, IReadOnlyList<Refusal> Refusals)
{
    public static implicit operator Registered(Member member) => new(member, []);

    public static implicit operator Registered(Refusal refusal) => new(null, [refusal]);
}
