namespace ForumEngine.Web.Reports;

/// <summary>Names the texts of reports: ReportsText.resx, ReportsText.en.resx.</summary>
public sealed class ReportsText;
