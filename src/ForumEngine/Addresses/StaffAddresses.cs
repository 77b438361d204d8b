using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Addresses;

/// <summary>Whose office a ban would close.</summary>
public sealed class StaffAddresses(ForumDb db, GroupSets groups)
{
    private const int MostNames = 5;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <summary>Names of staff who were at one of these addresses in the last 30 days; at most five.</summary>
    public async Task<IReadOnlyList<string>> InAsync(AddressRange range, DateTime now, CancellationToken cancel)
    {
        var since = now - Lately;
        int[] ranked = [.. (await groups.CurrentAsync(cancel)).All.Where(g => g.Rank > Rank.Member).Select(g => g.Id)];
        var staff = await db.Members
            .Where(m => m.LastAddress != null && m.LastSeenAt > since && (m.IsFounder || ranked.Contains(m.GroupId)
                || db.MemberGroups.Any(g => g.MemberId == m.Id && ranked.Contains(g.GroupId))))
            .Select(m => new { Name = m.UserName!, Address = m.LastAddress! }).ToListAsync(cancel);
        return [.. staff.Where(m => m.Address.Length == 16 && range.Contains(AddressRange.Number(m.Address))).Select(m => m.Name).Order(StringComparer.Ordinal).Take(MostNames)];
    }
}
