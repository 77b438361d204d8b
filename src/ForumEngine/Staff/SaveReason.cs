using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Staff;

/// <summary>A line of /admin/reasons; without an id it is a new one.</summary>
public sealed record ReasonDraft(int? Id, string Text, string TextEn, int Position, bool IsPraise);

/// <summary>Adds, changes or takes away a reason; what was said with it stays as it was said.</summary>
public sealed class SaveReason(ForumDb db, Versions versions)
{
    public const int Most = 100;

    public async Task<Refusal?> RunAsync(Viewer who, ReasonDraft draft, CancellationToken cancel)
    {
        draft = draft with { Text = PostText.CleanTitle(draft.Text), TextEn = PostText.CleanTitle(draft.TextEn) };
        if (draft.Text.Length == 0) return Refusal.Invalid("Text", "ReasonMissing");
        if (draft.Text.Length > CannedReason.TextLength) return Refusal.Invalid("Text", "ReasonTooLong", CannedReason.TextLength);
        if (draft.TextEn.Length > CannedReason.TextLength) return Refusal.Invalid("TextEn", "ReasonTooLong", CannedReason.TextLength);
        if (draft.Position is < 0 or > 999) return Refusal.Invalid("Position", "NumberOutOfRange", 0, 999);
        var refusal = await db.InTransactionAsync(() => WriteAsync(who, draft, cancel), cancel);
        versions.Forget();
        return refusal;
    }

    public async Task<Refusal?> DeleteAsync(Viewer who, int id, CancellationToken cancel)
    {
        var refusal = await db.InTransactionAsync(async () =>
        {
            if (await db.CannedReasons.SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } old) return Refusal.NotFound;
            await db.CannedReasons.Where(r => r.Id == id).ExecuteDeleteAsync(cancel);
            return await LogAsync(who, "reason.delete", old.Text, old, null, cancel);
        }, cancel);
        versions.Forget();
        return refusal;
    }

    private async Task<Refusal?> WriteAsync(Viewer who, ReasonDraft draft, CancellationToken cancel)
    {
        var old = await db.CannedReasons.SingleOrDefaultAsync(r => r.Id == draft.Id, cancel);
        if (draft.Id is not null && old is null) return Refusal.NotFound;
        if (old is null && await db.CannedReasons.CountAsync(cancel) >= Most) return Refusal.Invalid("Text", "TooManyReasons", Most);
        if (old is null) db.CannedReasons.Add(new CannedReason { Text = draft.Text, TextEn = draft.TextEn, Position = draft.Position, IsPraise = draft.IsPraise });
        else
            await db.CannedReasons.Where(r => r.Id == draft.Id).ExecuteUpdateAsync(r => r
                .SetProperty(x => x.Text, draft.Text).SetProperty(x => x.TextEn, draft.TextEn)
                .SetProperty(x => x.Position, draft.Position).SetProperty(x => x.IsPraise, draft.IsPraise), cancel);
        return await LogAsync(who, old is null ? "reason.add" : "reason.change", draft.Text, old, draft, cancel);
    }

    private async Task<Refusal?> LogAsync(Viewer who, string act, string text, CannedReason? from, ReasonDraft? to, CancellationToken cancel)
    {
        db.Log(who, act, text, details: JsonSerializer.Serialize(new { from, to }));
        await db.SaveChangesAsync(cancel);
        await Versions.BumpAsync(db, Kinds.Reasons, cancel);
        return null;
    }
}
