using NetVips;

namespace ForumEngine.Pictures;

/// <summary>
/// libvips, once set up: nothing is kept between pictures, one thread each, and it reads four kinds and nothing else, so that
/// no picture of a member reaches a decoder for SVG, PDF, TIFF or another of its many.
/// </summary>
internal static class Vips
{
    private static readonly string[] Loaders = ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadNsgif", "VipsForeignLoadWebp"];
    private static readonly bool IsReady = SetUp();

    public static Image Open(string path, PictureKind kind, Enums.Access access) => IsReady ? kind switch
    {
        PictureKind.Jpeg => Image.Jpegload(path, access: access, failOn: Enums.FailOn.Error),
        PictureKind.Png => Image.Pngload(path, access: access, failOn: Enums.FailOn.Error),
        PictureKind.Gif => Image.Gifload(path, n: -1, access: access, failOn: Enums.FailOn.Error),
        _ => Image.Webpload(path, n: -1, access: access, failOn: Enums.FailOn.Error),
    } : throw new InvalidOperationException();

    /// <summary>The first frame only.</summary>
    public static Image Open(byte[] bytes, PictureKind kind) => IsReady ? kind switch
    {
        PictureKind.Jpeg => Image.JpegloadBuffer(bytes, failOn: Enums.FailOn.Error),
        PictureKind.Png => Image.PngloadBuffer(bytes, failOn: Enums.FailOn.Error),
        PictureKind.Gif => Image.GifloadBuffer(bytes, failOn: Enums.FailOn.Error),
        _ => Image.WebploadBuffer(bytes, failOn: Enums.FailOn.Error),
    } : throw new InvalidOperationException();

    /// <summary>A small one of a picture of ours, whole within the box; never larger than it is.</summary>
    public static Image Small(string path, int width, int height) => IsReady
        ? Image.Thumbnail(path, width, height: height, size: Enums.Size.Down, noRotate: true, failOn: Enums.FailOn.Error)
        : throw new InvalidOperationException();

    /// <summary>In sRGB, whatever profile it came with; a profile that can't be read is ignored.</summary>
    public static Image ToSrgb(Image image)
    {
        if (!image.Contains("icc-profile-data")) return image.Colourspace(Enums.Interpretation.Srgb);
        try
        {
            using var managed = image.IccTransform("srgb", embedded: true, intent: Enums.Intent.Perceptual);
            return managed.Colourspace(Enums.Interpretation.Srgb);
        }
        catch (VipsException)
        {
            return image.Colourspace(Enums.Interpretation.Srgb);
        }
    }

    private static bool SetUp()
    {
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders) Operation.Block(loader, false);
        return true;
    }
}
