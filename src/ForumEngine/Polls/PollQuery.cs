using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Polls;

/// <summary>Reads a thread's poll in one query: its options are twenty at most.</summary>
public sealed class PollQuery(ForumDb db)
{
    /// <summary>
    /// For a reader of the thread; null when it has no poll. <paramref name="authorRank"/> decides the staff's button; the use case
    /// has the last word.
    /// </summary>
    public async Task<PollView?> OfAsync(Viewer who, BoardNode board, ThreadFacts thread, Rank authorRank, CancellationToken cancel)
    {
        var rows = await (
            from o in db.PollOptions
            join p in db.Polls on o.ThreadId equals p.ThreadId
            where o.ThreadId == thread.Id
            orderby o.Position, o.Id
            select new
            {
                Poll = p,
                Option = o,
                Voted = db.PollBallots.Any(b => b.ThreadId == p.ThreadId && b.MemberId == who.MemberId),
                Mine = db.PollVotes.Any(v => v.OptionId == o.Id && v.MemberId == who.MemberId),
            }).ToListAsync(cancel);
        if (rows.Count == 0) return null;
        var (poll, voted) = (rows[0].Poll, rows[0].Voted);
        var shows = PollRules.ShowsResults(who, board, thread, poll.ResultsAfterVote, poll.EndsAt, voted);
        return new PollView
        {
            ThreadId = thread.Id,
            MaxChoices = Math.Min(poll.MaxChoices, rows.Count),
            EndsAt = poll.EndsAt,
            HasEnded = PollRules.HasEnded(poll.EndsAt, who.Now),
            ResultsAfterVote = poll.ResultsAfterVote,
            VotersArePublic = poll.VotersArePublic,
            Voters = poll.Voters,
            HasVoted = voted,
            ShowsResults = shows,
            WhyNotVote = PollRules.WhyNotVote(who, board, thread, poll.EndsAt, voted),
            CanChange = PollRules.WhyNotChange(who, board, thread, authorRank, poll.EndsAt) is null,
            Options = [.. rows.Select(r => new PollLine(r.Option.Id, r.Option.Text, r.Option.AttachmentId, shows ? r.Option.Votes : 0, r.Mine,
                shows ? Share(r.Option.Votes, poll.Voters) : 0))],
        };
    }

    private static decimal Share(int votes, int voters) => voters == 0 ? 0 : Math.Round(100m * votes / voters, 2, MidpointRounding.AwayFromZero);
}
