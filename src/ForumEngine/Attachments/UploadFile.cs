using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Attachments;

/// <summary>A file as a browser sends it, for a board or a thread's board; without either, the post that takes it decides.</summary>
public sealed record Upload(string? Name, Stream Content)
{
    public int? BoardId { get; init; }
    public long? ThreadId { get; init; }
}

/// <summary>
/// Takes a file in: checked, pictures decoded and encoded anew, stored under a name of ours, and nobody's but the uploader's until
/// a post takes it (<see cref="TakeFiles"/>). The refusal's field is "File".
/// </summary>
public sealed class UploadFile(ForumDb db, BoardTrees trees, GroupSets groups, StageFile stage, FileStore store, Words.CheckWords words)
{
    public async Task<Outcome<Attachment>> RunAsync(Viewer who, Upload upload, CancellationToken cancel)
    {
        if (who.MemberId is null) return Refusal.SignInFirst;
        var name = FileName.Clean(upload.Name);
        var isImage = Pictures.PictureKinds.OfExtension(FileName.ExtensionOf(name)) is not null;
        var place = await PlaceAsync(upload, cancel);
        if (place.Refusal is { } lost) return lost;
        var tree = await trees.CurrentAsync(cancel);
        if (WhyNotHere(who, tree, place.Value, isImage) is { } refused) return refused;
        if (!FileTypes.Of(who, await groups.CurrentAsync(cancel), place.Value).Allow(FileName.ExtensionOf(name)))
            return Refusal.Invalid("File", "FileType", name);
        if (await WhyNotMoreAsync(who, 0, cancel) is { } full) return full;
        if (await words.WhyNotNameAsync(who, "File", name, cancel) is { } worded) return worded;

        var staged = await stage.RunAsync(upload.Content, name, AttachmentRules.MostBytes(who), cancel);
        if (staged.Refusal is { } wrong) return wrong;
        return await AddAsync(who, staged.Value, cancel);
    }

    private async Task<Outcome<BoardNode?>> PlaceAsync(Upload upload, CancellationToken cancel)
    {
        var id = upload.BoardId ?? (upload.ThreadId is { } thread
            ? await db.Threads.Where(t => t.Id == thread).Select(t => (int?)t.BoardId).SingleOrDefaultAsync(cancel) ?? 0 : null);
        if (id is null) return default(BoardNode);
        return (await trees.CurrentAsync(cancel)).Find(id.Value) is { } board ? board : Refusal.NotFound;
    }

    /// <summary>Without a board: there must be one where the viewer may.</summary>
    private static Refusal? WhyNotHere(Viewer who, BoardTree tree, BoardNode? board, bool isImage)
    {
        if (board is not null) return AttachmentRules.WhyNotUpload(who, board, isImage);
        if (tree.All.Any(b => AttachmentRules.WhyNotUpload(who, b, isImage) is null)) return null;
        return who.WritingBarredBy([]) is { } sanction ? Sanctions.SanctionRefusals.Refusal(sanction, who.Zone) : Refusal.Forbidden(isImage ? "NoImageRight" : "NoFileRight");
    }

    /// <summary>The row and its place on disk; when the row isn't written, nothing is left of the file.</summary>
    private async Task<Outcome<Attachment>> AddAsync(Viewer who, Attachment file, CancellationToken cancel)
    {
        (file.MemberId, file.CreatedAt) = (who.MemberId, who.Now);
        var isKept = false;
        try
        {
            var outcome = await db.InTransactionAsync<Outcome<Attachment>>(async () =>
            {
                // Changes nothing but locks the member's row: uploads at once are counted one after the other.
                await db.Members.Where(m => m.Id == who.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.AvatarVersion, x => x.AvatarVersion), cancel);
                if (await WhyNotMoreAsync(who, file.Bytes, cancel) is { } full) return full;
                store.Keep(file.StoredAs, null, StageFile.Large, StageFile.Thumb);
                file.Id = 0;
                db.Attachments.Add(file);
                await db.SaveChangesAsync(cancel);
                return file;
            }, cancel);
            isKept = outcome.Refusal is null;
            return outcome;
        }
        finally
        {
            if (isKept) store.Forget(file.StoredAs);
            else store.Delete(file.StoredAs);
        }
    }

    /// <summary>The quota of the last 24 hours, and how much may wait for a post.</summary>
    private async Task<Refusal?> WhyNotMoreAsync(Viewer who, long bytes, CancellationToken cancel)
    {
        var since = who.Now.AddDays(-1);
        var own = db.Attachments.Where(a => a.MemberId == who.MemberId && a.CreatedAt > since);
        if (await own.Where(a => a.PostId == null).CountAsync(cancel) >= AttachmentRules.MostUnused) return Refusal.Invalid("File", "TooManyUnused", AttachmentRules.MostUnused);
        var most = AttachmentRules.PerDay(who);
        if (most == 0) return null;
        var used = await own.SumAsync(a => a.Bytes, cancel);
        return used + bytes > most ? Refusal.Invalid("File", "DailyQuota", FileSize.Say(most), FileSize.Say(Math.Max(0, most - used))) : null;
    }
}
