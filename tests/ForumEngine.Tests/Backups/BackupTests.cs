using ForumEngine.Accounts;
using ForumEngine.Backups;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Backups;

/// <summary>From each kind of database to another, with everything there is.</summary>
public sealed class BackupTests
{
    [Theory]
    [InlineData(Db.Sqlite, Db.MariaDb)]
    [InlineData(Db.MariaDb, Db.MySql)]
    [InlineData(Db.MySql, Db.Sqlite)]
    [InlineData(Db.Sqlite, Db.Sqlite)]
    public async Task A_site_comes_back_whole_on_another_database(Db from, Db to)
    {
        await using var forum = await Backups.FilledAsync(from);
        using var file = new BackupFile();
        var before = await forum.ContentAsync();
        var made = await forum.BackUpAsync(file.Path);
        Assert.Null(made.Refusal);
        Assert.Equal(0, made.Value.Missing);
        Assert.True(made.Value.Files.Count >= 6, $"{made.Value.Files.Count} files");
        Assert.Equal(["site.tar"], file.Beside);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.Path));

        await using var target = await EmptyForum.OpenAsync(to, forum.Clock.GetUtcNow());
        var restored = await target.RestoreAsync(file.Path);
        Assert.Null(restored.Refusal);
        Assert.True(restored.Value.Holds, string.Join('\n', restored.Value.BrokenReferences.Concat(restored.Value.Check.Findings.Where(f => !f.Holds).SelectMany(f => f.Examples))));

        var after = await target.ContentAsync();
        Assert.Equal(1, after["staff_acts"].RemoveAll(row => row.Contains(RestoreBackup.Act)));
        Backups.Same(before, after);
        Assert.Equal(Backups.FilesOf(forum.Files), Backups.FilesOf(target.Files));
        await GoesOnAsync(forum, target);
    }

    /// <summary>Members sign in with their passwords, and what is new gets numbers that nothing had before.</summary>
    private static async Task GoesOnAsync(Forum forum, EmptyForum target)
    {
        var signedIn = await target.Use<SignIn, Outcome<Member>>(async s => await s.RunAsync(await target.GuestAsync(), Template.Founder, Template.Password, default));
        Assert.Null(signedIn.Refusal);
        var newest = await forum.Rows(d => d.Members.MaxAsync(m => m.Id));
        Assert.True((await target.MemberAsync("later")).Id > newest);
        Assert.True(await target.Service<IdSource>().NextPostIdAsync(default) > await forum.Rows(d => d.Posts.MaxAsync(p => p.Id)));
    }

    [Theory, EveryDatabase]
    public async Task Numbers_of_what_was_deleted_are_not_given_out_again(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var last = (await forum.MemberAsync("gone")).Id;
        await forum.Rows(d => d.Members.Where(m => m.Id == last).ExecuteDeleteAsync());
        using var file = new BackupFile();
        Assert.Null((await forum.BackUpAsync(file.Path)).Refusal);
        await using var target = await EmptyForum.OpenAsync(db, forum.Clock.GetUtcNow());
        Assert.Null(await target.LoadAsync(file.Path));
        Assert.True((await target.MemberAsync("new")).Id > last);
    }

    [Theory]
    [InlineData(Db.Sqlite, Db.MySql)]
    [InlineData(Db.MySql, Db.MariaDb)]
    [InlineData(Db.MariaDb, Db.Sqlite)]
    public async Task Every_table_of_the_model_keeps_every_value(Db from, Db to)
    {
        await using var forum = await Forum.OpenAsync(from);
        await forum.FillEveryTableAsync();
        using var file = new BackupFile();
        Assert.Null((await forum.BackUpAsync(file.Path)).Refusal);
        var before = await forum.ContentAsync();
        Assert.All(before, table => Assert.NotEmpty(table.Value));
        await using var target = await EmptyForum.OpenAsync(to, forum.Clock.GetUtcNow());
        Assert.Null(await target.LoadAsync(file.Path));
        var after = await target.ContentAsync();
        // What is made up leads nowhere, so that its sanctions are taken into the ledger anew.
        Backups.Same(before, after, "sanction_ledger", "sequences");
        Expect.None(before["sanction_ledger"].Except(after["sanction_ledger"]));
    }

    [Theory, EveryDatabase]
    public async Task A_database_that_is_migrated_but_empty_will_do(Db db)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        using var file = new BackupFile();
        Assert.Null((await forum.BackUpAsync(file.Path)).Refusal);
        await using var target = await EmptyForum.OpenAsync(db, forum.Clock.GetUtcNow());
        await target.Service<SchemaState>().MigrateAsync(default);
        Assert.Null((await target.RestoreAsync(file.Path)).Refusal);
        Assert.True(await target.Rows(d => d.Members.AnyAsync(m => m.UserName == Template.Founder)));
    }

    [Theory, EveryDatabase]
    public async Task A_database_that_holds_something_is_left_alone(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        using var file = new BackupFile();
        Assert.Null((await forum.BackUpAsync(file.Path)).Refusal);
        var before = await forum.ContentAsync();
        var refusal = (await forum.RestoreAsync(file.Path)).Refusal;
        Assert.Equal("NotEmpty", refusal?.Code);
        Backups.Same(before, await forum.ContentAsync());

        await using var other = await EmptyForum.OpenAsync(db, forum.Clock.GetUtcNow());
        await other.Rows(d => d.Database.ExecuteSqlRawAsync("CREATE TABLE wordpress (id INT)"));
        Assert.Equal("ForeignTable", (await other.RestoreAsync(file.Path)).Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task A_backup_made_while_members_write_is_of_one_moment(Db db)
    {
        await using var forum = await Backups.FilledAsync(db);
        using var file = new BackupFile();
        var board = await forum.BoardAsync("Busy");
        var writer = await forum.ViewerAsync("busy writer");
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("starter"));
        await forum.CountAsync();
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            for (var written = 0; !stop.IsCancellationRequested; begun.TrySetResult())
            {
                Assert.Null((await forum.ReplyAsync(writer, thread, $"Answer {written++}")).Refusal);
                await forum.RunJobsAsync();
            }
        });
        await Task.WhenAny(begun.Task, writing);
        Outcome<BackupManifest> made;
        try
        {
            made = await forum.BackUpAsync(file.Path);
        }
        finally
        {
            await stop.CancelAsync();
        }
        Assert.Null(made.Refusal);
        await writing;
        await using var target = await EmptyForum.OpenAsync(db, forum.Clock.GetUtcNow());
        var restored = await target.RestoreAsync(file.Path);
        Assert.True(restored.Value.Holds, string.Join('\n', restored.Value.Check.Findings.Where(f => !f.Holds).SelectMany(f => f.Examples)));
    }

    [Theory, EveryDatabase]
    public async Task A_restore_that_was_killed_can_be_started_again_but_not_beside_one_at_work(Db db)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        using var file = new BackupFile();
        Assert.Null((await forum.BackUpAsync(file.Path)).Refusal);
        await using var target = await EmptyForum.OpenAsync(db, forum.Clock.GetUtcNow());
        await target.Service<SchemaState>().MigrateAsync(default);
        await target.Rows(async d =>
        {
            d.Settings.Add(new ForumEngine.Settings.Setting { Key = "Site.Name", Value = "half" });
            d.Leases.Add(new Lease { Name = "restore", Holder = "killed", ExpiresAt = target.Now.AddMinutes(1) });
            return await d.SaveChangesAsync();
        });
        Assert.Equal("RestoreAtWork", (await target.RestoreAsync(file.Path)).Refusal?.Code);
        await target.Rows(d => d.Leases.ExecuteUpdateAsync(l => l.SetProperty(x => x.ExpiresAt, target.Now.AddMinutes(-1))));
        Assert.Null((await target.RestoreAsync(file.Path)).Refusal);
        Assert.False(await target.Rows(d => d.Leases.AnyAsync(l => l.Name == "restore")));
    }
}
