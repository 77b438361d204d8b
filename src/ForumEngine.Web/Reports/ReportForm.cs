using ForumEngine.Reports;
using ForumEngine.Web.Sanctions;

namespace ForumEngine.Web.Reports;

/// <summary>The fields of /posts/{id}/report (surface.md), as typed.</summary>
public sealed class ReportForm
{
    public string? Category { get; set; }
    public string? Message { get; set; }

    public ReportCategory? Chosen => DarkroomQuery.Word<ReportCategory>(Category);
}

/// <summary>The form with the post it is about.</summary>
public sealed record ReportPage(PostToReport Post, ReportForm Form);

/// <summary>The fields of /desk/reports/{id}.</summary>
public sealed class CloseForm
{
    /// <summary>"upheld" or "dismissed".</summary>
    public string? Outcome { get; set; }

    public string? Note { get; set; }

    public ReportOutcome? Chosen => DarkroomQuery.Word<ReportOutcome>(Outcome);
}

/// <summary>A case on the desk.</summary>
public sealed record CasePage(OpenCase Open, IReadOnlyList<ReportLine> Reports, CloseForm Form);
