using System.Text.Json;

namespace ForumEngine.Reports;

/// <summary>What the staff log keeps of acts on cases, as JSON.</summary>
internal static class CaseLog
{
    public static string Details(ReportCase on, CaseClosing closing) => JsonSerializer.Serialize(new
    {
        @case = on.Id,
        decision = closing.Decision,
        sanction = closing.SanctionId,
        abuse = closing.WasAbuse ? true : (bool?)null,
    });

    public static string Details(ReportCase on, string from, string to) => JsonSerializer.Serialize(new { @case = on.Id, from, to });
}
