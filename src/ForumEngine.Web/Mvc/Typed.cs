using System.Globalization;

namespace ForumEngine.Web.Mvc;

/// <summary>What forms and addresses carry as text.</summary>
public static class Typed
{
    /// <summary>Digits only; null for anything else.</summary>
    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
