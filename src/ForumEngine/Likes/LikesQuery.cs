using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Likes;

/// <summary>Who supports a post, a stretch at a time; <paramref name="Next"/> is the member to go on after.</summary>
public sealed record LikeList(PostInPlace At, IReadOnlyList<LikeLine> Lines, int? Next);

public sealed record LikeLine(int MemberId, string Name, DateTime At);

/// <summary>Reads who supports a post; whoever may read the post may see it. In the order of the members' ids, as the key has them.</summary>
public sealed class LikesQuery(ForumDb db, FindPost find)
{
    private const int PageSize = 50;

    public async Task<Outcome<LikeList>> RunAsync(Viewer who, long postId, int after, CancellationToken cancel)
    {
        var found = await find.VisibleAsync(who, postId, cancel);
        if (found.Refusal is { } refused) return refused;
        if (found.Value.Post.State != ContentState.Published) return Refusal.NotFound;
        var lines = await (
            from l in db.Likes
            join m in db.Members on l.MemberId equals m.Id
            where l.PostId == postId && l.MemberId > after
            orderby l.MemberId
            select new LikeLine(l.MemberId, m.UserName!, l.At)).Take(PageSize + 1).ToListAsync(cancel);
        return new LikeList(found.Value, [.. lines.Take(PageSize)], lines.Count > PageSize ? lines[PageSize - 1].MemberId : null);
    }
}
