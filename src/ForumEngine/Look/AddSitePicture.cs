using System.Globalization;
using System.Security.Cryptography;
using ForumEngine.Permissions;
using ForumEngine.Pictures;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace ForumEngine.Look;

/// <summary>Takes an uploaded picture, decoded and encoded anew, and answers its key. What names it is a change of its own, with a line in the log.</summary>
public sealed class AddSitePicture(ForumDb db)
{
    /// <summary>Pictures that the site keeps, those that nothing names any more included.</summary>
    private const int Most = 1000;

    /// <summary>What is larger than <paramref name="box"/> is made smaller; the refusal belongs to <paramref name="field"/>.</summary>
    public async Task<Outcome<string>> RunAsync(Viewer who, byte[] upload, PictureBox box, string field, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var read = PictureReader.Read(upload, field);
        if (read.Refusal is { } refusal) return refusal;
        using var picture = read.Value;
        using var fitted = picture.ThumbnailImage(box.Width, height: box.Height, size: Enums.Size.Down);
        // A photograph in all its colours would weigh a megabyte.
        var bytes = fitted.PngsaveBuffer(keep: Enums.ForeignKeep.None, palette: box == PictureBox.Banner);
        var key = string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..20]}-{fitted.Width}x{fitted.Height}");
        if (await db.SitePictures.AnyAsync(p => p.Key == key, cancel)) return key;
        if (await db.SitePictures.CountAsync(cancel) >= Most) return Refusal.Invalid(field, "TooManyEntries", Most);
        try
        {
            db.SitePictures.Add(new SitePicture { Key = key, Bytes = bytes, AddedAt = who.Now });
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            // The same picture twice at once: it is there.
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
        return key;
    }
}

/// <summary>What a picture has to fit into, in pixels: twice what pages show, for fine screens.</summary>
public sealed record PictureBox(int Width, int Height)
{
    public static readonly PictureBox Qr = new(400, 400);
    public static readonly PictureBox Logo = new(240, 80);
    public static readonly PictureBox BoardIcon = new(80, 80);

    /// <summary>Over a board's page, as wide as it gets.</summary>
    public static readonly PictureBox Banner = new(1600, 400);
}
