using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Codes;

/// <summary>Takes a code away; where it was used its text shows as typed.</summary>
public sealed class DeleteCode(ForumDb db, Versions versions)
{
    public async Task<Refusal?> RunAsync(Viewer who, int id, CancellationToken cancel)
    {
        var refusal = await db.InTransactionAsync(async () =>
        {
            if (await db.Codes.SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } code) return Refusal.NotFound;
            await db.Codes.Where(c => c.Id == id).ExecuteDeleteAsync(cancel);
            db.Log(who, "code.delete", code.Tag, details: code.Template);
            await db.SaveChangesAsync(cancel);
            await Versions.BumpAsync(db, Kinds.Codes, cancel);
            return null;
        }, cancel);
        versions.Forget();
        return refusal;
    }
}
