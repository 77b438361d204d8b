using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ForumEngine.Look;

/// <summary>
/// A small picture around the pages (a licence's, a friend's, a board's, a QR code), as PNG made from what was uploaded. Never changed: another
/// picture has another key, so that what names an old one can be taken back to it.
/// </summary>
public sealed partial class SitePicture
{
    public const int ReferenceLength = 40;

    /// <summary>Begins with a part of the bytes' hash and ends with the size in pixels: <c>0123456789abcdef0123-320x160</c>.</summary>
    public required string Key { get; init; }

    public required byte[] Bytes { get; init; }
    public DateTime AddedAt { get; init; }

    /// <summary>Of a picture, or empty for none.</summary>
    public static bool IsReference(string key) => key.Length == 0 || Keys().IsMatch(key);

    /// <summary>In pixels; zero for what is none.</summary>
    public static (int Width, int Height) SizeOf(string key)
    {
        if (key.Length == 0 || !IsReference(key)) return default;
        var size = key[(key.IndexOf('-', StringComparison.Ordinal) + 1)..].Split('x');
        return (int.Parse(size[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(size[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Where it answers, below the site's root.</summary>
    public static string Path(string key) => $"/look/pictures/{key}.png";

    [GeneratedRegex("^[0-9a-f]{20}-[1-9][0-9]{0,3}x[1-9][0-9]{0,3}$")]
    private static partial Regex Keys();
}

internal sealed class SitePictureTable : IEntityTypeConfiguration<SitePicture>
{
    public void Configure(EntityTypeBuilder<SitePicture> builder)
    {
        builder.ToTable("site_pictures").HasKey(p => p.Key);
        builder.Property(p => p.Key).HasMaxLength(SitePicture.ReferenceLength);
    }
}
