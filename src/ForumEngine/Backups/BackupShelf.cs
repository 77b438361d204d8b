using System.Globalization;
using System.Text.RegularExpressions;
using ForumEngine.Storage;

namespace ForumEngine.Backups;

/// <summary>Where the site's own backups lie; absolute.</summary>
public sealed record BackupOptions(string Directory);

/// <summary>A backup that is there. <paramref name="Bytes"/> as the disk says.</summary>
public sealed record KeptBackup(string Name, DateTime MadeAt, long Bytes);

/// <summary>The folder of the backups that the site makes itself. Other files in it are nobody's business and stay.</summary>
public sealed partial class BackupShelf(BackupOptions options)
{
    private const string Stamp = "yyyyMMdd-HHmmss";

    /// <summary>Named after the moment in UTC.</summary>
    public string PathFor(DateTime now) => Path.Combine(options.Directory, $"forum-{now.ToString(Stamp, CultureInfo.InvariantCulture)}.tar");

    /// <summary>The newest first.</summary>
    public IReadOnlyList<KeptBackup> All() => !Directory.Exists(options.Directory) ? [] :
    [
        .. new DirectoryInfo(options.Directory).EnumerateFiles("forum-*.tar").Where(f => Ours().IsMatch(f.Name))
            .Select(f => new KeptBackup(f.Name, MadeAt(f.Name), f.Length)).OrderByDescending(b => b.Name, StringComparer.Ordinal),
    ];

    /// <summary>Null for a name that none of ours has.</summary>
    public string? Find(string? name) => name is not null && Ours().IsMatch(name) && Path.Combine(options.Directory, name) is var path && File.Exists(path) ? path : null;

    public long? FreeBytes() => DiskSpace.Of(options.Directory)?.Free;

    /// <summary>Deletes what is older than so many days, but never the newest; the names of those that went.</summary>
    public IReadOnlyList<string> Prune(int days, DateTime now)
    {
        var old = All().Skip(1).Where(b => b.MadeAt < now.AddDays(-days)).Select(b => b.Name).ToList();
        foreach (var name in old) File.Delete(Path.Combine(options.Directory, name));
        return old;
    }

    private static DateTime MadeAt(string name) =>
        DateTime.TryParseExact(name[6..^4], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : DateTime.MinValue;

    [GeneratedRegex(@"\Aforum-[0-9]{8}-[0-9]{6}\.tar\z", RegexOptions.None, 200)]
    private static partial Regex Ours();
}
