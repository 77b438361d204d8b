using ForumEngine.Drafts;
using ForumEngine.Flood;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>
/// Puts what was written into the queue instead of publishing it, by the limits of what is published: the wait between posts, what
/// new members may not yet, texts that were there already. The same form sent twice waits once.
/// </summary>
public sealed class HoldPost(ForumDb db, WritePost writer, SettingsSource settings, PostRenderer renderer)
{
    public Task<Outcome<PostPlace>> ThreadAsync(Viewer who, NewThread form, Gated gated, PostingSection rules, CancellationToken cancel) => HoldAsync(who, New(who, gated, form.SubmissionId,
        new PendingFields(form.TypeId, who.Address, who.Port, null, gated.Choices with { PublishAt = null, DraftKey = null }), form.BoardId, null), gated, form.Choices, rules, cancel);

    public Task<Outcome<PostPlace>> ReplyAsync(Viewer who, Reply reply, int boardId, Gated gated, PostingSection rules, CancellationToken cancel) => HoldAsync(who, New(who, gated, reply.SubmissionId,
        new PendingFields(null, who.Address, who.Port, reply.QuotePostId, gated.Choices with { PublishAt = null, DraftKey = null }), boardId, reply.ThreadId), gated, reply.Choices, rules, cancel);

    /// <summary>
    /// In the transaction of an edit: the post is hidden and its change waits. Without <paramref name="hold"/> it was hidden
    /// before, and what waits for a decision gets the new text.
    /// </summary>
    internal async Task EditedAsync(Viewer who, PostInPlace at, string title, string body, Hold? hold, CancellationToken cancel)
    {
        var (post, thread, board) = at;
        var (reasons, details) = (hold?.Reasons, hold?.Write());
        var known = await db.PendingPosts.Where(p => p.PostId == post.Id).ExecuteUpdateAsync(p => p
            .SetProperty(x => x.Title, title).SetProperty(x => x.Body, body).SetProperty(x => x.State, PendingState.Waiting)
            .SetProperty(x => x.Reasons, x => reasons ?? x.Reasons).SetProperty(x => x.Details, x => details ?? x.Details)
            .SetProperty(x => x.UpdatedAt, who.Now).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        if (hold is null) return;
        if (post.Floor == 1) await ThreadRemoval.HideAsync(db, thread.Id, who.Now, cancel);
        else await PostRemoval.HideAsync(db, post, who.Now, cancel);
        if (known > 0 || post.AuthorId is not { } author) return;
        db.PendingPosts.Add(new PendingPost
        {
            AuthorId = author,
            AuthorName = post.AuthorName,
            BoardId = board.Id,
            ThreadId = thread.Id,
            PostId = post.Id,
            Title = title,
            Body = body,
            IsAnonymous = post.IsAnonymous,
            Reasons = hold.Reasons,
            Details = hold.Write(),
            CreatedAt = who.Now,
            UpdatedAt = who.Now,
        });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Others have posted it, and the site wants such texts to be read: a reason more.</summary>
    private async Task<bool> WaitsAsDuplicateAsync(PendingPost row, Refusal unwanted, CancellationToken cancel)
    {
        if (unwanted.Code != Duplicates.OfOthers || !(await settings.CurrentAsync(cancel)).Flood.DuplicatesToReview) return false;
        var reasons = row.Reasons | HoldReasons.Duplicate;
        await db.PendingPosts.Where(p => p.Id == row.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.Reasons, reasons), cancel);
        return true;
    }

    /// <summary>The same text of the same author; the same form sent twice is answered with what waits.</summary>
    private async Task<bool> WaitsAlreadyAsync(Viewer who, PendingPost row, CancellationToken cancel)
    {
        var rules = (await settings.CurrentAsync(cancel)).Flood;
        if (who.SkipsWaiting || rules.DuplicateHours == 0 || row.Title.Length + row.Body.Length < rules.DuplicateCharacters) return false;
        var (since, form) = (who.Now.AddHours(-rules.DuplicateHours), row.SubmissionId);
        return await db.PendingPosts.AnyAsync(p => p.AuthorId == row.AuthorId && p.PostId == null && p.CreatedAt > since
            && p.Title == row.Title && p.Body == row.Body && (form == null || p.SubmissionId != form), cancel);
    }

    private static PendingPost New(Viewer who, Gated gated, Guid? submission, PendingFields fields, int boardId, long? threadId) => new()
    {
        AuthorId = who.MemberId!.Value,
        AuthorName = who.Name,
        BoardId = boardId,
        ThreadId = threadId,
        Title = gated.Title ?? "",
        Body = gated.Body,
        IsAnonymous = gated.Choices.Anonymous ?? false,
        Fields = fields.Write(),
        SubmissionId = submission,
        Reasons = gated.Hold!.Reasons,
        Details = gated.Hold.Write(),
        CreatedAt = who.Now,
        UpdatedAt = who.Now,
    };

    private async Task<Outcome<PostPlace>> HoldAsync(Viewer who, PendingPost row, Gated gated, PostChoices typed, PostingSection rules, CancellationToken cancel)
    {
        var body = await renderer.RenderAsync(gated.Body, gated.Choices.Flags(), cancel);
        try
        {
            return await db.InTransactionAsync<Outcome<PostPlace>>(async () =>
            {
                // Locks the member's row, so that the count below holds.
                if (await writer.CountForAuthorAsync(who, rules, 0, cancel, posts: 0) is { } tooSoon) return tooSoon;
                if (await db.PendingPosts.Where(p => p.AuthorId == row.AuthorId).Take(PendingPost.MostPerMember).CountAsync(cancel) == PendingPost.MostPerMember)
                    return Refusal.Invalid("Body", "TooManyPending", PendingPost.MostPerMember);
                if (await WaitsAlreadyAsync(who, row, cancel)) return Refusal.Invalid("Body", "DuplicatePost");
                row.Id = 0;
                db.PendingPosts.Add(row);
                await db.SaveChangesAsync(cancel);
                // Prints of what waits carry the number of its row, below zero; with approval they get the post's.
                if (await writer.WhyNotTextAsync(who, -row.Id, gated.Title, body, typed, cancel) is { } unwanted && !await WaitsAsDuplicateAsync(row, unwanted, cancel)) return unwanted;
                await db.SaveChangesAsync(cancel);
                await DiscardDraft.PostedAsync(db, who, typed, cancel);
                return PostPlace.Pending(row.Id);
            }, cancel);
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            db.ChangeTracker.Clear();
            if (await Submissions.FindAsync(db, row.AuthorId, row.SubmissionId, cancel) is not { } earlier) throw;
            return earlier;
        }
    }
}
