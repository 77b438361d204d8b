using ForumEngine.Reports;

namespace ForumEngine.Sanctions;

/// <summary>
/// A rule that sanctions name. The engine brings a set (<see cref="Key"/>, worded in the reader's language until it is
/// edited); administrators change, add, order and retire them at /admin/rules. None is ever deleted: old sanctions name it.
/// </summary>
public sealed class Rule
{
    public const int CodeLength = 10;
    public const int TitleLength = 80;
    public const int TextLength = 1000;

    public int Id { get; set; }

    /// <summary>Of the engine's own set, else empty.</summary>
    public string Key { get; set; } = "";

    /// <summary>What people cite: 4.2.</summary>
    public required string Code { get; set; }

    public ReportCategory Category { get; set; }

    /// <summary>Empty: worded by the engine.</summary>
    public string Title { get; set; } = "";

    public string Text { get; set; } = "";
    public int Position { get; set; }

    /// <summary>From then on it can't be named any more; what names it still shows it.</summary>
    public DateTime? RetiredAt { get; set; }
}
