using System.Formats.Tar;
using System.Text.Json;
using ForumEngine.Checks;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Backups;

/// <summary>What was restored, and what `forum check` says of it; references that lead nowhere are the database's own word.</summary>
public sealed record Restored(BackupManifest Manifest, IReadOnlyList<string> BrokenReferences, CheckReport Check)
{
    public bool Holds => BrokenReferences.Count == 0 && Check.Holds;
}

/// <summary>
/// Makes the site of a backup in an empty database, of whichever kind: at the backup's schema, then brought to this version's.
/// An error leaves the database as empty as it was.
/// </summary>
public sealed class RestoreBackup(
    IDbContextFactory<ForumDb> dbs, SchemaState schema, FileStore store, CheckForum check, Versions versions, TimeProvider clock)
{
    public const string Act = "site.restore";

    /// <summary>
    /// First <see cref="ReadBackup.VerifyAsync"/>; this takes its answer. Refuses <c>NewerSchema</c> and what
    /// <see cref="TargetDatabase.WhyNotAsync"/> does. <paramref name="progress"/> tells rows and files.
    /// </summary>
    public async Task<Outcome<Restored>> RunAsync(string file, BackupManifest manifest, IProgress<int>? progress, CancellationToken cancel)
    {
        if (await LoadAsync(file, manifest, progress, cancel) is { } refusal) return refusal;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var broken = await new TargetDatabase(db, clock).BrokenReferencesAsync(cancel);
        var report = await check.RunAsync(repair: false, cancel);
        db.Log(Viewers.ForSystem("forum restore", clock.Now()), Act, details: JsonSerializer.Serialize(new
        {
            file = Path.GetFileName(file),
            madeAt = manifest.Head.MadeAt,
            rows = manifest.Rows,
            files = manifest.Files.Count,
        }));
        await db.SaveChangesAsync(cancel);
        return new Restored(manifest, broken, report);
    }

    /// <summary>Rows, then files; null when all is there.</summary>
    public async Task<Refusal?> LoadAsync(string file, BackupManifest manifest, IProgress<int>? progress, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var target = new TargetDatabase(db, clock);
        if (SchemaNames.Find(db, manifest.Head.Schema) is not { } migration) return Refusal.Invalid("File", "NewerSchema", manifest.Head.Version, manifest.Head.Schema);
        if (await target.WhyNotAsync(cancel) is { } refusal) return refusal;
        var wasMigrated = await db.Database.CanConnectAsync(cancel) && (await db.Database.GetAppliedMigrationsAsync(cancel)).Any();
        try
        {
            await LoadAsync(target, file, manifest, migration, progress, cancel);
        }
        catch
        {
            await target.CloseAsync();
            await target.DropAllAsync(CancellationToken.None);
            if (wasMigrated) await schema.MigrateAsync(CancellationToken.None);
            throw;
        }
        versions.Forget();
        return null;
    }

    private async Task LoadAsync(TargetDatabase target, string file, BackupManifest manifest, string migration, IProgress<int>? progress, CancellationToken cancel)
    {
        var done = 0;
        await target.PrepareAsync(migration, schema, cancel);
        var load = new TableLoad(target, manifest, rows => progress?.Report(done += rows));
        HashSet<string> gone = [];
        await EachAsync(file, async entry =>
        {
            if (entry.Name == BackupFormat.Gone && entry.DataStream is { } names)
            {
                using var reader = new StreamReader(names);
                gone = [.. (await reader.ReadToEndAsync(cancel)).Split('\n')];
            }
            else if (entry.Name.StartsWith(BackupFormat.Tables, StringComparison.Ordinal)) await load.TakeAsync(entry, cancel);
        }, cancel);
        if (load.Incomplete() is { } table) throw new InvalidDataException($"Not all rows of {table} are in the file.");
        foreach (var one in manifest.Tables) await target.GoOnAboveAsync(one, cancel);
        await target.CloseAsync();
        await EachAsync(file, async entry =>
        {
            if (!entry.Name.StartsWith(BackupFormat.Files, StringComparison.Ordinal)) return;
            var name = BackupFormat.FileOf(entry.Name) ?? throw new InvalidDataException($"{entry.Name} is no name of a file");
            if (!gone.Contains(name)) await store.PutAsync(name, entry.DataStream ?? Stream.Null, cancel);
            progress?.Report(++done);
        }, cancel);
        await schema.MigrateAsync(cancel);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        await db.Leases.Where(l => l.Name == TargetDatabase.Lease).ExecuteDeleteAsync(cancel);
    }

    private static async Task EachAsync(string file, Func<TarEntry, Task> take, CancellationToken cancel)
    {
        await using var input = ReadBackup.OpenFile(file);
        await using var tar = new TarReader(input);
        while (await tar.GetNextEntryAsync(cancellationToken: cancel) is { } entry) await take(entry);
    }
}
