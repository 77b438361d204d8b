using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>What a member sees of a sanction when they appeal; <paramref name="Appeal"/> is there once they have.</summary>
public sealed record AppealFacts(DarkroomRow Row, Appeal? Appeal, bool MayAppeal);

/// <summary>The page of the appeal, for the sanctioned member alone, whether signed in or not.</summary>
public sealed class AppealPage(ForumDb db, DarkroomPage darkroom)
{
    /// <summary>Null: there is no such sanction of this member.</summary>
    public async Task<AppealFacts?> ReadAsync(Viewer who, int memberId, int sanctionId, CancellationToken cancel)
    {
        var sanction = await db.Sanctions.SingleOrDefaultAsync(s => s.Id == sanctionId && s.MemberId == memberId, cancel);
        if (sanction is null) return null;
        var row = await darkroom.FindAsync(who with { MemberId = memberId }, sanctionId, cancel);
        if (row.Refusal is not null) return null;
        var appeal = sanction.Appeal == AppealState.None ? null : await db.Appeals.SingleOrDefaultAsync(a => a.SanctionId == sanctionId, cancel);
        return new AppealFacts(row.Value, appeal, AppealRules.WhyNotAppeal(memberId, sanction, who.Now) is null);
    }
}
