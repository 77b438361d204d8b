using ForumEngine.Permissions;

namespace ForumEngine.Groups;

public enum GroupKind
{
    /// <summary>Staff, guests and those who wait; comes with the engine.</summary>
    System,

    /// <summary>Reached by credits.</summary>
    Member,

    /// <summary>Given by hand.</summary>
    Special,
}

/// <summary>
/// A group with its default rights (features.md G2, C4). Ids 4–6 (禁止发言, 禁止访问, 禁止 IP) are reserved for imports, can't be
/// assigned and mean nothing here: sanctions are rows.
/// </summary>
public sealed class Group
{
    public const int Administrators = 1;
    public const int SuperModerators = 2;
    public const int Moderators = 3;
    public const int Guests = 7;
    public const int Waiting = 8;
    public const int Newcomers = 10;

    public const int TitleLength = 30;

    public int Id { get; set; }
    public GroupKind Kind { get; set; }
    public required string Title { get; set; }
    public string TitleEn { get; set; } = "";
    public int Stars { get; set; }

    /// <summary>What its members may act on, and where (features.md B0).</summary>
    public Rank Rank { get; set; }

    /// <summary>From this total of credits on; only <see cref="GroupKind.Member"/>.</summary>
    public int? CreditsFrom { get; set; }

    /// <summary>Extensions that may be uploaded, parted by commas; "*" is all, empty none.</summary>
    public string FileTypes { get; set; } = "";

    /// <summary>The title in the reader's language; Chinese where there is no other.</summary>
    public string TitleIn(System.Globalization.CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "en" && TitleEn.Length > 0 ? TitleEn : Title;

    public static bool IsReserved(int id) => id is >= 4 and <= 6;
}

/// <summary>One right of one group: its name (<see cref="BoardRight"/>, <see cref="GroupRight"/> or <see cref="StaffRight"/>) and number.</summary>
public sealed class GroupRule
{
    public int GroupId { get; init; }
    public required string Right { get; init; }
    public int Value { get; set; }
}
