using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;
using ForumEngine.Permissions;

namespace ForumEngine.Backups;

/// <summary>Reads a backup without believing it: every part has a plain name, is named by the manifest and has its hash.</summary>
public static class ReadBackup
{
    private const int MostManifestBytes = 64 * 1024 * 1024;

    /// <summary>
    /// Reads the file once and changes nothing. Refuses <c>NoFile</c>, <c>NotABackup</c>, <c>NewerFormat</c> and <c>BackupBroken</c>
    /// with what is wrong. <paramref name="progress"/> tells megabytes read.
    /// </summary>
    public static async Task<Outcome<BackupManifest>> VerifyAsync(string file, IProgress<int>? progress, CancellationToken cancel)
    {
        if (!File.Exists(file)) return Refusal.Invalid("File", "NoFile");
        await using var input = OpenFile(file);
        try
        {
            await using var tar = new TarReader(input, leaveOpen: true);
            var head = await HeadAsync(tar, cancel);
            if (head is null) return Refusal.Invalid("File", "NotABackup");
            if (head.Format > BackupFormat.Number) return Refusal.Invalid("File", "NewerFormat", head.Version);
            return await new Verification(tar, input, head, progress).RunAsync(cancel);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or FormatException or JsonException)
        {
            return Refusal.Invalid("File", "BackupBroken", error.Message);
        }
    }

    /// <summary>What the first part says, unverified; null when it is no backup.</summary>
    public static async Task<BackupHead?> PeekAsync(string file, CancellationToken cancel)
    {
        try
        {
            await using var input = OpenFile(file);
            await using var tar = new TarReader(input, leaveOpen: true);
            return await HeadAsync(tar, cancel);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or FormatException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static FileStream OpenFile(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, useAsync: true);

    private static async Task<BackupHead?> HeadAsync(TarReader tar, CancellationToken cancel)
    {
        try
        {
            var first = await tar.GetNextEntryAsync(cancellationToken: cancel);
            if (first?.Name != BackupFormat.Head || first.DataStream is null || first.Length > 65536) return null;
            return await JsonSerializer.DeserializeAsync<BackupHead>(first.DataStream, BackupFormat.Json, cancel) is { Schema: not null, Version: not null } head ? head : null;
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or EndOfStreamException or FormatException)
        {
            return null;
        }
    }

    private sealed class Verification(TarReader tar, FileStream input, BackupHead head, IProgress<int>? progress)
    {
        private readonly Dictionary<string, List<string>> parts = [];
        private readonly IncrementalHash files = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] buffer = new byte[1 << 17];
        private int count;
        private long bytes;

        public async Task<Outcome<BackupManifest>> RunAsync(CancellationToken cancel)
        {
            while (await tar.GetNextEntryAsync(cancellationToken: cancel) is { } entry)
            {
                if (entry.EntryType is not TarEntryType.RegularFile) throw new InvalidDataException($"{entry.Name} is no file");
                if (entry.Name == BackupFormat.Manifest)
                    return await tar.GetNextEntryAsync(cancellationToken: cancel) is { } more ? throw new InvalidDataException($"{more.Name} stands after the end") : Compare(await ManifestAsync(entry, cancel));
                await TakeAsync(entry, cancel);
                progress?.Report((int)(input.Position >> 20));
            }
            throw new InvalidDataException("its end is missing");
        }

        private async Task TakeAsync(TarEntry entry, CancellationToken cancel)
        {
            var name = entry.Name;
            if (name.StartsWith(BackupFormat.Files, StringComparison.Ordinal))
            {
                if (BackupFormat.FileOf(name) is not { } file) throw new InvalidDataException($"{name} is no name of a file");
                BackupTar.Sum(files, file, entry.Length, await HashAsync(entry, cancel));
                count++;
                bytes += entry.Length;
            }
            else if (name.StartsWith(BackupFormat.Tables, StringComparison.Ordinal) && name.Split('/') is [_, var table, _] && BackupFormat.IsName(table))
            {
                if (!parts.TryGetValue(table, out var known)) parts.Add(table, known = []);
                if (name != BackupFormat.PartName(table, known.Count + 1)) throw new InvalidDataException($"{name} is out of order");
                known.Add(await HashAsync(entry, cancel));
            }
            else if (name == BackupFormat.Gone) BackupTar.Sum(files, name, entry.Length, await HashAsync(entry, cancel));
            else throw new InvalidDataException($"{name} doesn't belong there");
        }

        private async Task<string> HashAsync(TarEntry entry, CancellationToken cancel)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            long left = entry.Length;
            for (int read; entry.DataStream is { } data && (read = await data.ReadAsync(buffer, cancel)) > 0; left -= read) hash.AppendData(buffer, 0, read);
            return left == 0 ? Convert.ToHexStringLower(hash.GetCurrentHash()) : throw new EndOfStreamException($"{entry.Name} is cut off");
        }

        private static async Task<BackupManifest> ManifestAsync(TarEntry entry, CancellationToken cancel) => entry.DataStream is null || entry.Length > MostManifestBytes
            ? throw new InvalidDataException("its manifest can't be read")
            : await JsonSerializer.DeserializeAsync<BackupManifest>(entry.DataStream, BackupFormat.Json, cancel) is { Head: not null, Tables: not null, Files: not null } manifest ? manifest
            : throw new InvalidDataException("its manifest can't be read");

        private BackupManifest Compare(BackupManifest manifest)
        {
            if (manifest.Head != head) throw new InvalidDataException("its head and its manifest differ");
            if (manifest.Tables.Any(t => !BackupFormat.IsName(t.Name) || !t.Columns.All(c => BackupFormat.IsName(c.Name)))) throw new InvalidDataException("its manifest names what no table is called");
            var wrong = manifest.Tables.FirstOrDefault(t => !t.Parts.SequenceEqual(parts.GetValueOrDefault(t.Name) ?? []));
            if (wrong is not null) throw new InvalidDataException($"rows of {wrong.Name} are not what was written");
            var stray = parts.Keys.FirstOrDefault(p => manifest.Tables.All(t => t.Name != p));
            if (stray is not null) throw new InvalidDataException($"{stray} isn't in its manifest");
            if (manifest.Files != new FilesNote(count, bytes, Convert.ToHexStringLower(files.GetCurrentHash()))) throw new InvalidDataException("files are not what was written");
            return manifest;
        }
    }
}
