using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Groups;

/// <summary>How many members have a group as their main one.</summary>
public sealed class GroupSizes(ForumDb db)
{
    public Task<Dictionary<int, int>> ReadAsync(CancellationToken cancel) =>
        db.Members.GroupBy(m => m.GroupId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    public Task<int> OfAsync(int groupId, CancellationToken cancel) => db.Members.CountAsync(m => m.GroupId == groupId, cancel);
}
