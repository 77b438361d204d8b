using System.Text.RegularExpressions;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Settings;
using ForumEngine.Staff;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Staff;

/// <summary>The staff log is only ever added to, until its lines are as old as the setting says.</summary>
public sealed partial class LogIsAppendOnlyTests
{
    [Fact]
    public void Nothing_in_the_sources_changes_or_deletes_a_line_of_the_staff_log_but_the_job_that_keeps_to_its_days() =>
        Expect.None(from file in Checkout.Sources("src", ".cs")
                    where Path.GetFileName(file) != "TrimLog.cs"
                    from statement in File.ReadAllText(file).Split(';')
                    where Changes().IsMatch(statement) || statement.Contains("UPDATE staff_acts", StringComparison.OrdinalIgnoreCase) || statement.Contains("DELETE FROM staff_acts", StringComparison.OrdinalIgnoreCase)
                    select $"{Path.GetFileName(file)}: {statement.Trim()}");

    [Theory, EveryDatabase]
    public async Task Lines_go_after_the_days_of_the_setting_and_the_ledger_stays(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var staff = await forum.AdministratorAsync();
        await forum.SanctionAsync(await forum.MemberAsync("member"), SanctionKind.Mute);
        var start = forum.Clock.GetUtcNow().UtcDateTime;
        await LinesAsync(forum, staff, start.AddDays(-181), TrimLog.Batch + 10);
        await LinesAsync(forum, staff, start.AddDays(-179), 3);
        var job = forum.Service<TrimLog>();
        await job.RunAsync(default);
        Assert.Equal(TrimLog.Batch + 13, await CountAsync(forum));

        await forum.SetAsync("Staff.LogDays", "180");
        var ledger = await forum.Rows(d => d.LedgerEntries.CountAsync());
        await job.RunAsync(default);
        Assert.Equal(3, await CountAsync(forum));
        var trims = await forum.Rows(d => d.StaffActs.Where(a => a.Act == "log.trim" && a.ActorId == null).OrderBy(a => a.Id).Select(a => a.Details!).ToListAsync());
        Assert.Equal(2, trims.Count);
        Assert.Contains($"\"lines\":{TrimLog.Batch}", trims[0], StringComparison.Ordinal);
        Assert.Contains("\"lines\":10", trims[1], StringComparison.Ordinal);
        Assert.Equal(ledger, await forum.Rows(d => d.LedgerEntries.CountAsync()));

        await job.RunAsync(default);
        Assert.Equal(2, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "log.trim")));
        forum.Clock.Advance(TimeSpan.FromDays(2));
        await job.RunAsync(default);
        Assert.Equal(0, await CountAsync(forum));
    }

    [Theory]
    [InlineData("0", true), InlineData("180", true), InlineData("3650", true)]
    [InlineData("1", false), InlineData("179", false), InlineData("3651", false), InlineData("-1", false), InlineData("x", false)]
    public void Days_are_none_or_half_a_year_at_least(string typed, bool isTaken) => Assert.Equal(isTaken, SettingCatalog.TryWrite(new SiteSettings(), "Staff.LogDays", typed));

    private static Task LinesAsync(Forum forum, Viewer staff, DateTime at, int count) => forum.Rows(async d =>
    {
        d.StaffActs.AddRange(Enumerable.Range(0, count).Select(_ => new StaffAct { At = at, ActorId = staff.MemberId, ActorName = staff.Name, Act = "thread.close" }));
        return await d.SaveChangesAsync();
    });

    private static Task<int> CountAsync(Forum forum) => forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.close"));

    [GeneratedRegex(@"StaffActs\b[^;{}]*\.(ExecuteUpdate|ExecuteDelete|Remove|RemoveRange|Update|AsTracking)", RegexOptions.Singleline)]
    private static partial Regex Changes();
}
