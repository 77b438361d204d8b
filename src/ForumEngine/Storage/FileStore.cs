using System.Security.Cryptography;

namespace ForumEngine.Storage;

/// <summary>Where files are kept on disk; absolute.</summary>
public sealed record FileStoreOptions(string Directory);

/// <summary>
/// Files of members on disk under names of our own. A file is first written to "tmp" and moved to its place at the end; what
/// is left in "tmp" by a crash names what may lie about without a row (<see cref="Leftovers"/>).
/// </summary>
public sealed class FileStore(FileStoreOptions options)
{
    private const int NameBytes = 16;
    private string Temporary => Path.Combine(options.Directory, "tmp");

    /// <summary>A name nobody can guess, in two levels of folders: "ab/cd/abcd…".</summary>
    public static string NewName()
    {
        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
        return $"{name[..2]}/{name[2..4]}/{name}";
    }

    /// <summary>Where the file lies; <paramref name="variant"/> is a form of it, such as "thumb".</summary>
    public string PathOf(string name, string? variant = null) => Path.Combine(options.Directory, variant is null ? name : $"{name}.{variant}");

    /// <summary>Where it lies while it is made.</summary>
    public string StagedPath(string name, string? variant = null) => Path.Combine(Temporary, variant is null ? Path.GetFileName(name) : $"{Path.GetFileName(name)}.{variant}");

    /// <summary>Writes what comes in to its temporary place. Null: it was longer than <paramref name="most"/> bytes.</summary>
    public async Task<long?> StageAsync(string name, string variant, Stream content, long most, CancellationToken cancel)
    {
        Directory.CreateDirectory(Temporary);
        await using var file = new FileStream(StagedPath(name, variant), FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true);
        var buffer = new byte[81920];
        long written = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            written += read;
            if (written > most) return null;
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
        return written;
    }

    /// <summary>Moves what was made to its place; what wasn't made is passed over.</summary>
    public void Keep(string name, params string?[] variants)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        foreach (var variant in variants)
            if (File.Exists(StagedPath(name, variant))) File.Move(StagedPath(name, variant), PathOf(name, variant), overwrite: true);
    }

    /// <summary>Every file at its place, forms included, under its name below the store; for backups.</summary>
    public IEnumerable<string> All() => !Directory.Exists(options.Directory) ? [] :
        Directory.EnumerateFiles(options.Directory, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(options.Directory, f).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(n => !n.StartsWith("tmp/", StringComparison.Ordinal));

    /// <summary>Puts a file of a backup under the name it had; what lies there goes.</summary>
    public async Task PutAsync(string name, Stream content, CancellationToken cancel)
    {
        var staged = StagedPath(NewName());
        Directory.CreateDirectory(Temporary);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        await using (var file = new FileStream(staged, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true)) await content.CopyToAsync(file, cancel);
        File.Move(staged, PathOf(name), overwrite: true);
    }

    /// <summary>Another variant's name for a form of it; nothing where that isn't there.</summary>
    public void Rename(string name, string from, string to)
    {
        if (File.Exists(PathOf(name, from))) File.Move(PathOf(name, from), PathOf(name, to), overwrite: true);
    }

    /// <summary>Remembers a file that is about to lose its row, in case a crash comes between that and <see cref="Delete"/>.</summary>
    public void MarkGone(string name)
    {
        Directory.CreateDirectory(Temporary);
        File.WriteAllBytes(StagedPath(name, "gone"), []);
    }

    /// <summary>All forms of it, wherever they are; what isn't there is no error.</summary>
    public void Delete(string name)
    {
        DeleteMatching(Path.GetDirectoryName(PathOf(name))!, name);
        Forget(name);
    }

    /// <summary>What is left in the temporary folder; last of all, once the row stands or is gone.</summary>
    public void Forget(string name) => DeleteMatching(Temporary, name);

    /// <summary>Names of which something has lain in the temporary folder since before that moment.</summary>
    public IReadOnlyList<string> Leftovers(DateTime before) => !Directory.Exists(Temporary) ? [] :
    [
        .. Directory.EnumerateFiles(Temporary).Where(f => File.GetLastWriteTimeUtc(f) < before)
            .Select(f => Path.GetFileName(f).Split('.')[0]).Where(n => n.Length > 4).Distinct()
            .Select(n => $"{n[..2]}/{n[2..4]}/{n}"),
    ];

    private static void DeleteMatching(string folder, string name)
    {
        if (!Directory.Exists(folder)) return;
        var plain = Path.Combine(folder, Path.GetFileName(name));
        File.Delete(plain);
        foreach (var file in Directory.EnumerateFiles(folder, Path.GetFileName(name) + ".*")) File.Delete(file);
    }
}
