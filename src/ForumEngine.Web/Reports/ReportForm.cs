using ForumEngine.Reports;

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

/// <summary>The form with the member it is about; after it, what was said.</summary>
public sealed record MemberReportPage(MemberToReport Member, ReportForm Form, CategorySet Categories);
