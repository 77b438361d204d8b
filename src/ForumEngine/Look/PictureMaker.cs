using NetVips;

namespace ForumEngine.Look;

/// <summary>Makes the pictures that pages and devices want from an uploaded one.</summary>
internal static class PictureMaker
{
    /// <summary>Twice what the masthead shows, for fine screens.</summary>
    private const int LogoWidth = 640, LogoHeight = 80;

    /// <summary>A smaller icon would be a blur on a phone's home screen.</summary>
    public const int SmallestIcon = 192;

    // The circle of 80 % of a maskable icon is always shown; this square fits into it.
    private const int MaskableIcon = 512, MaskableMark = 360;

    public static LookImage Logo(Image picture)
    {
        using var fitted = picture.ThumbnailImage(LogoWidth, height: LogoHeight, size: Enums.Size.Down);
        return Encode(LookImage.Logo, fitted);
    }

    public static IEnumerable<LookImage> Icons(Image picture)
    {
        foreach (var size in (int[])[32, 192, 512])
        {
            using var icon = Square(picture, size, size);
            yield return Encode($"{LookImage.Icon}-{size}", icon);
        }
        yield return Opaque(picture, 180, 180, "180");
        yield return Opaque(picture, MaskableIcon, MaskableMark, $"maskable-{MaskableIcon}");
    }

    private static LookImage Opaque(Image picture, int size, int mark, string name)
    {
        using var icon = Square(picture, size, mark);
        using var flat = icon.Flatten(background: [255.0]);
        return Encode($"{LookImage.Icon}-{name}", flat);
    }

    /// <summary>The whole picture within a square of <paramref name="mark"/>, in the middle of a clear one of <paramref name="size"/>.</summary>
    private static Image Square(Image picture, int size, int mark)
    {
        using var fitted = picture.ThumbnailImage(mark, height: mark, size: Enums.Size.Both);
        return fitted.Gravity(Enums.CompassDirection.Centre, size, size, extend: Enums.Extend.Background, background: [0.0]);
    }

    private static LookImage Encode(string key, Image image) =>
        new() { Key = key, Bytes = image.PngsaveBuffer(keep: Enums.ForeignKeep.None), Width = image.Width, Height = image.Height };
}
