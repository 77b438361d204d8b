using System.Globalization;
using System.Text.Encodings.Web;

namespace ForumEngine.Attachments;

/// <summary>A file where it stands in a text: a picture that opens large, or a link with its size. No words, so every language has the same.</summary>
public static class AttachmentHtml
{
    public static string Of(PostFile file) => file.IsImage ? Picture(file) : Link(file);

    /// <summary>A picture's size in CSS pixels, so that nothing moves when it comes: as it is, in the box of the column at most.</summary>
    public static (int Width, int Height) Shown(PostFile file, int width, int height)
    {
        var scale = Math.Min(1, Math.Min((double)width / Math.Max(1, file.Width), (double)height / Math.Max(1, file.Height)));
        return (Math.Max(1, (int)Math.Round(file.Width * scale)), Math.Max(1, (int)Math.Round(file.Height * scale)));
    }

    private static string Picture(PostFile file)
    {
        var (width, height) = Shown(file, 800, 1600);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <a class="shot" href="{Encode(file.Url)}" data-shot="{file.LargeUrl}" data-width="{file.Width}" data-height="{file.Height}"><img src="{file.LargeUrl}" width="{width}" height="{height}" alt="{Encode(file.Description.Length > 0 ? file.Description : file.Name)}" loading="lazy" decoding="async"></a>
            """);
    }

    private static string Link(PostFile file) => string.Create(CultureInfo.InvariantCulture, $"""
        <a class="file" href="{Encode(file.Url)}" download><bdi>{Encode(file.Name)}</bdi><span class="meta">{(file.Description.Length > 0 ? Encode(file.Description) + " · " : "")}{FileSize.Say(file.Bytes)}</span></a>
        """);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
