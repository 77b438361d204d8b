using ForumEngine.Attachments;
using ForumEngine.Permissions;
using ForumEngine.Pictures;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Avatars;

/// <summary>Makes a member's avatar of an uploaded picture: a square of it, in three sizes. The refusal's field is "File".</summary>
public sealed class SetAvatar(ForumDb db, FileStore store, PictureDesk pictures, Viewers viewers)
{
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>A smaller one would be a blur.</summary>
    public const int SmallestSide = 48;

    private const string Field = "File", Raw = "raw";
    private static readonly DateTime Epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public async Task<Refusal?> RunAsync(Viewer who, Stream? content, Square square, CancellationToken cancel)
    {
        if (who.MemberId is not { } member) return Refusal.SignInFirst;
        if (who.WritingBarredBy([]) is { } sanction) return sanction.Refusal(who.Zone);
        if (content is null) return Refusal.Invalid(Field, "PictureMissing");
        var staged = FileStore.NewName();
        try
        {
            var bytes = await store.StageAsync(staged, Raw, content, MaxBytes, cancel);
            if (bytes is null) return Refusal.Invalid(Field, "FileTooBig", FileSize.Say(MaxBytes));
            if (bytes == 0) return Refusal.Invalid(Field, "PictureMissing");
            return await MakeAsync(who, member, store.StagedPath(staged, Raw), square, cancel);
        }
        finally
        {
            store.Forget(staged);
        }
    }

    private async Task<Refusal?> MakeAsync(Viewer who, int member, string raw, Square square, CancellationToken cancel)
    {
        if (PictureKinds.Of(HeadOf(raw)) is not { } kind) return Refusal.Invalid(Field, "NoPicture");
        var read = PictureReader.Examine(raw, kind, PictureLimits.Usual, Field);
        if (read.Refusal is not null) return read.Refusal;
        if (Math.Min(read.Value.Width, read.Value.Height) < SmallestSide) return Refusal.Invalid(Field, "AvatarTooSmall", SmallestSide);

        var before = await db.Members.Where(m => m.Id == member).Select(m => m.AvatarVersion).SingleAsync(cancel);
        // Never a number that was used before: addresses with it are cached for ever.
        var version = Math.Max(before + 1, (int)(who.Now - Epoch).TotalSeconds);
        var name = AvatarFiles.Name(member, version);
        var targets = AvatarFiles.Sizes.ToDictionary(s => s, s => store.StagedPath(name, AvatarFiles.Variant(s)));
        if (await pictures.SquaresAsync(raw, read.Value, square, targets, Field, cancel) is { } broken) return broken;
        store.Keep(name, [.. AvatarFiles.Sizes.Select(AvatarFiles.Variant)]);
        await db.Members.Where(m => m.Id == member).ExecuteUpdateAsync(m => m.SetProperty(x => x.AvatarVersion, version), cancel);
        viewers.Forget(member);
        if (before > 0) store.Delete(AvatarFiles.Name(member, before));
        return null;
    }

    private static byte[] HeadOf(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[PictureKinds.HeadLength];
        return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }
}
