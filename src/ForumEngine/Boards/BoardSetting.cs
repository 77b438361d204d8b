using System.Globalization;
using ForumEngine.Permissions;

namespace ForumEngine.Boards;

/// <summary>What a field of the form looks like.</summary>
public enum BoardField
{
    Line, Text, Flag, Number, Choice,
}

/// <summary>
/// One setting of a board as text: the form, copies, comparisons, the log and its undoing all read and write it so. Its name and
/// help are the texts <c>Board.{Key}</c> and <c>Board.{Key}.Hint</c> of the panel.
/// </summary>
public sealed record BoardSetting(string Key, BoardGroup Group, BoardField Field, Func<Board, string> Read, Action<Board, string> Write)
{
    /// <summary>Characters, or the greatest number.</summary>
    public int Most { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A category has it too.</summary>
    public bool OfCategories { get; init; }

    /// <summary>Can't be the same in two boards, or makes no sense there: never copied.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Beyond length and range; the value is tidy.</summary>
    public Func<string, Refusal?> Rule { get; init; } = _ => null;

    /// <summary>As it is kept: without blanks at the ends, numbers and flags in one form.</summary>
    public string Tidy(string? typed)
    {
        var value = (typed ?? "").Trim();
        return Field switch
        {
            BoardField.Flag => value.Equals("true", StringComparison.OrdinalIgnoreCase) ? "true" : "false",
            BoardField.Number when value.Length == 0 => "0",
            BoardField.Number when int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => Text(number),
            BoardField.Text => value.ReplaceLineEndings("\n"),
            _ => value,
        };
    }

    /// <summary>Takes a tidy value; the field is <see cref="Key"/>.</summary>
    public Refusal? Check(string value) => Field switch
    {
        BoardField.Number when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > Most => Refusal.Invalid(Key, "NumberOutOfRange", 0, Most),
        BoardField.Choice when !Choices.Contains(value) => Refusal.Invalid(Key, "NoSuchChoice"),
        BoardField.Line or BoardField.Text when value.Length > Most => Refusal.Invalid(Key, Key == "Name" ? "BoardNameLength" : "TextTooLong", Most),
        BoardField.Line when value.Any(char.IsControl) => Refusal.Invalid(Key, "OneLine"),
        _ => Rule(value),
    };

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    internal static string Text(bool flag) => flag ? "true" : "false";
}

/// <summary>The sections of the form, in this order.</summary>
public enum BoardGroup
{
    About, Reading, List, Writing, Types, Moderating, Search,
}
