using ForumEngine.Reports;

namespace ForumEngine.Sanctions;

/// <summary>
/// The rules that come with the engine; the web's texts <c>Rule_…</c> and <c>RuleText_…</c> word them in every language.
/// </summary>
internal static class DefaultRules
{
    public static Rule[] All { get; } =
    [
        Of(1, "1.1", "law", ReportCategory.Illegal),
        Of(2, "1.2", "extremes", ReportCategory.Illegal),
        Of(3, "2.1", "rights", ReportCategory.Infringement),
        Of(4, "2.2", "privacy", ReportCategory.Infringement),
        Of(5, "3.1", "insults", ReportCategory.Abuse),
        Of(6, "3.2", "hounding", ReportCategory.Abuse),
        Of(7, "4.1", "rumours", ReportCategory.Fraud),
        Of(8, "4.2", "fraud", ReportCategory.Fraud),
        Of(9, "5.1", "minors", ReportCategory.Minors),
        Of(10, "6.1", "ads", ReportCategory.Spam),
        Of(11, "6.2", "flooding", ReportCategory.Spam),
        Of(12, "7.1", "accounts", ReportCategory.Other),
        Of(13, "7.2", "topic", ReportCategory.Other),
    ];

    private static Rule Of(int id, string code, string key, ReportCategory category) =>
        new() { Id = id, Code = code, Key = key, Category = category, Position = id };
}
