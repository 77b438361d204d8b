namespace ForumEngine.Reports;

/// <summary>
/// The classes that come with the engine (features.md B5 and E: those that Chinese rules ask to tell apart). What a site's
/// reports are sorted by may be more or fewer: <see cref="CaseCategory"/>, with the same ids.
/// </summary>
public enum ReportCategory
{
    Illegal = 1,
    Infringement = 2,
    Abuse = 3,
    Fraud = 4,
    Minors = 5,
    Spam = 6,
    Other = 7,
}
