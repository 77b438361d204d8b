using System.Globalization;

namespace ForumEngine.Staff;

/// <summary>A place in a box's list: a moment and an id, written as <c>ticks-id</c>.</summary>
public readonly record struct BoxCursor(DateTime At, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Id}");

    /// <summary>Null for whatever isn't one.</summary>
    public static BoxCursor? Read(string? text)
    {
        var parts = (text ?? "").Split('-');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new BoxCursor(new DateTime(ticks, DateTimeKind.Utc), id)
            : null;
    }
}
