using System.Globalization;
using ForumEngine.Attachments;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>
/// The files that a pending post will take when it is published: nobody's but the uploader's until then, and shown to those who
/// decide on it, below the queue's own address.
/// </summary>
public sealed class PendingFiles(ForumDb db, ReviewDesk desk)
{
    /// <summary>Those in the text first named by it, then the others; of a poll's options too.</summary>
    public async Task<FilesOnPage> OfAsync(PendingPost row, CancellationToken cancel)
    {
        var (shown, named) = (PostMarkup.FindAttachments(row.Body), Ids(row));
        if (named.Length == 0) return FilesOnPage.None;
        var root = string.Create(CultureInfo.InvariantCulture, $"/desk/queue/{row.Id}/files");
        var found = await Unused(row, named).OrderBy(a => a.Id)
            .Select(a => new PostFile(a.Id, a.Name, a.IsImage, a.Bytes, a.Width, a.Height, a.Description, a.Downloads, a.ReadLevel) { Root = root }).ToListAsync(cancel);
        return new FilesOnPage(found.ToDictionary(f => f.Id), new() { [row.Id] = new FilesOfPost([.. found.Where(f => !shown.Contains(f.Id))], 0) });
    }

    /// <summary>Not found for everybody who doesn't decide on it, and for files that it doesn't name.</summary>
    public async Task<Outcome<Attachment>> FindAsync(Viewer who, long id, long file, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, id, cancel);
        if (found.Refusal is { } refused) return refused;
        var row = found.Value.Row;
        if (!Ids(row).Contains(file)) return Refusal.NotFound;
        return await Unused(row, [file]).SingleOrDefaultAsync(cancel) is { } attachment ? attachment : Refusal.NotFound;
    }

    private IQueryable<Attachment> Unused(PendingPost row, long[] ids) => db.Attachments.Where(a => ids.Contains(a.Id) && a.MemberId == row.AuthorId && a.PostId == null);

    private static long[] Ids(PendingPost row)
    {
        if (row.PostId is not null) return [];
        var choices = row.ReadFields().Choices;
        return [.. PostMarkup.FindAttachments(row.Body).Concat(choices.Files ?? []).Concat((choices.Poll?.Options ?? []).Select(o => o.AttachmentId).OfType<long>()).Distinct().Take(1000)];
    }
}
