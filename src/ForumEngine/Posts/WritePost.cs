using ForumEngine.Flood;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using ForumEngine.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Posts;

/// <summary>What starting a thread and replying share: the flood limit, the row itself, and exactly-once.</summary>
public sealed class WritePost(ForumDb db, IdSource ids, Outbox outbox, PostGate gate)
{
    /// <summary>
    /// Runs one write so that the same submission never yields two posts, whatever happens in parallel: a loser of the race
    /// is answered with the winner's post.
    /// </summary>
    public async Task<Outcome<PostPlace>> OnceAsync(Viewer author, Guid? submissionId,
        Func<long, Task<Outcome<PostPlace>>> write, CancellationToken cancel)
    {
        var id = await ids.NextPostIdAsync(cancel);
        try
        {
            var outcome = await db.InTransactionAsync(() => write(id), cancel);
            if (outcome.Refusal is null)
            {
                ForumMeter.Post();
                outbox.Wake();
            }
            else if (await Submissions.FindAsync(db, author.MemberId!.Value, submissionId, cancel) is { PendingId: null } earlier) return earlier;
            return outcome;
        }
        catch (Exception error) when (error.IsDuplicateKey())
        {
            db.ChangeTracker.Clear();
            if (await Submissions.FindAsync(db, author.MemberId!.Value, submissionId, cancel) is not { PendingId: null } earlier) throw;
            return earlier;
        }
    }

    /// <summary>
    /// Counts the post for its author unless the last one was too recent; one statement, so that parallel posts of one member
    /// can't slip through together.
    /// </summary>
    public async Task<Refusal?> CountForAuthorAsync(Viewer author, PostingSection rules, int threads, CancellationToken cancel, int posts = 1)
    {
        var exempt = author.SkipsWaiting || rules.FloodSeconds == 0;
        var limit = author.Now.AddSeconds(-rules.FloodSeconds);
        var counted = await db.Members
            .Where(m => m.Id == author.MemberId && (exempt || m.LastPostAt == null || m.LastPostAt <= limit))
            .ExecuteUpdateAsync(m => m
                .SetProperty(x => x.LastPostAt, author.Now)
                .SetProperty(x => x.Posts, x => x.Posts + posts)
                .SetProperty(x => x.Threads, x => x.Threads + threads), cancel);
        if (counted == 1) return await gate.WhyNotNowAsync(author, threads > 0, cancel);
        var last = await db.Members.Where(m => m.Id == author.MemberId).Select(m => m.LastPostAt).SingleOrDefaultAsync(cancel);
        return Refusal.TooSoon(TimeSpan.FromSeconds(rules.FloodSeconds) - (author.Now - (last ?? author.Now)));
    }

    /// <summary>What new members may not yet, and texts that were there already; after the author was counted, before the post is added.</summary>
    public Task<Refusal?> WhyNotTextAsync(Viewer author, long id, string? title, PostBody body, PostChoices choices, CancellationToken cancel) =>
        gate.WhyNotTextAsync(author, id, title, body, choices.Work, cancel);

    public void Add(Viewer author, long id, long threadId, int floor, PostBody body, PostChoices choices, Guid? submissionId) => db.Posts.Add(new Post
    {
        Id = id,
        ThreadId = threadId,
        Floor = floor,
        AuthorId = author.MemberId,
        AuthorName = author.Name,
        IsAnonymous = choices.Anonymous ?? false,
        Body = body.Source,
        Html = body.Html,
        HiddenHtml = body.Hidden,
        RendererVersion = body.Version,
        Options = choices.Flags(),
        CreatedAt = author.Now,
        Address = author.Address,
        Port = author.Port,
        SubmissionId = submissionId,
    });

    /// <summary>The counters that follow, in the same transaction.</summary>
    public void Announce(Viewer author, Byline by, int boardId, long threadId, string title, int threads) => Outbox.Add(db, BoardDelta.Kind,
        new BoardDelta(boardId, threads, 1, author.Now, new LastPost(threadId, title, by.MemberId, by.Name)), author.Now);
}
