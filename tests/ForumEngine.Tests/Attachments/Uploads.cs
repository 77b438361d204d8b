using System.Text;
using ForumEngine.Attachments;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Pictures;
using NetVips;

namespace ForumEngine.Tests.Attachments;

/// <summary>Pictures made for a test, and uploading in a line.</summary>
public static class Uploads
{
    public static Task<Outcome<Attachment>> UploadAsync(this TestForum forum, Viewer who, Board? board, string name, byte[] bytes) =>
        forum.Use<UploadFile, Outcome<Attachment>>(u => u.RunAsync(who, new Upload(name, new MemoryStream(bytes)) { BoardId = board?.Id }, default));

    /// <summary>A file that is no picture, of so many bytes.</summary>
    public static byte[] Text(int length = 300) => Encoding.ASCII.GetBytes(new string('x', length));

    /// <summary>Red on its left half, blue on its right.</summary>
    public static Image Picture(int width = 60, int height = 40)
    {
        using var red = Image.Black(width / 2, height, bands: 3).Linear([1.0, 1.0, 1.0], [220.0, 20.0, 20.0]).Cast(Enums.BandFormat.Uchar);
        using var blue = Image.Black(width - width / 2, height, bands: 3).Linear([1.0, 1.0, 1.0], [20.0, 20.0, 220.0]).Cast(Enums.BandFormat.Uchar);
        return red.Join(blue, Enums.Direction.Horizontal).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    public static byte[] Png(int width = 60, int height = 40)
    {
        using var picture = Picture(width, height);
        return picture.PngsaveBuffer();
    }

    /// <summary>What a picture carries besides pixels: the names of EXIF, XMP, profile and comment fields.</summary>
    public static IReadOnlyList<string> Baggage(byte[] bytes)
    {
        if (PictureKinds.Of(bytes) is null) return [];
        using var image = Image.NewFromBuffer(bytes);
        return [.. image.GetFields().Where(f => f.StartsWith("exif-", StringComparison.Ordinal) || f is "xmp-data" or "iptc-data" or "icc-profile-data"
            || f.Contains("comment", StringComparison.Ordinal) || f.StartsWith("png-comment", StringComparison.Ordinal))];
    }
}
