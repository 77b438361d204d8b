using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>Retires a rule, takes it back into force, and moves it up or down; for administrators.</summary>
public sealed class ArrangeRules(ForumDb db, Versions versions)
{
    /// <summary>A retired rule can't be named any more; old sanctions still show it.</summary>
    public Task<Refusal?> RetireAsync(Viewer who, int id, bool retired, CancellationToken cancel) => RunAsync(who, async () =>
    {
        var changed = await db.Rules.Where(r => r.Id == id && r.RetiredAt == null == retired)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.RetiredAt, retired ? who.Now : null), cancel);
        if (changed == 0) return await db.Rules.AnyAsync(r => r.Id == id, cancel) ? new Refusal(RefusalKind.Conflict, "AlreadyDone") : Refusal.NotFound;
        db.Log(who, retired ? "rule.retire" : "rule.revive", details: JsonSerializer.Serialize(new { rule = id }));
        return null;
    }, cancel);

    /// <summary>One place; at the end nothing happens.</summary>
    public Task<Refusal?> MoveAsync(Viewer who, int id, bool up, CancellationToken cancel) => RunAsync(who, async () =>
    {
        var ids = await db.Rules.OrderBy(r => r.Position).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel);
        var from = ids.IndexOf(id);
        if (from < 0) return Refusal.NotFound;
        var to = Math.Clamp(up ? from - 1 : from + 1, 0, ids.Count - 1);
        if (from == to) return null;
        (ids[from], ids[to]) = (ids[to], ids[from]);
        for (var i = 0; i < ids.Count; i++)
        {
            var (rule, place) = (ids[i], i + 1);
            await db.Rules.Where(r => r.Id == rule && r.Position != place).ExecuteUpdateAsync(r => r.SetProperty(x => x.Position, place), cancel);
        }
        db.Log(who, "rule.move", details: JsonSerializer.Serialize(new { rule = id, from = from + 1, to = to + 1 }));
        return null;
    }, cancel);

    private async Task<Refusal?> RunAsync(Viewer who, Func<Task<Refusal?>> change, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        var refusal = await db.InTransactionAsync(async () =>
        {
            if (await change() is { } refused) return refused;
            await db.SaveChangesAsync(cancel);
            await Versions.BumpAsync(db, Kinds.Rules, cancel);
            return null;
        }, cancel);
        versions.Forget();
        return refusal;
    }
}
