using ForumEngine.Permissions;
using ForumEngine.Pictures;
using ForumEngine.Storage;

namespace ForumEngine.Attachments;

/// <summary>Makes what is stored of an upload: a cleaned picture with its smaller forms, or the file as it came.</summary>
public sealed class StageFile(FileStore store, PictureDesk pictures)
{
    public const string Large = "large", Thumb = "thumb";

    /// <summary>Larger pictures have a form of this size for the lightbox, in pixels.</summary>
    public const int LargeSide = 1600;

    /// <summary>Larger pictures have a form that fits in this box (features.md A3: 400×300).</summary>
    public const int ThumbWidth = 400, ThumbHeight = 300;

    private const string Raw = "raw";

    /// <summary>In the temporary folder, where a refusal leaves nothing.</summary>
    public async Task<Outcome<Attachment>> RunAsync(Stream content, string name, long most, CancellationToken cancel)
    {
        var file = new Attachment { Name = name, StoredAs = FileStore.NewName(), MediaType = "application/octet-stream" };
        var isStaged = false;
        try
        {
            var bytes = await store.StageAsync(file.StoredAs, Raw, content, most, cancel);
            if (bytes is null) return Refusal.Invalid("File", "FileTooBig", FileSize.Say(most));
            if (bytes == 0) return Refusal.Invalid("File", "FileEmpty");
            var wrong = PictureKinds.OfExtension(FileName.ExtensionOf(name)) is not null ? await PictureAsync(file, cancel) : Plain(file, bytes.Value);
            isStaged = wrong is null;
            return wrong is null ? file : wrong;
        }
        finally
        {
            if (!isStaged) store.Forget(file.StoredAs);
        }
    }

    private Refusal? Plain(Attachment file, long bytes)
    {
        var raw = store.StagedPath(file.StoredAs, Raw);
        if (FileName.ExtensionOf(file.Name) == "zip" && ArchiveRules.WhyNotZip(raw) is { } hostile) return hostile;
        file.Bytes = bytes;
        File.Move(raw, store.StagedPath(file.StoredAs));
        // Stands for the file while it has no row yet.
        File.WriteAllBytes(raw, []);
        return null;
    }

    private async Task<Refusal?> PictureAsync(Attachment file, CancellationToken cancel)
    {
        var raw = store.StagedPath(file.StoredAs, Raw);
        if (PictureKinds.Of(HeadOf(raw)) is not { } kind) return Refusal.Invalid("File", "NoPicture");
        var read = PictureReader.Examine(raw, kind, PictureLimits.Usual, "File");
        if (read.Refusal is not null) return read.Refusal;
        var (facts, clean) = (read.Value, store.StagedPath(file.StoredAs));
        if (await pictures.CleanAsync(raw, facts, clean, "File", cancel) is { } broken) return broken;
        (file.IsImage, file.MediaType, file.Bytes) = (true, kind.MediaType(), new FileInfo(clean).Length);
        (file.Width, file.Height) = (facts.Width, facts.Height);
        if (PictureKinds.OfExtension(FileName.ExtensionOf(file.Name)) != kind) file.Name = FileName.WithExtension(file.Name, kind.Extension());
        if (HasLarge(file) && await pictures.ShrinkAsync(clean, store.StagedPath(file.StoredAs, Large), LargeSide, LargeSide, "File", cancel) is { } large) return large;
        return HasThumb(file)
            ? await pictures.ShrinkAsync(HasLarge(file) ? store.StagedPath(file.StoredAs, Large) : clean, store.StagedPath(file.StoredAs, Thumb), ThumbWidth, ThumbHeight, "File", cancel)
            : null;
    }

    /// <summary>Smaller ones, and what moves, are shown as they are.</summary>
    public static bool HasLarge(Attachment file) => file.IsImage && file.MediaType != "image/gif" && Math.Max(file.Width, file.Height) > LargeSide;

    public static bool HasThumb(Attachment file) => file.IsImage && (file.Width > ThumbWidth || file.Height > ThumbHeight);

    private static byte[] HeadOf(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[PictureKinds.HeadLength];
        return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }
}
