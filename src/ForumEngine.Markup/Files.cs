using System.Globalization;

namespace ForumEngine.Markup;

/// <summary><c>[attach]id[/attach]</c> and <c>[attachimg]</c>: a mark in the page, since not every reader may have the file.</summary>
internal static class Files
{
    public static Shape? Read(string content) =>
        long.TryParse(content.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? new Shape("div") { FileId = id }
            : null;
}
