using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>Takes a sanction from the public, for a minor or a legal request say, or shows it: any time later, on ledger and log.</summary>
public sealed class ChangePublicity(ForumDb db, LiftSanction lift)
{
    public async Task<Refusal?> RunAsync(Viewer who, int sanctionId, bool isPublic, PrivacyReason? because, string note, CancellationToken cancel)
    {
        var found = await lift.OnDeskAsync(who, sanctionId, cancel);
        if (found.Refusal is { } missing) return missing;
        note = note.Trim();
        if (!isPublic && because is null) return Refusal.Invalid("Because", "PrivacyReasonMissing");
        if (note.Length > Sanction.ReasonLength) return Refusal.Invalid("Note", "ReasonTooLong", Sanction.ReasonLength);
        because = isPublic ? null : because;
        var done = await db.InTransactionAsync(async () =>
        {
            await Ledger.LockAsync(db, who.Now, cancel);
            var changed = await db.Sanctions.Where(s => s.Id == sanctionId && (s.IsPublic != isPublic || s.PrivateBecause != because))
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.IsPublic, isPublic).SetProperty(x => x.PrivateBecause, because), cancel);
            if (changed == 0) return false;
            var s = found.Value;
            db.Log(who, isPublic ? "sanction.show" : "sanction.hide", note, s.BoardId, memberId: s.MemberId, details: JsonSerializer.Serialize(new
            {
                sanction = s.Id,
                from = s.IsPublic,
                to = isPublic,
                because = because?.ToString(),
            }));
            await Ledger.AppendAsync(db, who, s, LedgerAct.Publicity, new LedgerContent { IsPublic = isPublic, PrivateBecause = because?.ToString() }, cancel);
            await Versions.BumpAsync(db, Kinds.Sanctions, cancel);
            return true;
        }, cancel);
        return done ? null : new Refusal(RefusalKind.Conflict, "AlreadyDone");
    }
}
