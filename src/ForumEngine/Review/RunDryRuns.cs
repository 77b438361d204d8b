using System.Diagnostics;
using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Review;

/// <summary>
/// Works off dry runs, a second's worth every other second, so that other jobs go on; where it is stands in the row. Authors are
/// taken as they are now: their groups, their time, their posts.
/// </summary>
public sealed class RunDryRuns(
    IDbContextFactory<ForumDb> dbs, WordFilter filter, BoardTrees trees, Viewers viewers, SettingsSource settings, TimeProvider clock, ILogger<RunDryRuns> log) : IJob
{
    private const int Batch = 200;
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    public TimeSpan Every => TimeSpan.FromSeconds(2);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var run = await db.DryRuns.AsTracking().Where(r => r.State == DryRunState.Waiting || r.State == DryRunState.Running).OrderBy(r => r.Id).FirstOrDefaultAsync(cancel);
        if (run is null) return;
        try
        {
            await WorkAsync(db, run, cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException && !error.IsOutage())
        {
            log.LogError(error, "Dry run {Run} failed", run.Id);
            (run.State, run.FinishedAt) = (DryRunState.Failed, clock.Now());
        }
        await db.SaveChangesAsync(cancel);
    }

    private async Task WorkAsync(ForumDb db, DryRun run, CancellationToken cancel)
    {
        var since = run.CreatedAt.AddDays(-run.Days);
        if (run.State == DryRunState.Waiting)
            (run.State, run.LastThreadId) = (DryRunState.Running, await db.Threads.MaxAsync(t => (long?)t.Id, cancel) ?? 0);
        var look = new Look(await filter.CurrentAsync(cancel), await PoliciesAsync(db, run, cancel), await trees.CurrentAsync(cancel), await settings.CurrentAsync(cancel));
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Slice)
        {
            var threads = await db.Threads.Where(t => t.Id > run.AfterThreadId && t.LastPostAt >= since && t.State == ContentState.Published && t.RedirectToThreadId == null)
                .OrderBy(t => t.Id).Take(20).Select(t => new { t.Id, t.Title, t.BoardId, t.TagNames }).ToListAsync(cancel);
            if (threads.Count == 0)
            {
                (run.State, run.FinishedAt) = (DryRunState.Done, clock.Now());
                return;
            }
            foreach (var thread in threads)
            {
                if (look.Tree.Find(thread.BoardId) is { } board) await ThreadAsync(db, run, look, new InThread(thread.Id, thread.Title, thread.TagNames, board), since, cancel);
                run.AfterThreadId = thread.Id;
            }
        }
    }

    private async Task ThreadAsync(ForumDb db, DryRun run, Look look, InThread thread, DateTime since, CancellationToken cancel)
    {
        for (var floor = 0; ;)
        {
            var posts = await (from p in db.Posts
                               where p.ThreadId == thread.Id && p.Floor > floor && p.State == ContentState.Published && p.CreatedAt >= since
                               orderby p.Floor
                               select new Written(p.Id, p.Floor, p.AuthorId, p.Body, p.CreatedAt)).Take(Batch).ToListAsync(cancel);
            foreach (var post in posts) await PostAsync(db, run, look, thread, post, cancel);
            if (posts.Count < Batch) return;
            floor = posts[^1].Floor;
        }
    }

    private async Task PostAsync(ForumDb db, DryRun run, Look look, InThread thread, Written post, CancellationToken cancel)
    {
        run.Posts++;
        if (post.AuthorId is not { } author) return;
        List<WordField> fields = [new("Body", post.Body, HasMarkup: true)];
        if (post.Floor == 1) fields.AddRange([new("Title", thread.Title), new("Tags", thread.Tags)]);
        var found = CheckWords.Judge(look.List, thread.Board, fields).Found;
        if (run.Kind == DryRunKind.Words && found.Count == 0) return;
        // Sanctions and groups as they are now, the time as it was.
        var now = await viewers.ForAsync(author, null, 0, cancel);
        var who = now with { Now = post.CreatedAt, Sanctions = [.. now.Sanctions.Where(s => s.Holds(now.Now)).Select(s => s with { From = DateTime.MinValue, Until = null })] };
        if (CheckWords.Skips(who)) found = [];
        if (await SampleAsync(db, run, look, thread, post, who, found, cancel) is not { } sample) return;
        run.Found++;
        var samples = run.ReadSamples();
        if (samples.Count < DryRun.MostSamples) run.Samples = System.Text.Json.JsonSerializer.Serialize(samples.Append(sample));
    }

    /// <summary>Null: it would have been published.</summary>
    private static async Task<DryRunSample?> SampleAsync(ForumDb db, DryRun run, Look look, InThread thread, Written post, Viewer who, IReadOnlyList<WordFound> found, CancellationToken cancel)
    {
        var sample = new DryRunSample(post.Id, thread.Title, PostMarkup.ToExcerpt(post.Body, 100), [.. found.Select(f => f.Seen).Distinct().Take(5)]);
        if (run.Kind == DryRunKind.Words) return found.Count > 0 ? sample : null;
        var facts = await FactsAsync(db, look, thread, post, who, found, cancel);
        if (run.Kind == DryRunKind.Policy)
            return !ReviewRules.Skips(facts) && !ReviewRules.Decides(who, thread.Board) && ReviewRules.Matches(look.Policies[0], facts) ? sample with { Reasons = HoldReasons.Policy } : null;
        var linkless = facts.HasLink && LinkRules.Of(who) == LinkRight.No;
        if (linkless || found.Any(f => f.Action == WordAction.Reject))
            return sample with { IsRefused = true, Reasons = (linkless ? HoldReasons.Links : 0) | (found.Any(f => f.Action == WordAction.Reject) ? HoldReasons.Words : 0) };
        return ReviewRules.Decide(facts, look.Policies) is { } hold ? sample with { Reasons = hold.Reasons } : null;
    }

    private static async Task<ReviewCase> FactsAsync(ForumDb db, Look look, InThread thread, Written post, Viewer who, IReadOnlyList<WordFound> found, CancellationToken cancel) => new()
    {
        Who = who,
        Board = thread.Board,
        IsThread = post.Floor == 1,
        Posts = who.Posts,
        HasLink = SourceLinks.Find(post.Body).Any(l => !LinkRules.IsTrusted(l, look.Site.Review.Hosts())),
        HasImage = look.Policies.Any(p => p.HasImage) && (SourceLinks.HasPicture(post.Body) || await db.Attachments.AnyAsync(a => a.PostId == post.Id && a.IsImage, cancel)),
        Found = found,
        Zone = look.Site.Zone(),
    };

    private static async Task<IReadOnlyList<ReviewPolicy>> PoliciesAsync(ForumDb db, DryRun run, CancellationToken cancel) => run.Kind switch
    {
        DryRunKind.Words => [],
        DryRunKind.Policy => [await db.ReviewPolicies.SingleAsync(p => p.Id == run.PolicyId, cancel)],
        _ => await db.ReviewPolicies.Where(p => p.IsOn).OrderBy(p => p.Id).Take(ReviewPolicy.Most).ToListAsync(cancel),
    };

    private sealed record Look(WordList List, IReadOnlyList<ReviewPolicy> Policies, BoardTree Tree, SiteSettings Site);

    private sealed record InThread(long Id, string Title, string Tags, BoardNode Board);

    private sealed record Written(long Id, int Floor, int? AuthorId, string Body, DateTime CreatedAt);
}
