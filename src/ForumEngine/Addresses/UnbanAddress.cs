using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Addresses;

/// <summary>Takes a ban away; what it was stays in the log.</summary>
public sealed class UnbanAddress(ForumDb db, Versions versions)
{
    public async Task<Refusal?> RunAsync(Viewer who, int id, CancellationToken cancel)
    {
        var ban = await db.AddressBans.SingleOrDefaultAsync(b => b.Id == id, cancel);
        if (AddressRules.WhyNotRemove(who, ban?.IssuedById) is { } refused) return refused;
        if (ban is null) return Refusal.NotFound;
        var gone = await db.InTransactionAsync(() => RemoveAsync(db, who, ban, cancel), cancel);
        versions.Forget();
        return gone ? null : new Refusal(RefusalKind.Conflict, "AlreadyDone");
    }

    /// <summary>In the caller's transaction; false when it is gone already.</summary>
    internal static async Task<bool> RemoveAsync(ForumDb db, Viewer who, AddressBan ban, CancellationToken cancel)
    {
        if (await db.AddressBans.Where(b => b.Id == ban.Id).ExecuteDeleteAsync(cancel) == 0) return false;
        db.Log(who, "address.unban", ban.Reason,
            details: JsonSerializer.Serialize(new { ban = ban.Id, range = ban.Range.ToString(), scope = ban.Scope.ToString(), until = ban.ExpiresAt, by = ban.IssuedByName, hits = ban.Hits }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Addresses, cancel);
        return true;
    }
}
