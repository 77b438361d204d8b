using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Polls;

/// <summary>
/// A member votes: once, and for good. The thread comes to the front of its board; who wrote last stays who wrote last, and heat
/// isn't raised (features.md A4, G4).
/// </summary>
public sealed class VoteInPoll(ForumDb db, BoardTrees trees, Outbox outbox)
{
    public async Task<Refusal?> RunAsync(Viewer who, long threadId, IReadOnlyList<long> choices, CancellationToken cancel)
    {
        var found = await (
            from t in db.Threads
            join p in db.Polls on t.Id equals p.ThreadId
            where t.Id == threadId && t.RedirectToThreadId == null
            select new
            {
                Facts = new ThreadFacts(t.Id, t.BoardId, t.State, t.IsClosed, t.ReadLevel, t.AuthorId, t.HidesReplies) { CreatedAt = t.CreatedAt, LastPostAt = t.LastPostAt },
                p.EndsAt,
                p.MaxChoices,
                HasVoted = db.PollBallots.Any(b => b.ThreadId == t.Id && b.MemberId == who.MemberId),
            }).SingleOrDefaultAsync(cancel);
        if (found is null) return Refusal.NotFound;
        var board = (await trees.CurrentAsync(cancel)).Find(found.Facts.BoardId);
        if (PollRules.WhyNotVote(who, board, found.Facts, found.EndsAt, found.HasVoted) is { } refused) return refused;
        long[] chosen = [.. choices.Distinct().Order()];
        if (PollRules.WhyNotChoose(chosen.Length, found.MaxChoices) is { } wrong) return wrong;
        try
        {
            if (await db.InTransactionAsync(() => WriteAsync(who, threadId, chosen, cancel), cancel) is { } late) return late;
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            return new Refusal(RefusalKind.Conflict, "PollVoted");
        }
        outbox.Wake();
        return null;
    }

    private async Task<Refusal?> WriteAsync(Viewer who, long threadId, long[] chosen, CancellationToken cancel)
    {
        // The poll's row is locked first: voters come one by one, and nobody after the end.
        var counted = await db.Polls.Where(p => p.ThreadId == threadId && (p.EndsAt == null || p.EndsAt > who.Now))
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Voters, x => x.Voters + 1), cancel);
        if (counted == 0) return Refusal.Forbidden("PollEnded");
        db.PollBallots.Add(new PollBallot { ThreadId = threadId, MemberId = who.MemberId!.Value, At = who.Now });
        await db.SaveChangesAsync(cancel);
        var marked = await db.PollOptions.Where(o => o.ThreadId == threadId && chosen.Contains(o.Id))
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.Votes, x => x.Votes + 1), cancel);
        if (marked != chosen.Length) return Refusal.Invalid("Choices", "PollOptionUnknown");
        db.PollVotes.AddRange(chosen.Select(id => new PollVote { OptionId = id, MemberId = who.MemberId.Value }));
        return await BumpAsync(who, threadId, cancel);
    }

    private async Task<Refusal?> BumpAsync(Viewer who, long threadId, CancellationToken cancel)
    {
        var bumped = await db.Threads.Where(t => t.Id == threadId && t.State == ContentState.Published && !t.IsClosed)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.LastPostAt, x => x.LastPostAt > who.Now ? x.LastPostAt : who.Now).SetProperty(x => x.RaisedAt, (DateTime?)null), cancel);
        if (bumped == 0) return Refusal.Forbidden("ThreadClosed");
        var thread = await db.Threads.Where(t => t.Id == threadId)
            .Select(t => new { t.BoardId, t.Title, t.LastAuthorId, t.LastAuthorName, t.LastPostAt }).SingleAsync(cancel);
        Outbox.Add(db, BoardDelta.Kind,
            new BoardDelta(thread.BoardId, 0, 0, thread.LastPostAt, new LastPost(threadId, thread.Title, thread.LastAuthorId, thread.LastAuthorName)), who.Now);
        await db.SaveChangesAsync(cancel);
        return null;
    }
}
