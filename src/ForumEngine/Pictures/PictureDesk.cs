using ForumEngine.Permissions;
using NetVips;

namespace ForumEngine.Pictures;

/// <summary>
/// Decodes and encodes anew what members upload, two pictures at a time, so that any number of uploads at once needs the memory
/// of two. What comes out holds pixels only: no EXIF, place, profile, comment or anything behind the picture's end.
/// </summary>
public sealed class PictureDesk : IDisposable
{
    private const int AtOnce = 2;
    private const int JpegQuality = 85, WebPQuality = 80;
    private readonly SemaphoreSlim gate = new(AtOnce);

    /// <summary>Writes the upload's pixels to <paramref name="target"/> in its own kind, upright and in sRGB.</summary>
    public Task<Refusal?> CleanAsync(string source, PictureFacts facts, string target, string field, CancellationToken cancel) =>
        InTurnAsync(field, () => Clean(source, facts, target), cancel);

    /// <summary>A WebP of a cleaned picture, whole within the box; of an animation the first frame.</summary>
    public Task<Refusal?> ShrinkAsync(string cleaned, string target, int width, int height, string field, CancellationToken cancel) =>
        InTurnAsync(field, () =>
        {
            using var small = Vips.Small(cleaned, width, height);
            small.Webpsave(target, q: WebPQuality, effort: 2, keep: Enums.ForeignKeep.None);
        }, cancel);

    /// <summary>A square of an upload in several sizes, as WebP: <paramref name="targets"/> by the length of a side.</summary>
    public Task<Refusal?> SquaresAsync(string source, PictureFacts facts, Square square, IReadOnlyDictionary<int, string> targets, string field, CancellationToken cancel) =>
        InTurnAsync(field, () => Squares(source, facts, square, targets), cancel);

    public void Dispose() => gate.Dispose();

    private async Task<Refusal?> InTurnAsync(string field, Action work, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            await Task.Run(work, cancel);
            return null;
        }
        catch (VipsException)
        {
            return Refusal.Invalid(field, "PictureBroken");
        }
        finally
        {
            gate.Release();
        }
    }

    private static void Clean(string source, PictureFacts facts, string target)
    {
        // What must be turned is decoded whole; all else flows through in strips.
        using var opened = Vips.Open(source, facts.Kind, facts.IsTurned ? Enums.Access.Random : Enums.Access.Sequential);
        using var upright = facts.Frames > 1 ? opened.Copy() : opened.Autorot();
        using var coloured = Vips.ToSrgb(upright);
        var (none, page) = (Enums.ForeignKeep.None, facts.Frames > 1 ? facts.Height : (int?)null);
        switch (facts.Kind)
        {
            case PictureKind.Jpeg: coloured.Jpegsave(target, q: JpegQuality, keep: none); break;
            case PictureKind.Png: coloured.Pngsave(target, compression: 6, keep: none); break;
            case PictureKind.Gif: coloured.Gifsave(target, effort: 3, keep: none, pageHeight: page); break;
            default: coloured.Webpsave(target, q: WebPQuality, effort: 2, keep: none, pageHeight: page); break;
        }
    }

    private static void Squares(string source, PictureFacts facts, Square square, IReadOnlyDictionary<int, string> targets)
    {
        using var opened = Vips.Open(source, facts.Kind, Enums.Access.Random);
        using var first = facts.Frames > 1 ? opened.Crop(0, 0, facts.Width, facts.Height) : opened.Autorot();
        var (x, y, side) = square.Within(facts.Width, facts.Height);
        using var cut = first.Crop(x, y, side, side);
        using var coloured = Vips.ToSrgb(cut);
        foreach (var (size, target) in targets)
        {
            using var small = coloured.ThumbnailImage(size, height: size, size: Enums.Size.Force);
            small.Webpsave(target, q: JpegQuality, keep: Enums.ForeignKeep.None);
        }
    }
}
