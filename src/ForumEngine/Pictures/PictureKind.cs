namespace ForumEngine.Pictures;

/// <summary>The kinds of pictures that are decoded and shown; everything else is a file to download, SVG too.</summary>
public enum PictureKind
{
    Jpeg, Png, Gif, WebP,
}

/// <summary>What a picture is follows from its first bytes, never from its name.</summary>
public static class PictureKinds
{
    /// <summary>So many first bytes are enough to tell.</summary>
    public const int HeadLength = 12;

    /// <summary>Null: no kind of ours.</summary>
    public static PictureKind? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureKind.Png,
        [0xFF, 0xD8, 0xFF, ..] => PictureKind.Jpeg,
        [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] => PictureKind.Gif,
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => PictureKind.WebP,
        _ => null,
    };

    /// <summary>What a name ending in this says that the file is; null for other files.</summary>
    public static PictureKind? OfExtension(string extension) => extension switch
    {
        "jpg" or "jpeg" or "jpe" or "jfif" => PictureKind.Jpeg,
        "png" => PictureKind.Png,
        "gif" => PictureKind.Gif,
        "webp" => PictureKind.WebP,
        _ => null,
    };

    public static string MediaType(this PictureKind kind) => $"image/{kind.ToString().ToLowerInvariant()}";

    public static string Extension(this PictureKind kind) => kind == PictureKind.Jpeg ? "jpg" : kind.ToString().ToLowerInvariant();
}
