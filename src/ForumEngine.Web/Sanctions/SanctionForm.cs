using System.Globalization;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;

namespace ForumEngine.Web.Sanctions;

/// <summary>The fields of /desk/sanctions/new (surface.md), as typed.</summary>
public sealed class SanctionForm
{
    public string? UserName { get; set; }
    public string? Kind { get; set; }
    public string? BoardId { get; set; }
    public string? Days { get; set; }
    public string? EndsAt { get; set; }
    public string? Reason { get; set; }
    public string? RuleId { get; set; }
    public string? EvidencePostIds { get; set; }
    public bool IsPublic { get; set; } = true;

    public Outcome<NewSanction> Read()
    {
        if (DarkroomQuery.Word<SanctionKind>(Kind) is not { } kind) return Refusal.Invalid("Kind", "UnknownSanctionKind");
        if (!TryNumber(BoardId, out var board)) return Refusal.Invalid("BoardId", "NoSuchBoard");
        if (!TryNumber(RuleId, out var rule)) return Refusal.Invalid("RuleId", "NotANumber");
        return new NewSanction(UserName ?? "", kind, board, Days, EndsAt, Reason ?? "")
        {
            RuleId = rule,
            EvidencePostIds = EvidencePostIds ?? "",
            IsPublic = IsPublic,
        };
    }

    private static bool TryNumber(string? text, out int? number)
    {
        number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return number is not null || string.IsNullOrWhiteSpace(text);
    }
}

/// <summary>The form that lifts a sanction; <see cref="Row"/> is what it shows.</summary>
public sealed record LiftForm(DarkroomRow Row, string Reason);
