using ForumEngine.Attachments;
using ForumEngine.Boards;
using ForumEngine.Drafts;
using ForumEngine.Flood;
using ForumEngine.Permissions;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>What the reply form carries. The quoted post, if any, goes above the text.</summary>
public sealed record Reply(long ThreadId, string? Body, long? QuotePostId, Guid? SubmissionId)
{
    public PostChoices Choices { get; init; } = PostChoices.Usual;

    /// <summary>It waited, and somebody has read it.</summary>
    public Approval? Approval { get; init; }
}

/// <summary>Answers in a thread. Replies to one thread get consecutive floors, however many are written at once.</summary>
public sealed class ReplyToThread(ForumDb db, BoardTrees trees, SettingsSource settings, WritePost writer, QuotePost quotes, PostRenderer renderer, TakeFiles files, LinkBar links, ReviewGate gate, HoldPost hold, FlagWords flags)
{
    public async Task<Outcome<PostPlace>> RunAsync(Viewer who, Reply reply, CancellationToken cancel)
    {
        if (who.MemberId is not { } author) return Refusal.SignInFirst;
        if (await Submissions.FindAsync(db, author, reply.SubmissionId, cancel) is { } earlier && (reply.Approval is null || earlier.PendingId is null)) return earlier;

        var thread = await db.Threads.Where(t => t.Id == reply.ThreadId && t.RedirectToThreadId == null)
            .Select(t => new { t.Title, Facts = new ThreadFacts(t.Id, t.BoardId, t.State, t.IsClosed, t.ReadLevel, t.AuthorId, t.HidesReplies) { CreatedAt = t.CreatedAt, LastPostAt = t.LastPostAt } }).SingleOrDefaultAsync(cancel);
        if (thread is null) return Refusal.NotFound;
        var board = (await trees.CurrentAsync(cancel)).Find(thread.Facts.BoardId);
        var mayAnswerClosed = board is not null && (reply.Approval?.By ?? who).May(StaffRight.OpenClose, board);
        if (ThreadRules.WhyNotReply(who, board, mayAnswerClosed ? thread.Facts with { IsClosed = false } : thread.Facts) is { } refused) return refused;

        var site = await settings.CurrentAsync(cancel);
        var rules = site.Posting;
        var body = PostText.CleanBody(reply.Body);
        if (PostRules.WhyNotYet(who, rules) is { } wait) return wait;
        if ((ChoiceRules.WhyNot(who, board!, reply.Choices, ofThread: false) ?? PostRules.WhyNotBody(body, rules) ?? PostRules.WhyNotHide(who, body)) is { } wrong) return wrong;
        if (await links.WhyNotAsync(who, board!.PathIds, body, "Body", cancel) is { } barred) return barred;
        IReadOnlyList<WordFound> found = [];
        if (reply.Approval is null)
        {
            var gated = await gate.RunAsync(who, new Written(board!, null, body, reply.Choices), cancel);
            if (gated.Refusal is { } stopped) return stopped;
            found = gated.Value.Found;
            if (gated.Value.Hold is not null) return await hold.ReplyAsync(who, reply, board!.Id, gated.Value, rules, cancel);
            (body, reply) = (gated.Value.Body, reply with { Choices = gated.Value.Choices });
        }
        reply = reply with { Choices = reply.Choices with { Switches = board.Switches } };
        var quote = reply.QuotePostId is { } id ? await quotes.SourceAsync(who, board!, thread.Facts, id, cancel) : "";
        // Only who is really quoted is told: not the author of any post whose id was sent along.
        var quoted = quote.Length > 0 ? reply.QuotePostId : null;
        var written = body;
        body = quote + body;

        var rendered = await renderer.RenderAsync(body, reply.Choices.Flags(), cancel);
        var by = Byline.Of(who, isTold: reply.Choices.Anonymous != true && !thread.Facts.HidesReplies);
        var done = await writer.OnceAsync(who, reply.SubmissionId, async postId =>
        {
            if (reply.Approval is { } taking && await taking.TakeAsync(db, cancel) is { } gone) return gone;
            if (await writer.CountForAuthorAsync(who, rules, 0, cancel) is { } tooSoon) return tooSoon;
            if (reply.Approval is null && await writer.WhyNotTextAsync(who, postId, null, rendered, reply.Choices, cancel) is { } unwanted) return unwanted;
            if (await TakeFloorAsync(by, who.Now, thread.Facts, mayAnswerClosed, cancel) is not { } floor) return await WhyNoFloorAsync(thread.Facts, cancel);
            writer.Add(who, postId, reply.ThreadId, floor, rendered, reply.Choices, reply.SubmissionId);
            writer.Announce(who, by, thread.Facts.BoardId, reply.ThreadId, thread.Title, 0);
            new PostWritten(reply.ThreadId, postId, floor, quoted) { Mentions = Mentions.Of(who, body) }.Announce(db, who.Now);
            await db.SaveChangesAsync(cancel);
            await DiscardDraft.PostedAsync(db, who, reply.Choices, cancel);
            var place = new PostPlace(reply.ThreadId, postId, floor);
            if (reply.Approval is { } approval) await approval.TellAsync(db, board!.Id, place, thread.Title, cancel);
            await flags.RunAsync(db, place.PostId, found, who.Now, cancel);
            return await files.RunAsync(who, board!, place, body, reply.Choices.Files, true, cancel) is { } without ? without : place;
        }, cancel);
        return done.Refusal?.Code == Duplicates.OfOthers && site.Flood.DuplicatesToReview
            ? await hold.ReplyAsync(who, reply, board!.Id, Gated.Duplicate(null, written, reply.Choices, found), rules, cancel) : done;
    }

    /// <summary>The row lock of the update hands out floors one by one; null when the thread was closed or deleted meanwhile.</summary>
    private async Task<int?> TakeFloorAsync(Byline by, DateTime now, ThreadFacts thread, bool evenClosed, CancellationToken cancel)
    {
        var threadId = thread.Id;
        var taken = await db.Threads
            .Where(t => t.Id == threadId && t.BoardId == thread.BoardId && t.State == ContentState.Published && (evenClosed || !t.IsClosed))
            .ExecuteUpdateAsync(t => t
                .SetProperty(x => x.LastFloor, x => x.LastFloor + 1)
                .SetProperty(x => x.Replies, x => x.Replies + 1)
                .SetProperty(x => x.LastPostAt, x => x.LastPostAt > now ? x.LastPostAt : now)
                .SetProperty(x => x.RaisedAt, (DateTime?)null)
                .SetProperty(x => x.LastAuthorId, by.MemberId)
                .SetProperty(x => x.LastAuthorName, by.Name), cancel);
        return taken == 0 ? null : await db.Threads.Where(t => t.Id == threadId).Select(t => (int?)t.LastFloor).SingleAsync(cancel);
    }

    /// <summary>What happened between the question and the lock: the text stays in the form, which asks anew.</summary>
    private async Task<Refusal> WhyNoFloorAsync(ThreadFacts before, CancellationToken cancel)
    {
        var now = await db.Threads.Where(t => t.Id == before.Id).Select(t => new { t.BoardId, t.State }).SingleOrDefaultAsync(cancel);
        return now is null || now.State is ContentState.Moved || now.BoardId != before.BoardId ? new Refusal(RefusalKind.Conflict, "ThreadMovedMeanwhile")
            : Refusal.Forbidden(now.State == ContentState.Recycled ? "ThreadDeleted" : "ThreadClosed");
    }
}
