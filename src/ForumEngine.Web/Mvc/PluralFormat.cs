using System.Globalization;

namespace ForumEngine.Web.Mvc;

/// <summary>
/// Plurals within a text: <c>{0:# reply|# replies}</c> takes the first form for one, the second for all other numbers;
/// <c>#</c> is the number. Languages without plurals write <c>{0}</c>.
/// </summary>
public sealed class PluralFormat : IFormatProvider, ICustomFormatter
{
    public static readonly PluralFormat Instance = new();

    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format?.Split('|') is not [var one, var many])
            return arg is IFormattable plain ? plain.ToString(format, CultureInfo.CurrentCulture) : arg?.ToString() ?? "";
        var number = arg is IFormattable counted ? counted.ToString("N0", CultureInfo.InvariantCulture) : arg?.ToString();
        return (number == "1" ? one : many).Replace("#", number, StringComparison.Ordinal);
    }
}
