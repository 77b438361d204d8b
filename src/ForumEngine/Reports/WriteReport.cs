using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Reports;

/// <summary>
/// What reports of posts and of members share: the form's rules, how many a member may send in an hour, and that who was found
/// to report to harm loses the right for a time.
/// </summary>
public sealed class WriteReport(ForumDb db, SettingsSource settings, ReportCategories categories, Words.CheckWords words)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary><paramref name="target"/> says what it is about; empty when it was taken, or is there already.</summary>
    public async Task<IReadOnlyList<Refusal>> RunAsync(Viewer who, Report target, int? category, string message, CancellationToken cancel)
    {
        message = message.Trim();
        var set = await categories.CurrentAsync(cancel);
        if (ReportRules.Problems(set.Find(category), message).ToList() is { Count: > 0 } problems) return problems;
        // Words for review are taken: a report may have to name them.
        var verdict = await words.RunAsync(who, null, [new("Message", message)], cancel);
        if (verdict.Refusal is { } refused) return [refused];
        message = verdict.Texts[0];
        var limits = (await settings.CurrentAsync(cancel)).Posting;
        var report = new Report { PostId = target.PostId, AboutId = target.AboutId, MemberId = who.MemberId!.Value, CategoryId = category!.Value, Message = message, At = who.Now };
        return await db.InTransactionAsync(() => AddAsync(report, set, limits, cancel), cancel) is { } no ? [no] : [];
    }

    private async Task<Refusal?> AddAsync(Report report, CategorySet set, PostingSection limits, CancellationToken cancel)
    {
        // Changes nothing but locks the member's row: their reports come one by one, so that they can be counted.
        await db.Members.Where(m => m.Id == report.MemberId).ExecuteUpdateAsync(m => m.SetProperty(x => x.UnreadNotices, x => x.UnreadNotices), cancel);
        if (await db.Reports.AnyAsync(r => r.PostId == report.PostId && r.AboutId == report.AboutId && r.MemberId == report.MemberId, cancel)) return null;
        if (await BarredUntilAsync(report, limits, cancel) is { } until) return Refusal.Forbidden("ReportsWereAbuse", until.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture));
        if (await WaitAsync(report, limits.ReportsPerHour, cancel) is { } wait) return Refusal.TooSoon(wait);
        await CaseBook.AddAsync(db, set, report, cancel);
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

    /// <summary>So many cases closed as abuse within the time, and the right rests until the oldest of them is that far behind.</summary>
    private async Task<DateTime?> BarredUntilAsync(Report report, PostingSection limits, CancellationToken cancel)
    {
        if (limits.ReportAbuseLimit == 0) return null;
        var since = report.At.AddDays(-limits.ReportAbuseDays);
        var abuses = await (
            from r in db.Reports
            join c in db.ReportCases on r.CaseId equals c.Id
            where r.MemberId == report.MemberId && c.WasAbuse && c.ClosedAt > since
            orderby c.ClosedAt descending
            select c.ClosedAt).Take(limits.ReportAbuseLimit).ToListAsync(cancel);
        return abuses.Count < limits.ReportAbuseLimit ? null : abuses[^1]!.Value.AddDays(limits.ReportAbuseDays);
    }
}
