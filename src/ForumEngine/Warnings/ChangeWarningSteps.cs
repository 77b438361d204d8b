using System.Globalization;
using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Warnings;

/// <summary>A step as the form carries it; numbers as typed.</summary>
public sealed record StepDraft(string? Threshold, bool CountsWarnings, string? WithinDays, SanctionKind Kind, string? SanctionDays, bool InBoard);

/// <summary>Adds, changes and deletes steps of the ladder. Sanctions that were brought by a step stay.</summary>
public sealed class ChangeWarningSteps(ForumDb db, Versions versions)
{
    public const int MostSteps = 20;
    private const int MostDays = SanctionTerm.MaxDays;

    /// <summary>Without an id a new one.</summary>
    public async Task<Refusal?> SaveAsync(Viewer who, int? id, StepDraft draft, CancellationToken cancel)
    {
        var read = Read(draft);
        if (read.Refusal is { } wrong) return wrong;
        var step = read.Value;
        var refusal = await db.InTransactionAsync(async () =>
        {
            var before = await db.WarningSteps.SingleOrDefaultAsync(s => s.Id == id, cancel);
            if (id is not null && before is null) return Refusal.NotFound;
            if (id is null && await db.WarningSteps.CountAsync(cancel) >= MostSteps) return Refusal.Invalid("Threshold", "TooManySteps", MostSteps);
            // A retry starts over; the id of the rolled-back row is not ours.
            step.Id = id ?? 0;
            if (id is null) db.WarningSteps.Add(step);
            else db.WarningSteps.Update(step);
            await WriteAsync(who, id is null ? "warningstep.add" : "warningstep.change", before, step, cancel);
            return null;
        }, cancel);
        versions.Forget();
        return refusal;
    }

    public async Task<Refusal?> DeleteAsync(Viewer who, int id, CancellationToken cancel)
    {
        var refusal = await db.InTransactionAsync(async () =>
        {
            if (await db.WarningSteps.SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } step) return Refusal.NotFound;
            db.WarningSteps.Remove(step);
            await WriteAsync(who, "warningstep.delete", step, null, cancel);
            return null;
        }, cancel);
        versions.Forget();
        return refusal;
    }

    private async Task WriteAsync(Viewer who, string act, WarningStep? from, WarningStep? to, CancellationToken cancel)
    {
        db.Log(who, act, details: JsonSerializer.Serialize(new { from, to }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.WarningSteps, cancel);
    }

    private static Outcome<WarningStep> Read(StepDraft draft)
    {
        if (Number(draft.Threshold, 1, 1000) is not { } threshold) return Refusal.Invalid("Threshold", "NumberBetween", 1, 1000);
        if (Number(draft.WithinDays, 1, MostDays) is not { } within) return Refusal.Invalid("WithinDays", "NumberBetween", 1, MostDays);
        if (Number(draft.SanctionDays, 0, MostDays) is not { } days) return Refusal.Invalid("SanctionDays", "NumberBetween", 0, MostDays);
        if (!Enum.IsDefined(draft.Kind)) return Refusal.Invalid("Kind", "UnknownSanctionKind");
        if (draft is { Kind: SanctionKind.Lock, InBoard: true }) return Refusal.Invalid("InBoard", "LockIsSiteWide");
        return new WarningStep { Threshold = threshold, CountsWarnings = draft.CountsWarnings, WithinDays = within, Kind = draft.Kind, SanctionDays = days, InBoard = draft.InBoard };
    }

    private static int? Number(string? typed, int min, int max) =>
        int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number : null;
}
