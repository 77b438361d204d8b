namespace ForumEngine.Web.Statistics;

/// <summary>Names the texts of figures and charts: StatisticsText.resx, StatisticsText.en.resx.</summary>
public sealed class StatisticsText;
