using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Polls;

/// <summary>Gives a new thread its poll.</summary>
public sealed class AddPoll(ForumDb db)
{
    /// <summary>
    /// In the transaction that starts the thread, after its first post is written, with a clean draft that <see cref="PollRules.WhyNotDraft"/> let pass. Refuses
    /// pictures that aren't the author's own, unused uploads.
    /// </summary>
    public async Task<Refusal?> RunAsync(Viewer who, long threadId, long postId, PollDraft draft, CancellationToken cancel)
    {
        db.Polls.Add(new Poll
        {
            ThreadId = threadId,
            MaxChoices = draft.MaxChoices,
            EndsAt = draft.Days > 0 ? who.Now.AddDays(draft.Days) : null,
            ResultsAfterVote = draft.ResultsAfterVote,
            VotersArePublic = draft.VotersArePublic,
        });
        db.PollOptions.AddRange(draft.Options.Select((o, i) => new PollOption { ThreadId = threadId, Position = i + 1, Text = o.Text!, AttachmentId = o.AttachmentId }));
        await db.SaveChangesAsync(cancel);
        return await PollImages.TakeAsync(db, who, postId, [.. draft.Options.Select(o => o.AttachmentId).OfType<long>()], cancel);
    }
}

/// <summary>Pictures of options belong to the thread's first post, so that they are served by its rights and never swept.</summary>
internal static class PollImages
{
    public static async Task<Refusal?> TakeAsync(ForumDb db, Viewer who, long postId, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return null;
        if (ids.Distinct().Count() != ids.Count) return Refusal.Invalid("PollOptions", "PollImageTwice");
        var taken = await db.Attachments
            .Where(a => ids.Contains(a.Id) && a.MemberId == who.MemberId && a.IsImage && a.PostId == null)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.PostId, postId).SetProperty(x => x.IsInline, true), cancel);
        if (taken != ids.Count) return Refusal.Invalid("PollOptions", "PollImageUnknown");
        await db.Posts.Where(p => p.Id == postId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Files, x => x.Files + taken), cancel);
        return null;
    }
}
