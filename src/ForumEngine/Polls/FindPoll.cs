using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Polls;

/// <summary>A thread's poll with what surrounds it.</summary>
public sealed record PollInPlace(Thread Thread, BoardNode Board, Rank AuthorRank, PollView Poll);

/// <summary>Finds the poll of a thread for those who may read the thread.</summary>
public sealed class FindPoll(ForumDb db, BoardTrees trees, Ranks ranks, PollQuery query)
{
    public async Task<Outcome<PollInPlace>> RunAsync(Viewer who, long threadId, CancellationToken cancel)
    {
        var thread = await db.Threads.SingleOrDefaultAsync(t => t.Id == threadId && t.RedirectToThreadId == null, cancel);
        if (thread is null) return Refusal.NotFound;
        var board = (await trees.CurrentAsync(cancel)).Find(thread.BoardId);
        var facts = FindPost.Facts(thread);
        if (ThreadRules.WhyNotRead(who, board, facts) is { } refused) return refused;
        var rank = await ranks.OfAsync(thread.AuthorId, cancel);
        return await query.OfAsync(who, board!, facts, rank, cancel) is { } poll ? new PollInPlace(thread, board!, rank, poll) : Refusal.NotFound;
    }

    /// <summary>For its author and for staff.</summary>
    public async Task<Outcome<PollInPlace>> ForChangingAsync(Viewer who, long threadId, CancellationToken cancel)
    {
        var found = await RunAsync(who, threadId, cancel);
        if (found.Refusal is not null) return found;
        var (thread, board, rank, poll) = found.Value;
        return PollRules.WhyNotChange(who, board, FindPost.Facts(thread), rank, poll.EndsAt) is { } refused ? refused : found;
    }
}
