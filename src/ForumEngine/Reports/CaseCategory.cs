namespace ForumEngine.Reports;

/// <summary>
/// What is said to be wrong. Those of <see cref="ReportCategory"/> come with the engine (report-categories.json); administrators rename, order and retire them and add their own.
/// </summary>
public sealed class CaseCategory
{
    public const int Minors = (int)ReportCategory.Minors;
    public const int Spam = (int)ReportCategory.Spam;
    public const int Other = (int)ReportCategory.Other;
    public const int Fraud = (int)ReportCategory.Fraud;

    public const int NameLength = 30;
    public const int MaxDueHours = 8760;

    public int Id { get; set; }

    /// <summary>What forms send: a word, lower-case; unique.</summary>
    public required string Key { get; set; }

    public required string Name { get; set; }
    public string NameEn { get; set; } = "";
    public int Position { get; set; }

    /// <summary>Hours within which a case should be decided; the most urgent of its reports counts.</summary>
    public int DueHours { get; set; }

    /// <summary>A report must say what is wrong in words.</summary>
    public bool NeedsWords { get; set; }

    /// <summary>No longer offered; kept for the reports that name it.</summary>
    public bool IsRetired { get; set; }

    /// <summary>In the reader's language; Chinese where there is no other.</summary>
    public string NameIn(System.Globalization.CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "en" && NameEn.Length > 0 ? NameEn : Name;
}
