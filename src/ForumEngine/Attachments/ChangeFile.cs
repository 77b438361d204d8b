using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Attachments;

/// <summary>A file as its form shows it; <paramref name="MostLevel"/> is the highest reading level that may be set, 0 none.</summary>
public sealed record EditableFile(Attachment File, long? PostId, int MostLevel);

/// <summary>Describes a file and says which reading level it needs: its uploader, and whoever may edit the post it hangs on.</summary>
public sealed class ChangeFile(ForumDb db, FindFile find, FindPost posts, Words.CheckWords words)
{
    private const int DescriptionLength = 200;

    public async Task<Outcome<EditableFile>> OpenAsync(Viewer who, long id, CancellationToken cancel)
    {
        if (who.IsGuest) return Refusal.SignInFirst;
        var found = await find.RunAsync(who, id, cancel);
        if (found.Refusal is { } refused) return refused;
        var file = found.Value.File;
        if (file.PostId is { } post && (await posts.ForEditingAsync(who, post, cancel)).Refusal is { } barred) return barred;
        return new EditableFile(file, file.PostId, Math.Max(file.ReadLevel, AttachmentRules.HighestReadLevel(who)));
    }

    public async Task<Outcome<EditableFile>> RunAsync(Viewer who, long id, string? description, int readLevel, CancellationToken cancel)
    {
        var found = await OpenAsync(who, id, cancel);
        if (found.Refusal is not null) return found;
        var text = PostText.CleanTitle(description);
        if (text.Length > DescriptionLength) return Refusal.Invalid("Description", "DescriptionTooLong", DescriptionLength);
        if (readLevel < 0 || readLevel > found.Value.MostLevel) return Refusal.Invalid("ReadLevel", "FileLevelTooHigh", found.Value.MostLevel);
        var verdict = await words.RunStrictAsync(who, [new("Description", text)], cancel);
        if (verdict.Refusal is { } stopped) return stopped;
        text = verdict.Texts[0];
        await db.Attachments.Where(a => a.Id == id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Description, text).SetProperty(x => x.ReadLevel, readLevel), cancel);
        return found;
    }
}
