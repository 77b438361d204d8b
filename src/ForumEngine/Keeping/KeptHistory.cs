using System.Text.Json.Nodes;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Keeping;

/// <summary>A property from what to what; empty where there was or is no entry.</summary>
public sealed record KeptField(string Name, string From, string To);

/// <summary>A line of the history. <paramref name="Verb"/> is add, change or delete; <paramref name="Stands"/>: it can be taken back.</summary>
public sealed record KeptLine(long Id, DateTime At, string Who, string Verb, string Name, IReadOnlyList<KeptField> Fields, bool Stands);

public sealed record KeptPast(IReadOnlyList<KeptLine> Lines, long? Next);

/// <summary>The same for any list, by its noun.</summary>
public interface IKeptHistory
{
    const int PageSize = 50;

    string Noun { get; }

    Task<KeptPast> ReadAsync(long? before, CancellationToken cancel);

    Task<Refusal?> UndoAsync(Viewer who, long line, CancellationToken cancel);
}

/// <summary>Who changed what in a list, newest first, and one of these taken back.</summary>
public sealed class KeptHistory<T>(ForumDb db, KeepList<T> list) : IKeptHistory where T : Kept, IKept<T>
{
    private const int PageSize = IKeptHistory.PageSize;

    private static readonly string[] Acts = [$"{T.Noun}.add", $"{T.Noun}.change", $"{T.Noun}.delete"];

    public string Noun => T.Noun;

    public async Task<KeptPast> ReadAsync(long? before, CancellationToken cancel)
    {
        var acts = await db.StaffActs.Where(a => Acts.Contains(a.Act) && (before == null || a.Id < before)).OrderByDescending(a => a.Id).Take(PageSize + 1)
            .Select(a => new { a.Id, a.At, a.ActorName, a.Act, a.Details }).ToListAsync(cancel);
        var steps = acts.Take(PageSize).Select(a => (Line: a, Step: KeptState.Parse(a.Details))).Where(x => x.Step is not null).ToList();
        var ids = steps.ConvertAll(x => x.Step!.Id);
        var now = (await db.Set<T>().Where(x => ids.Contains(x.Id)).ToListAsync(cancel)).ToDictionary(x => x.Id, KeptState.Of);
        return new KeptPast([.. steps.Select(x => new KeptLine(x.Line.Id, x.Line.At, x.Line.ActorName, x.Line.Act[(T.Noun.Length + 1)..], x.Step!.Name, Fields(x.Step), Stands(x.Step, now.GetValueOrDefault(x.Step.Id))))],
            acts.Count > PageSize ? acts[PageSize - 1].Id : null);
    }

    /// <summary>Sets what that line changed back to what it was; a conflict (<c>EntryChanged</c>) where it was changed again since.</summary>
    public async Task<Refusal?> UndoAsync(Viewer who, long line, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var details = await db.StaffActs.Where(a => a.Id == line && Acts.Contains(a.Act)).Select(a => a.Details).SingleOrDefaultAsync(cancel);
        if (KeptState.Parse(details) is not { } step) return Refusal.NotFound;
        var row = await list.FindAsync(step.Id, cancel);
        if (!Stands(step, row is null ? null : KeptState.Of(row))) return KeepList<T>.Changed;
        if (step.From is null) return await list.DeleteAsync(who, row!.Id, row.Version, cancel);
        var state = row is null ? [] : KeptState.Of(row);
        foreach (var (name, value) in step.From) state[name] = value?.DeepClone();
        var draft = KeptState.Read<T>(state);
        if (row is not null)
        {
            draft.Version = row.Version;
            return await list.SaveAsync(who, draft, cancel) is [var refusal, ..] ? refusal : null;
        }
        // Another number than before: a form that is still open somewhere saw what was deleted.
        (draft.Id, draft.Version) = (step.Id, 1_000_000 + (int)(line % 1_000_000));
        return await list.WriteAsync(() => list.AddAsync(who, draft, cancel), cancel);
    }

    private static bool Stands(KeptStep step, JsonObject? now) => step.To is null ? now is null : now is not null && KeptState.Has(now, step.To);

    private static List<KeptField> Fields(KeptStep step) =>
        [.. (step.To ?? step.From)!.Select(p => p.Key).Where(key => key != nameof(Kept.Id)).Select(key => new KeptField(key, Text(step.From?[key]), Text(step.To?[key]))).Where(f => f.From != f.To)];

    private static string Text(JsonNode? value) => value?.ToString() ?? "";
}
