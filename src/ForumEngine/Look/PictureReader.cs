using ForumEngine.Permissions;
using NetVips;

namespace ForumEngine.Look;

/// <summary>
/// Decodes an uploaded picture, so that only pixels are kept: never the file, its metadata or what else hides in it.
/// PNG, JPEG and WebP by their first bytes, whatever name and type the browser gives; the size is read before anything is decoded.
/// </summary>
public static class PictureReader
{
    public const int MaxBytes = 512 * 1024;
    public const int MaxPixels = 4_000_000;

    /// <summary>The first frame, upright, in sRGB with transparency; the refusal belongs to <paramref name="field"/>.</summary>
    public static Outcome<Image> Read(byte[] bytes, string field)
    {
        if (bytes.Length == 0) return Refusal.Invalid(field, "PictureMissing");
        if (bytes.Length > MaxBytes) return Refusal.Invalid(field, "PictureTooBig", MaxBytes / 1024);
        try
        {
            using var opened = Open(bytes);
            if (opened is null) return Refusal.Invalid(field, "PictureKind");
            if ((long)opened.Width * opened.Height > MaxPixels) return Refusal.Invalid(field, "PictureTooLarge", MaxPixels / 1_000_000);
            return Normalise(opened);
        }
        catch (VipsException)
        {
            return Refusal.Invalid(field, "PictureBroken");
        }
    }

    private static Image? Open(byte[] bytes) => bytes switch
    {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Image.PngloadBuffer(bytes, failOn: Enums.FailOn.Error),
        [0xFF, 0xD8, 0xFF, ..] => Image.JpegloadBuffer(bytes, failOn: Enums.FailOn.Error),
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => Image.WebploadBuffer(bytes, failOn: Enums.FailOn.Error),
        _ => null,
    };

    private static Image Normalise(Image opened)
    {
        using var upright = opened.Autorot();
        using var coloured = upright.Colourspace(Enums.Interpretation.Srgb);
        using var eight = coloured.Cast(Enums.BandFormat.Uchar);
        using var clear = eight.HasAlpha() ? eight.Copy() : eight.Bandjoin(255);
        // Decodes now: a file that ends too early is found out here.
        return clear.CopyMemory();
    }
}
