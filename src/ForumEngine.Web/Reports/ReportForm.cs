using ForumEngine.Reports;
using ForumEngine.Web.Sanctions;

namespace ForumEngine.Web.Reports;

/// <summary>The fields of /posts/{id}/report and /members/{id}/report (surface.md), as typed.</summary>
public sealed class ReportForm
{
    /// <summary>A category's word.</summary>
    public string? Category { get; set; }

    public string? Message { get; set; }
}

/// <summary>The form with the post it is about.</summary>
public sealed record ReportPage(PostToReport Post, ReportForm Form, CategorySet Categories);

/// <summary>What the page says once the report has arrived.</summary>
public sealed record ReportedPage(PostToReport Post, CategorySet Categories);

/// <summary>The fields of /desk/reports/{id}.</summary>
public sealed class CloseForm
{
    /// <summary>"upheld" or "dismissed".</summary>
    public string? Outcome { get; set; }

    public string? Note { get; set; }

    public ReportOutcome? Chosen => DarkroomQuery.Word<ReportOutcome>(Outcome);
}

/// <summary>A case on the desk.</summary>
public sealed record CasePage(CaseOnDesk On, IReadOnlyList<ReportLine> Reports, CategorySet Categories, CloseForm Form);
