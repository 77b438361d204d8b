using ForumEngine.Accounts;
using ForumEngine.Polls;
using ForumEngine.Storage;
using ForumEngine.Tags;
using ForumEngine.Threads;

namespace ForumEngine.Setup;

/// <summary>Adds tags and polls of the demo's threads; the counters are filled in by the checks that run after it.</summary>
internal sealed class DemoLabels(ForumDb db, Dictionary<string, Member> members)
{
    private readonly Dictionary<string, int> tags = [];
    private long nextOptionId = 1;

    public void Add(Thread thread, DemoThread plan)
    {
        thread.TagNames = TagNames.Join(plan.Tags);
        db.ThreadTags.AddRange(plan.Tags.Select(name => new ThreadTag { TagId = IdOf(name), ThreadId = thread.Id }));
        if (plan.Poll is { } poll) Add(thread, poll);
    }

    private int IdOf(string name)
    {
        if (tags.TryGetValue(name, out var id)) return id;
        tags[name] = id = tags.Count + 1;
        db.Tags.Add(new Tag { Id = id, Name = name, Folded = TagNames.Fold(name) });
        return id;
    }

    /// <summary>Everybody voted by the time of the last reply, so that the thread stays where it is in its board.</summary>
    private void Add(Thread thread, DemoPoll plan)
    {
        thread.Kind = ThreadKind.Poll;
        db.Polls.Add(new Poll { ThreadId = thread.Id });
        for (var i = 0; i < plan.Options.Count; i++)
        {
            var (text, voters) = plan.Options[i];
            var option = new PollOption { Id = nextOptionId++, ThreadId = thread.Id, Position = i + 1, Text = text };
            db.PollOptions.Add(option);
            foreach (var voter in voters.Select(name => members[name].Id))
            {
                db.PollBallots.Add(new PollBallot { ThreadId = thread.Id, MemberId = voter, At = thread.LastPostAt });
                db.PollVotes.Add(new PollVote { OptionId = option.Id, MemberId = voter });
            }
        }
    }
}
