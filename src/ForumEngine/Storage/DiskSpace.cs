namespace ForumEngine.Storage;

/// <summary>Bytes on the disk that holds a folder, there already or to be made; null where they can't be told.</summary>
public sealed record DiskSpace(long Free, long Size)
{
    public static DiskSpace? Of(string folder)
    {
        try
        {
            for (folder = Path.GetFullPath(folder); !Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above; folder = above)
            {
            }
            var drive = new DriveInfo(folder);
            return new DiskSpace(drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
