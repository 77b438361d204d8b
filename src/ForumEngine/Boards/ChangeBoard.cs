using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>What is to be changed of one board: settings by key, as typed. <paramref name="Version"/> is what the form showed; null overwrites.</summary>
public sealed record BoardChange(int BoardId, IReadOnlyDictionary<string, string?> Values, int? Version = null)
{
    /// <summary>The line of the log that it takes back.</summary>
    public long? Restores { get; init; }
}

/// <summary>Changes settings of boards: all that is asked for or nothing, with a line in the staff log for each board that differs.</summary>
public sealed class ChangeBoard(ForumDb db, Versions versions)
{
    /// <summary>
    /// Refuses at the setting's key, with several boards at <c>key[id]</c>. A board that somebody else has changed since is
    /// <c>BoardChangedMeanwhile</c>, a conflict.
    /// </summary>
    public Task<Refusal?> RunAsync(Viewer who, IReadOnlyList<BoardChange> changes, CancellationToken cancel) => RunAsync(who, changes, null, cancel);

    /// <summary>With <paramref name="more"/> in the same transaction: refused, nothing is changed.</summary>
    internal Task<Refusal?> RunAsync(Viewer who, IReadOnlyList<BoardChange> changes, Func<Task<Refusal?>>? more, CancellationToken cancel) =>
        who.IsAdministrator ? SaveAsync(who, changes, more, cancel) : Task.FromResult<Refusal?>(Refusal.NotFound);

    /// <summary>For use cases that have asked their own rules.</summary>
    internal Task<Refusal?> AsStaffAsync(Viewer who, BoardChange change, CancellationToken cancel) => SaveAsync(who, [change], null, cancel);

    private async Task<Refusal?> SaveAsync(Viewer who, IReadOnlyList<BoardChange> changes, Func<Task<Refusal?>>? more, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(async () => await ChangeAllAsync(who, changes, cancel) ?? (more is null ? null : await more()), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(RefusalKind.Conflict, "BoardChangedMeanwhile", "");
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            return Refusal.Invalid("Slug", "BoardSlugTaken");
        }
        finally
        {
            versions.Forget();
        }
    }

    public Task<Refusal?> RunAsync(Viewer who, BoardChange change, CancellationToken cancel) => RunAsync(who, [change], cancel);

    private async Task<Refusal?> ChangeAllAsync(Viewer who, IReadOnlyList<BoardChange> changes, CancellationToken cancel)
    {
        var ids = changes.Select(c => c.BoardId).ToList();
        var boards = await db.Boards.AsTracking().Where(b => ids.Contains(b.Id) && b.GoneAt == null).ToDictionaryAsync(b => b.Id, cancel);
        var changed = false;
        foreach (var change in changes)
        {
            if (!boards.TryGetValue(change.BoardId, out var board)) return Refusal.NotFound;
            if (change.Version is { } version && version != board.Version) return new Refusal(RefusalKind.Conflict, "BoardChangedMeanwhile", board.Name);
            var applied = Apply(who, board, change);
            if (applied.Refusal is { } wrong) return changes.Count == 1 || wrong.Field is null ? wrong : wrong with { Field = $"{wrong.Field}[{board.Id}]" };
            changed |= applied.Value;
        }
        if (!changed) return null;
        if (await SlugTakenAsync(boards.Values, cancel) is { } taken) return changes.Count == 1 ? taken with { Field = "Slug" } : taken;
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
        return null;
    }

    /// <summary>Whether anything differs now.</summary>
    private Outcome<bool> Apply(Viewer who, Board board, BoardChange change)
    {
        Dictionary<string, string> from = [], to = [];
        foreach (var setting in BoardSettings.Of(board.Kind))
        {
            if (!change.Values.TryGetValue(setting.Key, out var typed)) continue;
            var (old, value) = (setting.Read(board), setting.Tidy(typed));
            // What stands there is left alone, even by newer rules.
            if (value == old) continue;
            if (setting.Check(value) is { } wrong) return wrong;
            setting.Write(board, value);
            if (setting.Read(board) is var kept && kept != old) (from[setting.Key], to[setting.Key]) = (old, kept);
        }
        if (from.Count == 0) return false;
        board.Version++;
        db.Log(who, "board.change", boardId: board.Id, details: change.Restores is { } line ? BoardLog.Json(new { from, to, restores = line }) : BoardLog.Json(new { from, to }));
        return true;
    }

    private async Task<Refusal?> SlugTakenAsync(IEnumerable<Board> boards, CancellationToken cancel)
    {
        var slugs = boards.Where(b => b.Slug is not null).ToLookup(b => b.Slug!, b => b.Id);
        if (slugs.FirstOrDefault(s => s.Count() > 1) is { } twice) return Refusal.Invalid($"Slug[{twice.First()}]", "BoardSlugTaken");
        var names = slugs.Select(s => s.Key).ToList();
        var others = await db.Boards.Where(b => names.Contains(b.Slug!)).Select(b => new { b.Id, b.Slug }).ToListAsync(cancel);
        return others.FirstOrDefault(o => !slugs[o.Slug!].Contains(o.Id)) is { } other ? Refusal.Invalid($"Slug[{slugs[other.Slug!].First()}]", "BoardSlugTaken") : null;
    }
}
