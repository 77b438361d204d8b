using System.Globalization;
using System.Text;
using QRCoder;

namespace ForumEngine.Web.Accounts;

/// <summary>A QR code as the path of an SVG of <paramref name="Size"/> × <paramref name="Size"/> modules, with the quiet zone that scanners need.</summary>
public sealed record QrPicture(int Size, string Path)
{
    public static QrPicture Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var rows = data.ModuleMatrix;
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x]) x++;
                if (x > from) path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        return new QrPicture(rows.Count, path.ToString());
    }
}
