using System.Security.Cryptography;
using System.Text;
using ForumEngine.Storage;

namespace ForumEngine.Backups;

/// <summary>
/// Puts the store's files into the backup. They are read before the database's moment, since they take the longest; what came
/// meanwhile is added after it, and what went meanwhile is noted, so that nothing comes back that was deleted.
/// </summary>
internal sealed class FileDump(BackupTar tar, FileStore store, string list) : IDisposable
{
    /// <summary>Names as numbers, so that a million of them are some megabytes.</summary>
    private readonly HashSet<ulong> taken = [];

    /// <summary>Every file that isn't in the backup yet.</summary>
    public async Task AddNewAsync(Action<int> written, CancellationToken cancel)
    {
        await using var names = new StreamWriter(list, append: true);
        foreach (var name in store.All())
        {
            cancel.ThrowIfCancellationRequested();
            // No part of the forum gives such a name; a restore would refuse it.
            if (BackupFormat.FileOf(BackupFormat.Files + name) is null || taken.Contains(NumberOf(name))) continue;
            await using var file = Open(name);
            if (file is null) continue;
            await tar.AddFileAsync(name, file, cancel);
            taken.Add(NumberOf(name));
            await names.WriteLineAsync(name.AsMemory(), cancel);
            written(1);
        }
    }

    /// <summary>Notes which of those that were taken are no longer there. Rows go before their files, so none of these has one.</summary>
    public async Task NoteGoneAsync(CancellationToken cancel)
    {
        using var gone = new MemoryStream();
        await foreach (var name in File.ReadLinesAsync(list, cancel))
            if (!File.Exists(store.PathOf(name))) gone.Write(Encoding.UTF8.GetBytes(name + "\n"));
        gone.Position = 0;
        await tar.AddGoneAsync(gone, cancel);
    }

    public bool Has(string name) => taken.Contains(NumberOf(name));

    private FileStream? Open(string name)
    {
        try
        {
            return new FileStream(store.PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 81920, useAsync: true);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static ulong NumberOf(string name) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    public void Dispose() => File.Delete(list);
}
