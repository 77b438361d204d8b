using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Takes a member's second factor away from the command line: the way back in for an operator who lost it.</summary>
public sealed class ResetSecondFactor(ForumDb db, Viewers viewers)
{
    public async Task<Refusal?> RunAsync(Viewer actor, string name, CancellationToken cancel)
    {
        var folded = MemberName.Fold(name);
        if (await db.Members.SingleOrDefaultAsync(m => m.NormalizedUserName == folded, cancel) is not { } member) return Refusal.NotFound;
        if (!member.TwoFactorEnabled) return new Refusal(RefusalKind.Conflict, "FactorIsOff");
        await db.InTransactionAsync(async () =>
        {
            await TakeAwayAsync(db, actor, member.Id, "", cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(member.Id);
        return null;
    }

    /// <summary>Staff have the days of grace again, from now on.</summary>
    internal static async Task TakeAwayAsync(ForumDb db, Viewer actor, int memberId, string reason, CancellationToken cancel)
    {
        await ChangeSecondFactor.RemoveAsync(db, memberId, SecurityStamps.New(), cancel);
        await db.Members.Where(m => m.Id == memberId && m.FactorAskedAt != null).ExecuteUpdateAsync(m => m.SetProperty(x => x.FactorAskedAt, actor.Now), cancel);
        db.Log(actor, "member.factor.remove", reason, memberId: memberId);
    }
}
