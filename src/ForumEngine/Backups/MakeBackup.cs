using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Backups;

/// <summary>How large a backup will be, for progress: rows and files.</summary>
public sealed record BackupSize(long Rows, int Files)
{
    public int Steps => (int)Math.Min(int.MaxValue, Rows + Files);
}

/// <summary>Writes the whole site into one file (docs/backup.md), while it runs; verified, then given its name.</summary>
public sealed class MakeBackup(IDbContextFactory<ForumDb> dbs, SchemaState schema, FileStore store, TimeProvider clock)
{
    /// <summary>A file that vanished before it was read has lost its row since: then the database's moment is taken anew.</summary>
    private const int Tries = 3;

    public async Task<BackupSize> MeasureAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        if (!await schema.IsCurrentAsync(cancel)) return new BackupSize(0, 0);
        await using var view = await FrozenView.OpenAsync(db, cancel);
        long rows = 0;
        foreach (var table in TableShape.All(db))
            rows += Convert.ToInt64(await view.OneAsync($"SELECT COUNT(*) FROM {view.Quote(table.Name)}", cancel), System.Globalization.CultureInfo.InvariantCulture);
        return new BackupSize(rows, store.All().Count());
    }

    /// <summary>
    /// Refuses <c>FileExists</c>, <c>OldSchema</c>, <c>NotSetUp</c>, or what <see cref="ReadBackup"/> finds wrong in what was written.
    /// <paramref name="progress"/> tells rows and files written. An error leaves no file behind.
    /// </summary>
    public async Task<Outcome<BackupManifest>> RunAsync(string file, IProgress<int>? progress, CancellationToken cancel)
    {
        if (File.Exists(file)) return Refusal.Invalid("File", "FileExists");
        if (!await schema.IsCurrentAsync(cancel)) return new Refusal(RefusalKind.Conflict, "OldSchema");
        var unfinished = file + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        try
        {
            var written = await WriteAsync(unfinished, progress, cancel);
            if (written.Refusal is not null) return written;
            var verified = await ReadBackup.VerifyAsync(unfinished, null, cancel);
            if (verified.Refusal is null) File.Move(unfinished, file);
            return verified;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private async Task<Outcome<BackupManifest>> WriteAsync(string unfinished, IProgress<int>? progress, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var settings = await SettingsSource.LoadAsync(db, cancel);
        if (!settings.Site.IsSetUp) return new Refusal(RefusalKind.Conflict, "NotSetUp");
        var head = new BackupHead(BackupFormat.Number, EngineVersion.Text, SchemaNames.Newest(db), clock.Now(), settings.Site.Name);
        await using var output = new FileStream(unfinished, Private());
        BackupManifest manifest;
        await using (var tar = new BackupTar(output, head.MadeAt))
        {
            await tar.AddJsonAsync(BackupFormat.Head, head, cancel);
            using var files = new FileDump(tar, store, unfinished + ".names");
            var done = 0;
            void Tell(int steps) => progress?.Report(done += steps);
            await files.AddNewAsync(Tell, cancel);
            await files.NoteGoneAsync(cancel);
            var (view, missing) = await FreezeAsync(db, files, Tell, cancel);
            await using (view)
            {
                using var dump = new TableDump(tar, view);
                var next = await view.NextIdsAsync(cancel);
                List<TableNote> tables = [];
                foreach (var table in TableShape.All(db))
                    tables.Add(await dump.WriteAsync(table, next.TryGetValue(table.Name, out var id) ? id : null, Tell, cancel));
                manifest = new BackupManifest(head, tables, tar.Files, missing);
            }
            await tar.AddJsonAsync(BackupFormat.Manifest, manifest, cancel);
        }
        output.Flush(flushToDisk: true);
        return manifest;
    }

    /// <summary>The database's moment, with the files that its rows name in the backup; and how many of these are nowhere.</summary>
    private static async Task<(FrozenView View, long Missing)> FreezeAsync(ForumDb db, FileDump files, Action<int> tell, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var view = await FrozenView.OpenAsync(db, cancel);
            try
            {
                await files.AddNewAsync(tell, cancel);
                long missing = 0;
                await using (var names = await view.ReadAsync($"SELECT {view.Quote("StoredAs")} FROM attachments", cancel))
                    while (await names.ReadAsync(cancel))
                        if (!files.Has(names.GetString(0))) missing++;
                if (missing == 0 || tries == Tries) return (view, missing);
                await view.DisposeAsync();
            }
            catch
            {
                await view.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Nobody but the forum's own account may read it: it holds addresses and hashes of passwords.</summary>
    internal static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 1 << 16, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
