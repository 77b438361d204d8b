using System.Globalization;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Sanctions;

/// <summary>The fields of /desk/sanctions/new (surface.md), as typed.</summary>
public sealed class SanctionForm
{
    /// <summary>As sent.</summary>
    public SanctionForm()
    {
    }

    /// <summary>Empty, with these parts of the profile ticked.</summary>
    public SanctionForm(ProfileParts usual)
    {
        CleanUpAvatar = usual.HasFlag(ProfileParts.Avatar);
        CleanUpSignature = usual.HasFlag(ProfileParts.Signature);
        CleanUpBio = usual.HasFlag(ProfileParts.Bio);
        CleanUpTitle = usual.HasFlag(ProfileParts.CustomTitle);
    }

    public string? UserName { get; set; }
    public string? Kind { get; set; }
    public string? BoardId { get; set; }
    public string? Days { get; set; }
    public string? EndsAt { get; set; }
    public string? Reason { get; set; }
    public string? RuleId { get; set; }
    public string? EvidencePostIds { get; set; }
    public bool IsPublic { get; set; } = true;
    public string? PrivateBecause { get; set; }

    /// <summary>Posts of so many days are cleaned up; 0 all, empty none.</summary>
    public string? CleanUpDays { get; set; }

    public bool CleanUpAvatar { get; set; }
    public bool CleanUpSignature { get; set; }
    public bool CleanUpBio { get; set; }
    public bool CleanUpTitle { get; set; }

    /// <summary>Set by the button that shows what goes.</summary>
    public string? Preview { get; set; }

    [BindNever]
    public CleanUpPreview? Goes { get; set; }

    public Outcome<NewSanction> Read()
    {
        if (DarkroomQuery.Word<SanctionKind>(Kind) is not { } kind) return Refusal.Invalid("Kind", "UnknownSanctionKind");
        if (!TryNumber(BoardId, out var board)) return Refusal.Invalid("BoardId", "NoSuchBoard");
        if (!TryNumber(RuleId, out var rule)) return Refusal.Invalid("RuleId", "NotANumber");
        if (!TryNumber(CleanUpDays, out var days)) return Refusal.Invalid("CleanUpDays", "NotANumber");
        return new NewSanction(UserName ?? "", kind, board, Days, EndsAt, Reason ?? "")
        {
            RuleId = rule,
            EvidencePostIds = EvidencePostIds ?? "",
            IsPublic = IsPublic,
            PrivateBecause = DarkroomQuery.Word<PrivacyReason>(PrivateBecause),
            CleanUp = new CleanUpWish(days, Parts()),
        };
    }

    private ProfileParts Parts() =>
        (CleanUpAvatar ? ProfileParts.Avatar : 0) | (CleanUpSignature ? ProfileParts.Signature : 0)
        | (CleanUpBio ? ProfileParts.Bio : 0) | (CleanUpTitle ? ProfileParts.CustomTitle : 0);

    private static bool TryNumber(string? text, out int? number)
    {
        number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return number is not null || string.IsNullOrWhiteSpace(text);
    }
}

/// <summary>The form that lifts a sanction; <see cref="Row"/> is what it shows. What was cleaned up comes back unless that is unticked.</summary>
public sealed record LiftForm(DarkroomRow Row, string Reason, bool HasCleanUp, bool Restore = true);

/// <summary>The form that takes a sanction from the public or shows it.</summary>
public sealed record PublicityForm(DarkroomRow Row, string? Because, string Note);
