namespace ForumEngine.Reports;

/// <summary>
/// What is said to be wrong (features.md B5 and E: the classes that Chinese rules ask to tell apart). Seven come with the
/// engine (report-categories.json); administrators rename, order and retire them and add their own.
/// </summary>
public sealed class ReportCategory
{
    public const int Illegal = 1;
    public const int Infringement = 2;
    public const int Abuse = 3;
    public const int Fraud = 4;
    public const int Minors = 5;
    public const int Spam = 6;
    public const int Other = 7;

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
