using ForumEngine.Backups;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Backups;

/// <summary>The backup of the day and the one that is ordered, beside the jobs.</summary>
public sealed class DailyBackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("forum-shelf-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<Forum> OpenAsync(Db db) => Forum.OpenAsync(db, services => services.AddSingleton(new BackupOptions(folder)));

    private static async Task RoundAsync(Forum forum)
    {
        await forum.RunJobsAsync();
        await forum.Services.GetServices<IJob>().OfType<RunBackups>().Single().RunAsync(default);
        await forum.Service<BackupRunner>().WaitAsync();
    }

    [Theory, EveryDatabase]
    public async Task One_is_made_each_day_from_its_hour_on_and_old_ones_go_but_never_the_newest(Db db)
    {
        await using var forum = await OpenAsync(db);
        // 16:00 in Shanghai.
        await forum.SetAsync("Backup.Hour", "4");
        await forum.SetAsync("Backup.KeepDays", "2");
        await RoundAsync(forum);
        Assert.Empty(forum.Service<BackupShelf>().All());

        await forum.SetAsync("Backup.Daily", "true");
        await RoundAsync(forum);
        await RoundAsync(forum);
        Assert.Equal("forum-20260504-080000.tar", Assert.Single(forum.Service<BackupShelf>().All()).Name);
        await File.WriteAllTextAsync(Path.Combine(folder, "forum-mine.tar"), "somebody's own");

        // 03:59, then 04:00 of the next day in Shanghai.
        forum.Clock.Advance(TimeSpan.FromMinutes(11 * 60 + 59));
        await RoundAsync(forum);
        Assert.Single(forum.Service<BackupShelf>().All());
        forum.Clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync(forum);
        Assert.Equal(2, forum.Service<BackupShelf>().All().Count);

        forum.Clock.Advance(TimeSpan.FromDays(30));
        await RoundAsync(forum);
        Assert.Single(forum.Service<BackupShelf>().All());
        Assert.True(File.Exists(Path.Combine(folder, "forum-mine.tar")));
        var page = await forum.Use<BackupsQuery, BackupsPage>(q => q.RunAsync(default));
        Assert.Equal([true, false, false], page.Lines.Select(l => l.IsHere));
        Assert.All(page.Lines, line => Assert.True(line is { Error: null, Bytes: > 0, Rows: > 0 }));
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_orders_one_and_it_is_in_the_log(Db db)
    {
        await using var forum = await OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        Assert.Null(await forum.Use<OrderBackup, Refusal?>(o => o.RunAsync(admin, default)));
        await RoundAsync(forum);
        var kept = Assert.Single(forum.Service<BackupShelf>().All());
        Assert.Null((await ReadBackup.VerifyAsync(Path.Combine(folder, kept.Name), null, default)).Refusal);
        Assert.Equal(["backup.order", "backup.made"], await forum.Rows(d => d.StaffActs.Where(a => a.Act.StartsWith("backup.")).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));
        Assert.Equal(RefusalKind.NotFound, (await forum.Use<OrderBackup, Refusal?>(async o => await o.RunAsync(await forum.ViewerAsync("member"), default)))?.Kind);
    }

    [Fact]
    public async Task One_that_fails_says_why_leaves_nothing_and_is_tried_again_after_an_hour()
    {
        await using var forum = await OpenAsync(Db.Sqlite);
        await forum.SetAsync("Backup.Daily", "true");
        // The folder for it can't be made.
        Directory.Delete(folder);
        await File.WriteAllTextAsync(folder, "a file in its place");
        await RoundAsync(forum);
        await RoundAsync(forum);
        Assert.Single(await forum.Rows(d => d.StaffActs.Where(a => a.Act == BackupRunner.Failed).ToListAsync()));
        File.Delete(folder);
        Directory.CreateDirectory(folder);
        await RoundAsync(forum);
        Assert.Empty(forum.Service<BackupShelf>().All());
        forum.Clock.Advance(TimeSpan.FromMinutes(61));
        await RoundAsync(forum);
        Assert.Single(forum.Service<BackupShelf>().All());
        var page = await forum.Use<BackupsQuery, BackupsPage>(q => q.RunAsync(default));
        Assert.Equal([false, true], page.Lines.Select(l => l.Error is not null));
    }

    [Fact]
    public async Task Founders_alone_take_and_delete_and_the_name_is_typed()
    {
        await using var forum = await OpenAsync(Db.Sqlite);
        var founder = await forum.ViewerAsync(await forum.Rows(d => d.Members.SingleAsync(m => m.UserName == Template.Founder)));
        var admin = await forum.AdministratorAsync();
        forum.Service<BackupRunner>().Order("");
        await RoundAsync(forum);
        var name = forum.Service<BackupShelf>().All().Single().Name;
        Assert.Equal("FoundersOnly", (await forum.Use<TakeBackup, Outcome<string>>(t => t.RunAsync(admin, name, default))).Refusal?.Code);
        Assert.Equal("FoundersOnly", (await forum.Use<TakeBackup, Refusal?>(t => t.DeleteAsync(admin, name, default)))?.Code);
        foreach (var other in (string[])["../forum.db", "forum-20260504-080000.tar/../x", "", "forum-20260504-080000.TAR", name + "\n"])
            Assert.Equal(RefusalKind.NotFound, (await forum.Use<TakeBackup, Outcome<string>>(t => t.RunAsync(founder, other, default))).Refusal?.Kind);
        Assert.Equal(Path.Combine(folder, name), (await forum.Use<TakeBackup, Outcome<string>>(t => t.RunAsync(founder, name, default))).Value);
        Assert.Equal("NoSuchBackup", (await forum.Use<TakeBackup, Refusal?>(t => t.DeleteAsync(founder, "forum", default)))?.Code);
        Assert.Null(await forum.Use<TakeBackup, Refusal?>(t => t.DeleteAsync(founder, $" {name} ", default)));
        Assert.Empty(forum.Service<BackupShelf>().All());
    }

    [Theory]
    [InlineData("2026-03-29 00:30", 2, "2026-03-28 01:00")]
    [InlineData("2026-03-29 01:00", 2, "2026-03-29 01:00")]
    [InlineData("2026-10-25 03:00", 2, "2026-10-25 01:00")]
    [InlineData("2026-05-04 08:00", 23, "2026-05-03 21:00")]
    public void An_hour_that_a_change_of_clocks_leaves_out_begins_with_the_next(string now, int hour, string began)
    {
        static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
        Assert.Equal(Utc(began), RunBackups.LastHour(Utc(now), hour, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));
    }
}
