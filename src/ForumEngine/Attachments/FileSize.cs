using System.Globalization;

namespace ForumEngine.Attachments;

/// <summary>Bytes as people say them: "820 KB", "1.4 MB", "72.7 GB"; the units are the same in all our languages.</summary>
public static class FileSize
{
    public static string Say(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(bytes / 1000.0)} KB"),
        < 1_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000_000.0:0.#} GB"),
    };
}
