using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>A thread's last published post as its row keeps it: without a name where it is anonymous, or a hidden reply.</summary>
public static class ThreadLastPost
{
    /// <summary>In the caller's transaction. A later bump of the thread by a post before <paramref name="ifUpTo"/> stays.</summary>
    public static async Task SetAsync(ForumDb db, long threadId, int ifUpTo, CancellationToken cancel)
    {
        var last = await (
            from p in db.Posts
            join t in db.Threads on p.ThreadId equals t.Id
            where p.ThreadId == threadId && p.State == ContentState.Published
            orderby p.Floor descending
            select new { p.Floor, p.CreatedAt, t.RaisedAt, p.AuthorId, p.AuthorName, IsTold = !p.IsAnonymous && !(t.HidesReplies && p.Floor > 1) })
            .FirstOrDefaultAsync(cancel);
        if (last is null || last.Floor > ifUpTo) return;
        // Votes bring a poll's thread to the front as well, and stay.
        var voted = await db.PollBallots.Where(b => b.ThreadId == threadId).MaxAsync(b => (DateTime?)b.At, cancel);
        var at = last.RaisedAt ?? (voted > last.CreatedAt ? voted.Value : last.CreatedAt);
        await db.Threads.Where(t => t.Id == threadId).ExecuteUpdateAsync(t => t
            .SetProperty(x => x.LastPostAt, at)
            .SetProperty(x => x.LastAuthorId, last.IsTold ? last.AuthorId : null)
            .SetProperty(x => x.LastAuthorName, last.IsTold ? last.AuthorName : ""), cancel);
    }
}
