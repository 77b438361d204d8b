using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Notices;

/// <summary>The one way to a member's inbox.</summary>
public static class Notify
{
    /// <summary>In the caller's transaction, which saves the row; call Viewers.Forget for the member after the commit.</summary>
    public static async Task AddAsync(ForumDb db, Notice notice, CancellationToken cancel)
    {
        db.Notices.Add(notice);
        await db.Members.Where(m => m.Id == notice.MemberId)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.UnreadNotices, x => x.UnreadNotices + 1), cancel);
    }
}
