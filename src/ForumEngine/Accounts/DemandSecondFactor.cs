using ForumEngine.Groups;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>
/// Notes when a second factor was first demanded of a member of the staff: their days of grace run from there. Forgets it of those who
/// are no longer staff, and of all when the site demands none.
/// </summary>
public sealed class DemandSecondFactor(IDbContextFactory<ForumDb> dbs, GroupSets groups, SettingsSource settings, Viewers viewers, TimeProvider clock) : IJob
{
    public TimeSpan Every => TimeSpan.FromMinutes(5);
    public bool OnEveryNode => false;

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var now = clock.Now();
        var demanded = (await settings.CurrentAsync(cancel)).Security.SecondFactor == "staff";
        int[] staff = demanded ? [.. (await groups.CurrentAsync(cancel)).All.Where(g => g.Rank >= Rank.Moderator).Select(g => g.Id)] : [];
        var isStaff = db.Members.Where(m => (demanded && m.IsFounder) || staff.Contains(m.GroupId)
            || db.MemberGroups.Any(g => g.MemberId == m.Id && staff.Contains(g.GroupId) && (g.ExpiresAt == null || g.ExpiresAt > now))).Select(m => m.Id);
        var asked = await db.Members.Where(m => m.FactorAskedAt == null && !m.TwoFactorEnabled && isStaff.Contains(m.Id)).Select(m => m.Id).ToListAsync(cancel);
        var free = await db.Members.Where(m => m.FactorAskedAt != null && !isStaff.Contains(m.Id)).Select(m => m.Id).ToListAsync(cancel);
        if (asked.Count > 0) await db.Members.Where(m => asked.Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(x => x.FactorAskedAt, now), cancel);
        if (free.Count > 0) await db.Members.Where(m => free.Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(x => x.FactorAskedAt, (DateTime?)null), cancel);
        foreach (var id in asked.Concat(free)) viewers.Forget(id);
    }
}
