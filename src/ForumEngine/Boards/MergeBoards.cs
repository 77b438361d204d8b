using System.Text.Json;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Settings;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Boards;

/// <summary>
/// Takes a board into another: threads, types, counters, moderators, personal rights and board sanctions go along, the old address
/// leads there. The row stays, out of the tree, so that its number is never another board's.
/// </summary>
public sealed class MergeBoards(ForumDb db, BoardTrees trees, SettingsSource settings, Versions versions, Viewers viewers, Outbox outbox)
{
    /// <summary>What started in the old board while others still saw it comes after.</summary>
    private static readonly TimeSpan Stragglers = TimeSpan.FromSeconds(3);

    /// <summary><paramref name="typedName"/> is the board's name, typed by who wants it gone.</summary>
    public async Task<Refusal?> RunAsync(Viewer who, int boardId, int? intoId, string? typedName, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var tree = await trees.CurrentAsync(cancel);
        if (tree.Find(boardId) is not { } board) return Refusal.NotFound;
        if (intoId is not { } id || tree.Find(id) is not { } into) return Refusal.Invalid("IntoId", "NoSuchBoard");
        if (into.Id == board.Id) return Refusal.Invalid("IntoId", "SameBoard");
        if (board.Children.Count > 0) return Refusal.Invalid("IntoId", "BoardHasChildren");
        if (into.Kind == BoardKind.Category) return Refusal.Invalid("IntoId", "CategoryHoldsNoThreads");
        if ((typedName ?? "").Trim() != board.Name) return Refusal.Invalid("MergeName", "NameMismatch");

        var zone = (await settings.CurrentAsync(cancel)).Zone();
        var done = await db.InTransactionAsync(() => MergeAsync(who, board, into, zone, cancel), cancel);
        versions.Forget();
        if (done.Refusal is { } refused) return refused;
        outbox.Wake();
        foreach (var member in done.Value) viewers.Forget(member);
        return null;
    }

    private async Task<Outcome<List<int>>> MergeAsync(Viewer who, BoardNode board, BoardNode into, TimeZoneInfo zone, CancellationToken cancel)
    {
        // First, since it locks the ledger.
        await CarrySanctions.RunAsync(db, who, board.Id, into.Id, cancel);
        var gone = await db.Boards.Where(b => b.Id == board.Id && b.GoneAt == null)
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.GoneAt, who.Now).SetProperty(x => x.MergedIntoId, into.Id).SetProperty(x => x.Slug, (string?)null)
                .SetProperty(x => x.Version, x => x.Version + 1), cancel);
        // It has got sub-boards, or the other one is gone, since the tree was read.
        if (gone == 0 || await db.Boards.AnyAsync(b => b.ParentId == board.Id && b.GoneAt == null, cancel) || !await db.Boards.AnyAsync(b => b.Id == into.Id && b.GoneAt == null, cancel)) return new Refusal(RefusalKind.Conflict, "BoardChangedMeanwhile", board.Name);
        var threads = await MoveThreads.RunAsync(db, board.Id, into.Id, who.Now, zone, cancel);
        var touched = await MovePeopleAsync(board, into, cancel);
        // Whoever moderates the other board may revoke them there.
        await db.Warnings.Where(w => w.BoardId == board.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.BoardId, into.Id), cancel);
        await db.BoardCells.Where(c => c.BoardId == board.Id).ExecuteDeleteAsync(cancel);
        await db.BoardVisits.Where(v => v.BoardId == board.Id).ExecuteDeleteAsync(cancel);
        db.Log(who, "board.merge", boardId: board.Id, details: BoardLog.Json(new { from = new { board.Id, board.Name }, to = new { into.Id, into.Name }, threads }));
        Outbox.Add(db, BoardMerged.Kind, new BoardMerged(board.Id, into.Id), who.Now + Stragglers);
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Boards, cancel);
        return touched;
    }

    /// <summary>Moderators and personal rights that the other board has already stay as they are there.</summary>
    private async Task<List<int>> MovePeopleAsync(BoardNode board, BoardNode into, CancellationToken cancel)
    {
        var moderators = await db.BoardModerators.Where(m => m.BoardId == board.Id || m.BoardId == into.Id).OrderBy(m => m.Position).ToListAsync(cancel);
        var last = moderators.Where(m => m.BoardId == into.Id).Select(m => m.Position).DefaultIfEmpty().Max();
        db.BoardModerators.AddRange(moderators.Where(m => m.BoardId == board.Id).ExceptBy(moderators.Where(m => m.BoardId == into.Id).Select(m => m.MemberId), m => m.MemberId)
            .Select((m, i) => new BoardModerator { BoardId = into.Id, MemberId = m.MemberId, Position = last + i + 1 }));
        var rights = await db.BoardOverrides.Where(o => o.BoardId == board.Id || o.BoardId == into.Id).ToListAsync(cancel);
        db.BoardOverrides.AddRange(rights.Where(o => o.BoardId == board.Id).ExceptBy(rights.Where(o => o.BoardId == into.Id).Select(o => (o.MemberId, o.Right)), o => (o.MemberId, o.Right))
            .Select(o => new BoardOverride { BoardId = into.Id, MemberId = o.MemberId, Right = o.Right, Allow = o.Allow, ExpiresAt = o.ExpiresAt, GrantedBy = o.GrantedBy }));
        await db.BoardModerators.Where(m => m.BoardId == board.Id).ExecuteDeleteAsync(cancel);
        await db.BoardOverrides.Where(o => o.BoardId == board.Id).ExecuteDeleteAsync(cancel);
        return [.. moderators.Select(m => m.MemberId).Concat(rights.Select(o => o.MemberId)).Distinct()];
    }
}

/// <summary>A board is part of another now; what was begun in it before everybody knew comes after.</summary>
public sealed record BoardMerged(int BoardId, int IntoId)
{
    public const string Kind = "board.merged";
}

/// <summary>Moves the stragglers.</summary>
public sealed class FollowMergedBoard(SettingsSource settings, TimeProvider clock) : IOutboxHandler
{
    public string Kind => BoardMerged.Kind;
    public bool InTransaction => true;

    public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        var zone = (await settings.CurrentAsync(cancel)).Zone();
        foreach (var merged in payloads.Select(p => JsonSerializer.Deserialize<BoardMerged>(p)!).Distinct())
            if (await db.Threads.AnyAsync(t => t.BoardId == merged.BoardId, cancel)) await MoveThreads.RunAsync(db, merged.BoardId, merged.IntoId, clock.Now(), zone, cancel);
    }
}
