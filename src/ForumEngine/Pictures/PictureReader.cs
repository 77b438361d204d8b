using ForumEngine.Permissions;
using NetVips;

namespace ForumEngine.Pictures;

/// <summary>
/// Reads uploaded pictures, so that only pixels are kept: never the file, its metadata or what else hides in it.
/// The kind is told by the first bytes, whatever name and type the browser gives; the size is read before anything is decoded.
/// </summary>
public static class PictureReader
{
    /// <summary>Of a small picture that is read whole: a logo, an icon.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <inheritdoc cref="MaxBytes"/>
    public const int MaxPixels = 4_000_000;

    /// <summary>Of a small one: PNG, JPEG or WebP, the first frame, upright, in sRGB with transparency; the refusal belongs to <paramref name="field"/>.</summary>
    public static Outcome<Image> Read(byte[] bytes, string field)
    {
        if (bytes.Length == 0) return Refusal.Invalid(field, "PictureMissing");
        if (bytes.Length > MaxBytes) return Refusal.Invalid(field, "PictureTooBig", MaxBytes / 1024);
        if (PictureKinds.Of(bytes) is not { } kind || kind == PictureKind.Gif) return Refusal.Invalid(field, "PictureKind");
        try
        {
            using var opened = Vips.Open(bytes, kind);
            if ((long)opened.Width * opened.Height > MaxPixels) return Refusal.Invalid(field, "PictureTooLarge", MaxPixels / 1_000_000);
            return Normalise(opened);
        }
        catch (VipsException)
        {
            return Refusal.Invalid(field, "PictureBroken");
        }
    }

    /// <summary>What the header of a file says, within the limits; nothing is decoded.</summary>
    public static Outcome<PictureFacts> Examine(string path, PictureKind kind, PictureLimits limits, string field)
    {
        try
        {
            using var opened = Vips.Open(path, kind, Enums.Access.Sequential);
            var frames = Number(opened, "n-pages", 1);
            var height = frames > 1 ? Number(opened, "page-height", opened.Height) : opened.Height;
            var turn = Number(opened, "orientation", 1);
            if ((long)opened.Width * height * frames > limits.Pixels || Math.Max(opened.Width, height) > limits.Side)
                return Refusal.Invalid(field, "PictureTooLarge", limits.Pixels / 1_000_000);
            if (frames > limits.Frames) return Refusal.Invalid(field, "PictureFrames", limits.Frames);
            // 5 to 8 lie on their side.
            return turn is >= 5 and <= 8
                ? new PictureFacts(kind, height, opened.Width, frames, true)
                : new PictureFacts(kind, opened.Width, height, frames, turn is > 1 and <= 4);
        }
        catch (VipsException)
        {
            return Refusal.Invalid(field, "PictureBroken");
        }
    }

    private static int Number(Image image, string name, int otherwise) => image.Contains(name) ? (int)image.Get(name) : otherwise;

    private static Image Normalise(Image opened)
    {
        using var upright = opened.Autorot();
        using var coloured = Vips.ToSrgb(upright);
        using var eight = coloured.Cast(Enums.BandFormat.Uchar);
        using var clear = eight.HasAlpha() ? eight.Copy() : eight.Bandjoin(255);
        // Decodes now: a file that ends too early is found out here.
        return clear.CopyMemory();
    }
}
