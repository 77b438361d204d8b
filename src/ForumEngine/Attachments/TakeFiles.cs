using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Attachments;

/// <summary>
/// Hangs uploads on a post, in the caller's transaction and after the post's row is written: those named by the form and those
/// shown in the text, as far as they are the writer's own and unused or the post's already. Others are passed over.
/// </summary>
public sealed class TakeFiles(ForumDb db, GroupSets groups, SettingsSource settings)
{
    /// <summary>Null in <paramref name="files"/>: the form said nothing, so what hangs there stays. Costs no query for a new post without files.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, BoardNode board, Posts.PostPlace place, string body, IReadOnlyList<long>? files, bool isNew, CancellationToken cancel)
    {
        var shown = PostMarkup.FindAttachments(body);
        long[] wanted = [.. (files ?? []).Concat(shown).Distinct().Take(1000)];
        if (isNew && wanted.Length == 0) return null;
        var found = await db.Attachments
            .Where(a => a.PostId == place.PostId || (a.PostId == null && a.MemberId == who.MemberId && wanted.Contains(a.Id)))
            .Select(a => new { a.Id, a.PostId, a.IsImage, a.Name, a.IsInline, IsPollImage = place.Floor == 1 && db.PollOptions.Any(o => o.AttachmentId == a.Id) }).ToListAsync(cancel);
        if (found.Count == 0) return null;

        var kept = found.Where(a => files is null ? a.PostId != null || wanted.Contains(a.Id) : wanted.Contains(a.Id) || a.IsPollImage).ToList();
        var most = (await settings.CurrentAsync(cancel)).Posting.FilesPerPost;
        if (kept.Count > most && kept.Exists(a => a.PostId is null)) return Refusal.Invalid("Files", "TooManyFiles", most);
        var types = FileTypes.Of(who, await groups.CurrentAsync(cancel), board);
        foreach (var file in kept.Where(a => a.PostId is null))
            if (WhyNotHere(who, board, types, file.Name, file.IsImage) is { } refused) return refused;

        long[] stay = [.. kept.Select(a => a.Id)], dropped = [.. found.Select(a => a.Id).Except(stay)];
        await HangAsync(place.PostId, stay, dropped, [.. shown, .. kept.Where(a => a.IsPollImage).Select(a => a.Id)], cancel);
        await CountAsync(place, kept.Count, kept.Exists(a => a.IsImage), kept.Exists(a => !a.IsImage), dropped.Length > 0, cancel);
        return null;
    }

    /// <summary>Uploaded without a board, or for another one.</summary>
    private static Refusal? WhyNotHere(Viewer who, BoardNode board, FileTypes types, string name, bool isImage)
    {
        if (AttachmentRules.WhyNotUpload(who, board, isImage) is { } refused) return refused with { Kind = RefusalKind.Invalid, Field = "Files" };
        return types.Allow(FileName.ExtensionOf(name)) ? null : Refusal.Invalid("Files", "FileType", name);
    }

    /// <summary>What is dropped is nobody's again, and swept.</summary>
    private async Task HangAsync(long postId, long[] stay, long[] dropped, long[] shown, CancellationToken cancel)
    {
        await db.Attachments.Where(a => stay.Contains(a.Id))
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.PostId, postId).SetProperty(x => x.IsInline, x => shown.Contains(x.Id)), cancel);
        if (dropped.Length > 0)
            await db.Attachments.Where(a => dropped.Contains(a.Id)).ExecuteUpdateAsync(a => a.SetProperty(x => x.PostId, (long?)null), cancel);
    }

    private async Task CountAsync(Posts.PostPlace place, int count, bool images, bool others, bool isLess, CancellationToken cancel)
    {
        await db.Posts.Where(p => p.ThreadId == place.ThreadId && p.Floor == place.Floor).ExecuteUpdateAsync(p => p.SetProperty(x => x.Files, count), cancel);
        if (isLess)
        {
            var rest = await (from p in db.Posts
                              join a in db.Attachments on p.Id equals a.PostId
                              where p.ThreadId == place.ThreadId && p.Files > 0
                              select a.IsImage).Distinct().ToListAsync(cancel);
            (images, others) = (rest.Contains(true), rest.Contains(false));
        }
        await db.Threads.Where(t => t.Id == place.ThreadId).ExecuteUpdateAsync(t => t
            .SetProperty(x => x.HasImages, x => images || (!isLess && x.HasImages))
            .SetProperty(x => x.HasFiles, x => others || (!isLess && x.HasFiles)), cancel);
    }
}
