using System.Text.Json;
using ForumEngine.Accounts;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Members;

/// <summary>Gives a member a further group for some days, and takes it away.</summary>
public sealed class ChangeFurtherGroups(ForumDb db, ChangeMember accounts, GroupSets groups, Viewers viewers)
{
    public const int MaxDays = 3650;

    /// <summary><paramref name="days"/> 0 is for ever; given again, the new end counts.</summary>
    public async Task<Refusal?> GiveAsync(Viewer who, int memberId, int groupId, int days, CancellationToken cancel)
    {
        if (await WhyNotAsync(who, memberId, groupId, cancel) is { } refused) return refused;
        if (days is < 0 or > MaxDays) return Refusal.Invalid("Days", "NumberOutOfRange", 0, MaxDays);
        DateTime? until = days == 0 ? null : who.Now.AddDays(days);
        await db.InTransactionAsync(async () =>
        {
            await db.MemberGroups.Where(g => g.MemberId == memberId && g.GroupId == groupId).ExecuteDeleteAsync(cancel);
            db.MemberGroups.Add(new MemberGroup { MemberId = memberId, GroupId = groupId, ExpiresAt = until });
            db.Log(who, "member.group.add", memberId: memberId, details: JsonSerializer.Serialize(new { group = groupId, until }));
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(memberId);
        return null;
    }

    public async Task<Refusal?> TakeAsync(Viewer who, int memberId, int groupId, CancellationToken cancel)
    {
        if (await WhyNotAsync(who, memberId, groupId, cancel) is { } refused) return refused;
        var gone = await db.InTransactionAsync(async () =>
        {
            if (await db.MemberGroups.Where(g => g.MemberId == memberId && g.GroupId == groupId).ExecuteDeleteAsync(cancel) == 0) return false;
            db.Log(who, "member.group.remove", memberId: memberId, details: JsonSerializer.Serialize(new { group = groupId }));
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        viewers.Forget(memberId);
        return gone ? null : new Refusal(RefusalKind.Conflict, "AlreadyDone");
    }

    private async Task<Refusal?> WhyNotAsync(Viewer who, int memberId, int groupId, CancellationToken cancel)
    {
        var found = await accounts.FindAsync(who, memberId, cancel);
        if (found.Refusal is { } missing) return missing;
        return MemberRules.WhyNotEdit(who, memberId, found.Value.Rank) ?? MemberRules.WhyNotGroup(who, memberId, (await groups.CurrentAsync(cancel)).Find(groupId));
    }
}
