using ForumEngine.Attachments;
using ForumEngine.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace ForumEngine.Web.Attachments;

/// <summary>A file as an answer, for those whose right to it was asked: the caller says how long it may be kept.</summary>
internal static class FileAnswer
{
    private const string Policy = "default-src 'none'; sandbox";

    /// <summary><paramref name="form"/> is a smaller one of a picture, where it has one; null when the file is gone from the disk.</summary>
    public static PhysicalFileResult? Of(HttpContext context, FileStore store, Attachment file, string? form)
    {
        form = form == StageFile.Thumb && StageFile.HasThumb(file) || form == StageFile.Large && StageFile.HasLarge(file) ? form : null;
        var stored = new FileInfo(store.PathOf(file.StoredAs, form));
        if (!stored.Exists) return null;
        var name = new ContentDispositionHeaderValue(file.IsImage ? "inline" : "attachment");
        name.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = name.ToString();
        context.Response.Headers.ContentSecurityPolicy = Policy;
        return new PhysicalFileResult(stored.FullName, form is null ? file.MediaType : "image/webp")
        {
            EnableRangeProcessing = true,
            LastModified = stored.LastWriteTimeUtc,
            EntityTag = new EntityTagHeaderValue($"\"{file.StoredAs.Split('/')[^1]}{form}\""),
        };
    }
}
