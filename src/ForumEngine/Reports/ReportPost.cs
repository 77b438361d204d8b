using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>A post before the one who reports it; <paramref name="Mine"/> is their report, if they made it already.</summary>
public sealed record PostToReport(PostInPlace At, Report? Mine);

/// <summary>
/// Reports a post: into its open case, or a new one. Each member reports a post once (a second try changes nothing) and at
/// most <see cref="PostingSection.ReportsPerHour"/> posts in an hour.
/// </summary>
public sealed class ReportPost(ForumDb db, FindPost find, SettingsSource settings)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    public async Task<Outcome<PostToReport>> OpenAsync(Viewer who, long postId, CancellationToken cancel)
    {
        var found = await find.VisibleAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        var mine = await MineAsync(who, postId, cancel);
        if (mine is null && ReportRules.WhyNotReport(who, found.Value.Post) is { } why) return why;
        return new PostToReport(found.Value, mine);
    }

    public async Task<IReadOnlyList<Refusal>> RunAsync(Viewer who, long postId, ReportCategory? category, string message, CancellationToken cancel)
    {
        var found = await OpenAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return [refused];
        if (found.Value.Mine is not null) return [];
        message = message.Trim();
        if (ReportRules.Problems(category, message).ToList() is { Count: > 0 } problems) return problems;
        var report = new Report { PostId = postId, MemberId = who.MemberId!.Value, Category = category!.Value, Message = message, At = who.Now };
        var perHour = (await settings.CurrentAsync(cancel)).Posting.ReportsPerHour;
        return await WriteAsync(report, perHour, cancel) is { } no ? [no] : [];
    }

    private Task<Report?> MineAsync(Viewer who, long postId, CancellationToken cancel) =>
        db.Reports.SingleOrDefaultAsync(r => r.PostId == postId && r.MemberId == who.MemberId, cancel);

    private async Task<Refusal?> WriteAsync(Report report, int perHour, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(() => AddAsync(report, perHour, cancel), cancel);
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            // Somebody else has opened the case at the same moment: it is there now.
            return await db.InTransactionAsync(() => AddAsync(report, perHour, cancel), cancel);
        }
    }

    private async Task<Refusal?> AddAsync(Report report, int perHour, CancellationToken cancel)
    {
        // Changes nothing but locks the member's row: their reports come one by one, so that they can be counted.
        await db.Members.Where(m => m.Id == report.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.UnreadNotices, x => x.UnreadNotices), cancel);
        if (await db.Reports.AnyAsync(r => r.PostId == report.PostId && r.MemberId == report.MemberId, cancel)) return null;
        if (await WaitAsync(report, perHour, cancel) is { } wait) return Refusal.TooSoon(wait);

        await db.ReportCases.Where(c => c.OpenPostId == report.PostId).ExecuteUpdateAsync(c => c.SetProperty(x => x.Reports, x => x.Reports + 1), cancel);
        var id = await db.ReportCases.Where(c => c.OpenPostId == report.PostId).Select(c => (long?)c.Id).SingleOrDefaultAsync(cancel)
            ?? await NewCaseAsync(report, cancel);
        db.Reports.Add(new Report { CaseId = id, PostId = report.PostId, MemberId = report.MemberId, Category = report.Category, Message = report.Message, At = report.At });
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task<TimeSpan?> WaitAsync(Report report, int perHour, CancellationToken cancel)
    {
        if (perHour == 0) return null;
        var since = report.At - Window;
        var lately = await db.Reports.Where(r => r.MemberId == report.MemberId && r.At > since)
            .OrderByDescending(r => r.At).Select(r => r.At).Take(perHour).ToListAsync(cancel);
        return lately.Count < perHour ? null : lately[^1] + Window - report.At;
    }

    private async Task<long> NewCaseAsync(Report report, CancellationToken cancel)
    {
        var opened = new ReportCase { PostId = report.PostId, OpenPostId = report.PostId, Reports = 1, OpenedAt = report.At };
        db.ReportCases.Add(opened);
        await db.SaveChangesAsync(cancel);
        return opened.Id;
    }
}
