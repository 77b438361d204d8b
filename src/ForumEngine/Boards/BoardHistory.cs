using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>What somebody changed of a board, newest first.</summary>
public sealed record BoardPast(IReadOnlyList<BoardPastLine> Lines, long? Next);

/// <summary>One save: setting by setting, or cell by cell, from what to what.</summary>
public sealed record BoardPastLine(long Id, DateTime At, string By, IReadOnlyList<SettingStep> Steps);

/// <summary>A setting by its key, or a cell of the rights matrix: allow, deny or inherit.</summary>
public sealed record SettingStep(string Key, string From, string To)
{
    public CellPlace? Cell { get; init; }

    /// <summary>Ids of who moderated the board before, or of what it stood below (none: at the top); the texts are their names.</summary>
    public IReadOnlyList<int>? Was { get; init; }
}

/// <summary>Reads the changes of a board's settings and rights from the staff log, and takes one back.</summary>
public sealed class BoardHistory(ForumDb db, ChangeBoard change, SetCells cells, SetModerators moderators, SetThreadTypes types, MoveBoard move, BoardTrees trees)
{
    /// <summary>The act whose line says who moderated a board before and after; with it goes a line for each who came or went.</summary>
    internal const string Moderators = "board.moderators";

    private static readonly string[] Acts = ["board.change", "board.rights", "board.types", "board.move", Moderators];

    private const int PerPage = 20;

    public async Task<BoardPast> ReadAsync(int boardId, long? before, CancellationToken cancel)
    {
        var acts = await db.StaffActs.Where(a => a.BoardId == boardId && Acts.Contains(a.Act) && (before == null || a.Id < before))
            .OrderByDescending(a => a.Id).Take(PerPage + 1).Select(a => new { a.Id, a.At, a.ActorName, a.Act, a.Details }).ToListAsync(cancel);
        var tree = await trees.CurrentAsync(cancel);
        return new BoardPast([.. acts.Take(PerPage).Select(a => new BoardPastLine(a.Id, a.At, a.ActorName, StepsOf(boardId, a.Act, a.Details, tree)))],
            acts.Count > PerPage ? acts[PerPage - 1].Id : null);
    }

    /// <summary>Sets what that save changed back to what it was; the rest stays as it is now.</summary>
    public async Task<Refusal?> RestoreAsync(Viewer who, int boardId, long line, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var act = await db.StaffActs.Where(a => a.Id == line && a.BoardId == boardId && Acts.Contains(a.Act)).Select(a => new { a.Act, a.Details }).SingleOrDefaultAsync(cancel);
        var steps = act is null ? [] : StepsOf(boardId, act.Act, act.Details, await trees.CurrentAsync(cancel));
        if (steps.Count == 0) return Refusal.NotFound;
        if (act!.Act == Moderators) return await moderators.RestoreAsync(who, boardId, steps[0].Was!, cancel);
        if (act.Act == "board.types") return await types.RunAsync(who, boardId, steps[0].From.Split('\n'), cancel);
        if (act.Act == "board.move") return await move.RunAsync(who, boardId, steps[0].Was!.Count > 0 ? steps[0].Was![0] : null, cancel);
        if (steps[0].Cell is not null)
        {
            var now = await db.BoardCells.Where(c => c.BoardId == boardId).ToDictionaryAsync(c => new CellPlace(c.BoardId, c.GroupId, c.Right), c => (bool?)c.Allow, cancel);
            var groups = await db.Groups.Select(g => g.Id).ToListAsync(cancel);
            // A group that is gone has no cells to set back.
            return await cells.RunAsync(who, [.. steps.Where(s => groups.Contains(s.Cell!.Value.GroupId)).Select(s => new CellChange(s.Cell!.Value, CellSteps.Read(s.From), now.GetValueOrDefault(s.Cell.Value)))], cancel);
        }
        return await change.RunAsync(who, new BoardChange(boardId, steps.ToDictionary(s => s.Key, s => (string?)s.From)) { Restores = line }, cancel);
    }

    /// <summary>Older lines wrote their keys otherwise; what isn't a setting any more is left out.</summary>
    private static List<SettingStep> StepsOf(int boardId, string act, string? details, BoardTree tree)
    {
        if (details is null) return [];
        using var json = JsonDocument.Parse(details);
        if (!json.RootElement.TryGetProperty("from", out var from) || !json.RootElement.TryGetProperty("to", out var to)) return [];
        if (act == Moderators) return [PeopleStep(from, to)];
        if (act == "board.types") return [new SettingStep("Types", string.Join('\n', BoardLog.List<string>(from)), string.Join('\n', BoardLog.List<string>(to)))];
        if (act == "board.move") return [new SettingStep("Place", BoardOf(from), BoardOf(to)) { Was = from.ValueKind == JsonValueKind.Number ? [from.GetInt32()] : [] }];
        if (from.ValueKind != JsonValueKind.Object || to.ValueKind != JsonValueKind.Object) return [];
        if (from.EnumerateObject().Any(p => p.Name.Contains('.', StringComparison.Ordinal)))
            return [.. from.EnumerateObject().Where(p => to.TryGetProperty(p.Name, out _)).Select(p => new SettingStep(p.Name, Text(p.Value), Text(to.GetProperty(p.Name))) { Cell = CellSteps.Place(boardId, p.Name) }).Where(s => s.Cell is not null)];
        return [.. BoardSettings.All.Where(s => from.TryGetProperty(s.Key, out _) && to.TryGetProperty(s.Key, out _))
            .Select(s => new SettingStep(s.Key, Text(from.GetProperty(s.Key)), Text(to.GetProperty(s.Key))))];

        string BoardOf(JsonElement id) => id.ValueKind == JsonValueKind.Number ? tree.Find(id.GetInt32())?.Name ?? $"#{id.GetInt32()}" : "";
    }

    private static SettingStep PeopleStep(JsonElement from, JsonElement to)
    {
        var (was, now) = (BoardLog.List<ModeratorName>(from), BoardLog.List<ModeratorName>(to));
        return new SettingStep("Moderators", string.Join(", ", was.Select(m => m.Name)), string.Join(", ", now.Select(m => m.Name))) { Was = was.ConvertAll(m => m.Id) };
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
