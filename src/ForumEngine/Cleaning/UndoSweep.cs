using System.Globalization;
using System.Text.Json;
using ForumEngine.Addresses;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Cleaning;

/// <summary>Takes a clean-up back as a whole: sanctions that still run are lifted, the ban goes, the posts come out of the bin behind.</summary>
public sealed class UndoSweep(ForumDb db, SweepPages pages, LiftSanction lift, CleanUpMember clean, Versions versions)
{
    public async Task<Refusal?> RunAsync(Viewer who, int id, string reason, CancellationToken cancel)
    {
        var found = await pages.FindAsync(who, id, cancel);
        if (found.Refusal is { } missing) return missing;
        if (!found.Value.CanUndo) return Refusal.Forbidden("NotYourSweep");
        var sweep = found.Value.Sweep;
        reason = reason.Trim() is { Length: > 0 and <= Sweep.ReasonLength } words ? words : sweep.Reason;
        int[] sanctions = [.. sweep.SanctionIds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(s => int.Parse(s, CultureInfo.InvariantCulture))];
        var members = await db.Sanctions.Where(s => sanctions.Contains(s.Id)).Select(s => s.MemberId).ToListAsync(cancel);
        var done = await db.InTransactionAsync(async () =>
        {
            if (await db.Sweeps.Where(s => s.Id == id && s.UndoneAt == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.UndoneAt, who.Now).SetProperty(x => x.UndoneByName, who.Name), cancel) == 0) return false;
            foreach (var sanction in sanctions) await lift.InAsync(who, sanction, reason, cancel);
            if (sweep.AddressBanId is { } ban && await db.AddressBans.SingleOrDefaultAsync(b => b.Id == ban, cancel) is { } row) await UnbanAddress.RemoveAsync(db, who, row, cancel);
            if (sweep.CleanUpId is { } cleanUp) await clean.UndoAsync(who, cleanUp, reason, cancel);
            db.Log(who, "clean.undo", reason, details: JsonSerializer.Serialize(new { sweep = id }));
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        if (!done) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        clean.Announce();
        versions.Forget();
        foreach (var member in members) lift.Announce(member);
        return null;
    }
}
