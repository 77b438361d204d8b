using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>What somebody changed of a board, newest first.</summary>
public sealed record BoardPast(IReadOnlyList<BoardPastLine> Lines, long? Next);

/// <summary>One save: setting by setting from what to what.</summary>
public sealed record BoardPastLine(long Id, DateTime At, string By, IReadOnlyList<SettingStep> Steps);

public sealed record SettingStep(string Key, string From, string To);

/// <summary>Reads the changes of a board's settings from the staff log, and takes one back.</summary>
public sealed class BoardHistory(ForumDb db, ChangeBoard change)
{
    private const int PerPage = 20;

    public async Task<BoardPast> ReadAsync(int boardId, long? before, CancellationToken cancel)
    {
        var acts = await db.StaffActs.Where(a => a.BoardId == boardId && a.Act == "board.change" && (before == null || a.Id < before))
            .OrderByDescending(a => a.Id).Take(PerPage + 1).Select(a => new { a.Id, a.At, a.ActorName, a.Details }).ToListAsync(cancel);
        return new BoardPast([.. acts.Take(PerPage).Select(a => new BoardPastLine(a.Id, a.At, a.ActorName, StepsOf(a.Details)))],
            acts.Count > PerPage ? acts[PerPage - 1].Id : null);
    }

    /// <summary>Sets what that save changed back to what it was; the rest stays as it is now.</summary>
    public async Task<Refusal?> RestoreAsync(Viewer who, int boardId, long line, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var details = await db.StaffActs.Where(a => a.Id == line && a.BoardId == boardId && a.Act == "board.change").Select(a => a.Details).SingleOrDefaultAsync(cancel);
        var steps = StepsOf(details);
        if (steps.Count == 0) return Refusal.NotFound;
        return await change.RunAsync(who, new BoardChange(boardId, steps.ToDictionary(s => s.Key, s => (string?)s.From)) { Restores = line }, cancel);
    }

    /// <summary>Older lines wrote their keys otherwise; what isn't a setting any more is left out.</summary>
    private static List<SettingStep> StepsOf(string? details)
    {
        if (details is null) return [];
        using var json = JsonDocument.Parse(details);
        if (!json.RootElement.TryGetProperty("from", out var from) || !json.RootElement.TryGetProperty("to", out var to)
            || from.ValueKind != JsonValueKind.Object || to.ValueKind != JsonValueKind.Object) return [];
        return [.. BoardSettings.All.Where(s => from.TryGetProperty(s.Key, out _) && to.TryGetProperty(s.Key, out _))
            .Select(s => new SettingStep(s.Key, Text(from.GetProperty(s.Key)), Text(to.GetProperty(s.Key))))];
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
