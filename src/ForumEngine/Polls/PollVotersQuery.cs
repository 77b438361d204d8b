using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Polls;

/// <summary>Who chose an option; <see cref="Next"/> is the member to go on after.</summary>
public sealed record VoterList(PollInPlace In, PollLine Option, IReadOnlyList<Voter> Voters, int? Next);

public sealed record Voter(int Id, string Name);

/// <summary>Reads who voted for what, where the poll says before voting that it will be shown, and only with its results.</summary>
public sealed class PollVotersQuery(ForumDb db, FindPoll find)
{
    private const int PageSize = 50;

    /// <summary>The first option where none is named.</summary>
    public async Task<Outcome<VoterList>> RunAsync(Viewer who, long threadId, long? optionId, int? after, CancellationToken cancel)
    {
        var found = await find.RunAsync(who, threadId, cancel);
        if (found.Refusal is { } refused) return refused;
        var poll = found.Value.Poll;
        if (!poll.VotersArePublic) return Refusal.NotFound;
        if (!poll.ShowsResults) return Refusal.Forbidden("PollResultsLater");
        if (poll.Options.FirstOrDefault(o => optionId is null || o.Id == optionId) is not { } option) return Refusal.NotFound;
        var voters = await (
            from v in db.PollVotes
            join m in db.Members on v.MemberId equals m.Id
            where v.OptionId == option.Id && (after == null || v.MemberId > after)
            orderby v.MemberId
            select new Voter(m.Id, m.UserName!)).Take(PageSize + 1).ToListAsync(cancel);
        return new VoterList(found.Value, option, [.. voters.Take(PageSize)], voters.Count > PageSize ? voters[PageSize - 1].Id : null);
    }
}
