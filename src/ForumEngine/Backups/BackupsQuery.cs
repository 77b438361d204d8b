using System.Text.Json;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Backups;

/// <summary>What became of one: the file is there still, or was made and is gone, or it failed for <paramref name="Error"/>.</summary>
public sealed record BackupLine(string Name, DateTime At, string By, long? Bytes, long? Rows, int? Files, int? Seconds, string? Error, bool IsHere);

/// <summary>The newest <see cref="BackupsQuery.Most"/>, and those that are there without a word of theirs in the log.</summary>
public sealed record BackupsPage(IReadOnlyList<BackupLine> Lines, BackupAtWork? AtWork, long? FreeBytes);

/// <summary>The page of backups: the folder, and what the staff log says of them, in one query.</summary>
public sealed class BackupsQuery(ForumDb db, BackupShelf shelf, BackupRunner runner)
{
    public const int Most = 60;

    private sealed record Noted(string? File, long? Bytes, long? Rows, int? Files, int? Seconds, string? Error);

    public async Task<BackupsPage> RunAsync(CancellationToken cancel)
    {
        var acts = await db.StaffActs.Where(a => a.Act == BackupRunner.Made || a.Act == BackupRunner.Failed)
            .OrderByDescending(a => a.Id).Take(Most).Select(a => new { a.At, a.ActorName, a.Details }).ToListAsync(cancel);
        var here = shelf.All().ToDictionary(b => b.Name);
        List<BackupLine> lines = [];
        foreach (var act in acts)
        {
            var note = JsonSerializer.Deserialize<Noted>(act.Details ?? "{}", JsonSerializerOptions.Web)!;
            lines.Add(new BackupLine(note.File ?? "", act.At, act.ActorName, note.Bytes, note.Rows, note.Files, note.Seconds, note.Error, note.Error is null && here.Remove(note.File ?? "")));
        }
        // Brought here by hand, or from before a restore.
        lines.AddRange(here.Values.Take(Most).Select(b => new BackupLine(b.Name, b.MadeAt, "", b.Bytes, null, null, null, null, true)));
        return new BackupsPage([.. lines.OrderByDescending(l => l.At)], runner.Current, shelf.FreeBytes());
    }
}
