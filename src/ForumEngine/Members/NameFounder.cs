using ForumEngine.Accounts;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Members;

/// <summary>Founders make administrators founders, and take it back; the last one stays.</summary>
public sealed class NameFounder(ForumDb db, ChangeMember accounts, Viewers viewers)
{
    /// <summary><paramref name="typed"/> is the member's name, typed to be sure (<c>NameNotTyped</c>).</summary>
    public async Task<Refusal?> RunAsync(Viewer who, int memberId, bool isFounder, string typed, CancellationToken cancel)
    {
        if (who.Rank != Rank.Founder) return Refusal.NotFound;
        var found = await accounts.FindAsync(who, memberId, cancel);
        if (found.Refusal is { } missing) return missing;
        var member = found.Value.Member;
        if (MemberName.Fold(typed.Trim()) != member.NormalizedUserName) return Refusal.Invalid("Typed", "NameNotTyped");
        if (isFounder && found.Value.Rank < Rank.Administrator) return Refusal.Invalid("Typed", "FounderIsAdministrator");
        var refused = await db.InTransactionAsync<Refusal?>(async () =>
        {
            // The rows of all founders are locked by the writing, so that two can't take it from each other at once.
            await db.Members.Where(m => m.IsFounder).ExecuteUpdateAsync(m => m.SetProperty(x => x.IsFounder, x => x.IsFounder), cancel);
            if (!isFounder && !await db.Members.AnyAsync(m => m.IsFounder && m.Id != memberId, cancel)) return Refusal.Invalid("Typed", "LastFounder");
            if (await db.Members.Where(m => m.Id == memberId && m.IsFounder != isFounder).ExecuteUpdateAsync(m => m.SetProperty(x => x.IsFounder, isFounder), cancel) == 0)
                return new Refusal(RefusalKind.Conflict, "AlreadyDone");
            db.Log(who, isFounder ? "member.founder.add" : "member.founder.remove", memberId: memberId);
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);
        viewers.Forget(memberId);
        return refused;
    }
}
