using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>A post before the one who reports it; <paramref name="Mine"/> is their report, if they made it already.</summary>
public sealed record PostToReport(PostInPlace At, Report? Mine);

/// <summary>
/// Reports a post: into its open case, or a new one. Each member reports a post once (a second try changes nothing) and at
/// most <see cref="Settings.PostingSection.ReportsPerHour"/> targets in an hour.
/// </summary>
public sealed class ReportPost(ForumDb db, FindPost find, WriteReport write)
{
    public async Task<Outcome<PostToReport>> OpenAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await find.VisibleAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        var mine = await db.Reports.SingleOrDefaultAsync(r => r.PostId == postId && r.MemberId == who.MemberId, cancel);
        if (mine is null && ReportRules.WhyNotReport(who, found.Value.Post) is { } why) return why;
        return new PostToReport(found.Value, mine);
    }

    public async Task<IReadOnlyList<Refusal>> RunAsync(Viewer who, long postId, int? category, string message, CancellationToken cancel)
    {
        var found = await OpenAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return [refused];
        return found.Value.Mine is not null ? [] : await write.RunAsync(who, new Report { PostId = postId }, category, message, cancel);
    }
}
