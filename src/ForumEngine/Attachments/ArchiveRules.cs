using System.IO.Compression;
using ForumEngine.Permissions;

namespace ForumEngine.Attachments;

/// <summary>
/// A look at a ZIP's list of contents, for those who will unpack it: nothing is unpacked here. Links in it, which reach out of
/// the folder it is unpacked to, and lists without end are refused.
/// </summary>
public static class ArchiveRules
{
    private const int MostEntries = 10_000;
    private const int UnixKind = 0xF000, UnixLink = 0xA000;

    public static Refusal? WhyNotZip(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (CountOf(file) > MostEntries) return Refusal.Invalid("File", "ArchiveTooMany", MostEntries);
            file.Position = 0;
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            return archive.Entries.Any(e => ((e.ExternalAttributes >> 16) & UnixKind) == UnixLink) ? Refusal.Invalid("File", "ArchiveLinks") : null;
        }
        catch (InvalidDataException)
        {
            return Refusal.Invalid("File", "ArchiveBroken");
        }
    }

    /// <summary>As the end record says, which is read before the list itself is; 65,535 stands for more.</summary>
    private static int CountOf(FileStream file)
    {
        var tail = new byte[Math.Min(file.Length, 22 + ushort.MaxValue)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        return at < 0 || at + 12 > tail.Length ? 0 : BitConverter.ToUInt16(tail, at + 10);
    }
}
