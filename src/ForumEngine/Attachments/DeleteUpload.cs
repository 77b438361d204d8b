using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Attachments;

/// <summary>The uploader takes back a file that no post has; one that hangs on a post goes by editing the post.</summary>
public sealed class DeleteUpload(ForumDb db, FileStore store)
{
    public async Task<Refusal?> RunAsync(Viewer who, long id, CancellationToken cancel)
    {
        if (who.MemberId is null) return Refusal.SignInFirst;
        var file = await db.Attachments.Where(a => a.Id == id && a.MemberId == who.MemberId).Select(a => new { a.StoredAs, a.PostId }).SingleOrDefaultAsync(cancel);
        if (file is null) return Refusal.NotFound;
        // The post loses it when it is saved without it; until then it must stay readable.
        if (file.PostId is not null) return null;
        store.MarkGone(file.StoredAs);
        if (await db.Attachments.Where(a => a.Id == id && a.PostId == null).ExecuteDeleteAsync(cancel) > 0) store.Delete(file.StoredAs);
        else store.Forget(file.StoredAs);
        return null;
    }
}
