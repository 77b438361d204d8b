using ForumEngine.Pictures;

namespace ForumEngine.Web.Admin;

/// <summary>Small pictures that administrators send with a form.</summary>
internal static class Uploads
{
    /// <summary>The first file of the form; empty without one. One byte more than is allowed is enough to say no.</summary>
    public static async Task<byte[]> FirstAsync(HttpRequest request, CancellationToken cancel)
    {
        if (!request.HasFormContentType || request.Form.Files.Count == 0) return [];
        var file = request.Form.Files[0];
        var bytes = new byte[Math.Min(file.Length, PictureReader.MaxBytes + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
