using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Pictures;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Look;

/// <summary>Puts up the site's logo or icon, or takes it down; each with a line in the staff log.</summary>
public sealed class ChangeLookImages(ForumDb db, Versions versions)
{
    public async Task<Refusal?> SetLogoAsync(Viewer actor, byte[] upload, CancellationToken cancel)
    {
        var read = PictureReader.Read(upload, "Logo");
        if (read.Refusal is not null) return read.Refusal;
        using var picture = read.Value!;
        await ReplaceAsync(actor, LookImage.Logo, [PictureMaker.Logo(picture)], cancel);
        return null;
    }

    /// <summary>Any proportions; what isn't square gets clear margins.</summary>
    public async Task<Refusal?> SetIconAsync(Viewer actor, byte[] upload, CancellationToken cancel)
    {
        var read = PictureReader.Read(upload, "Icon");
        if (read.Refusal is not null) return read.Refusal;
        using var picture = read.Value!;
        if (Math.Min(picture.Width, picture.Height) < PictureMaker.SmallestIcon) return Refusal.Invalid("Icon", "IconTooSmall", PictureMaker.SmallestIcon);
        await ReplaceAsync(actor, LookImage.Icon, [.. PictureMaker.Icons(picture)], cancel);
        return null;
    }

    /// <summary><see cref="LookImage.Logo"/> or <see cref="LookImage.Icon"/>; nothing happens where there is none.</summary>
    public Task RemoveAsync(Viewer actor, string what, CancellationToken cancel) => ReplaceAsync(actor, what, [], cancel);

    private async Task ReplaceAsync(Viewer actor, string what, IReadOnlyList<LookImage> images, CancellationToken cancel)
    {
        foreach (var image in images) image.ChangedAt = actor.Now;
        await db.InTransactionAsync(async () =>
        {
            var gone = await db.LookImages.Where(i => i.Key.StartsWith(what)).ExecuteDeleteAsync(cancel);
            if (gone == 0 && images.Count == 0) return;
            db.LookImages.AddRange(images);
            db.Log(actor, "setting.change", details: JsonSerializer.Serialize(new { key = $"Look.{what}", from = Say(gone), to = Say(images.Count) }));
            await db.SaveChangesAsync(cancel);
            await Versions.BumpAsync(db, Kinds.Look, cancel);
        }, cancel);
        versions.Forget();
    }

    private static string Say(int count) => count == 0 ? "none" : "uploaded";
}
