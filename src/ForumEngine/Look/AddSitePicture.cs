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
    /// <summary>Twice what pages show, for fine screens.</summary>
    public const int QrSide = 400, LogoWidth = 240, LogoHeight = 80;

    /// <summary>Pictures that the site keeps, those that nothing names any more included.</summary>
    private const int Most = 1000;

    /// <summary>A square for a QR code, else the box of a logo; the refusal belongs to <paramref name="field"/>.</summary>
    public async Task<Outcome<string>> RunAsync(Viewer who, byte[] upload, bool isQr, string field, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var read = PictureReader.Read(upload, field);
        if (read.Refusal is { } refusal) return refusal;
        using var picture = read.Value;
        using var fitted = isQr ? picture.ThumbnailImage(QrSide, height: QrSide, size: Enums.Size.Down) : picture.ThumbnailImage(LogoWidth, height: LogoHeight, size: Enums.Size.Down);
        var bytes = fitted.PngsaveBuffer(keep: Enums.ForeignKeep.None);
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
