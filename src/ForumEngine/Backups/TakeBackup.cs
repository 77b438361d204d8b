using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;

namespace ForumEngine.Backups;

/// <summary>What founders alone may do with a backup: carry it away, since it holds everything, and delete it. Both are in the staff log.</summary>
public sealed class TakeBackup(ForumDb db, BackupShelf shelf)
{
    /// <summary>The file to send; not found for a name that none has.</summary>
    public async Task<Outcome<string>> RunAsync(Viewer who, string? name, CancellationToken cancel)
    {
        if (WhyNot(who) is { } refusal) return refusal;
        if (shelf.Find(name) is not { } path) return Refusal.NotFound;
        await NoteAsync(who, "backup.download", name!, cancel);
        return path;
    }

    /// <summary><paramref name="typedName"/> is the file's name, typed by who wants it gone.</summary>
    public async Task<Refusal?> DeleteAsync(Viewer who, string? typedName, CancellationToken cancel)
    {
        if (WhyNot(who) is { } refusal) return refusal;
        var name = (typedName ?? "").Trim();
        if (shelf.Find(name) is not { } path) return Refusal.Invalid("Name", "NoSuchBackup");
        await NoteAsync(who, "backup.delete", name, cancel);
        File.Delete(path);
        return null;
    }

    public static Refusal? WhyNot(Viewer who) => who.Rank == Rank.Founder ? null : Refusal.Forbidden("FoundersOnly");

    private Task NoteAsync(Viewer who, string act, string file, CancellationToken cancel)
    {
        db.Log(who, act, details: JsonSerializer.Serialize(new { file }));
        return db.SaveChangesAsync(cancel);
    }
}
