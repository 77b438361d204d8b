using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>What a clean-up is to take of a member: <paramref name="Days"/> back from now, 0 for all; null leaves the posts.</summary>
public sealed record CleanUpWish(int? Days, ProfileParts Parts)
{
    public static readonly CleanUpWish Nothing = new(null, ProfileParts.None);

    public bool IsNothing => Days is null && Parts == ProfileParts.None;
}

/// <summary>A post that a clean-up takes; floor 1 is the whole thread.</summary>
public sealed record CleanUpTarget(long PostId, long ThreadId, int Floor);

/// <summary>What goes, before it goes: <paramref name="OthersReplies"/> stand in the threads. <paramref name="Parts"/> are those with something in them.</summary>
public sealed record CleanUpPreview(int Threads, int Replies, int OthersReplies, IReadOnlyList<CleanUpSample> Sample, ProfileParts Parts)
{
    public bool IsEmpty => Threads + Replies == 0 && Parts == ProfileParts.None;
}

/// <summary>One of the newest of what goes.</summary>
public sealed record CleanUpSample(long PostId, int Floor, string Title, string Excerpt, BoardNode Board, DateTime At);

/// <summary>Finds what a clean-up takes: published, in boards where the viewer deletes; what is anonymous only where they may learn whose it is.</summary>
public sealed class CleanUpSearch(ForumDb db, BoardTrees trees)
{
    /// <summary>Posts that one clean-up takes at most, the newest first.</summary>
    public const int MostPosts = 20_000;

    private const int SampleSize = 10;
    private const int ExcerptLength = 80;

    /// <summary>Replies in threads that go as a whole are not named by themselves. A board limits it to itself and what is below.</summary>
    public async Task<IReadOnlyList<CleanUpTarget>> FindAsync(Viewer who, int memberId, int? days, BoardNode? within, CancellationToken cancel)
    {
        if (days is null) return [];
        var found = await (await PostsAsync(who, memberId, days.Value, within, cancel))
            .OrderByDescending(x => x.Post.CreatedAt).Take(MostPosts)
            .Select(x => new CleanUpTarget(x.Post.Id, x.Post.ThreadId, x.Post.Floor)).ToListAsync(cancel);
        var threads = found.Where(t => t.Floor == 1).Select(t => t.ThreadId).ToHashSet();
        return [.. found.Where(t => t.Floor == 1 || !threads.Contains(t.ThreadId))];
    }

    public async Task<CleanUpPreview> PreviewAsync(Viewer who, int memberId, CleanUpWish wish, BoardNode? within, CancellationToken cancel)
    {
        var parts = await PartsAsync(memberId, cancel) & wish.Parts;
        if (wish.Days is not { } days) return new CleanUpPreview(0, 0, 0, [], parts);
        var targets = await FindAsync(who, memberId, days, within, cancel);
        var posts = await PostsAsync(who, memberId, days, within, cancel);
        var others = await posts.Where(x => x.Post.Floor == 1).SumAsync(x => db.Posts.Count(p =>
            p.ThreadId == x.Thread.Id && p.State == ContentState.Published && p.Floor > 1 && p.AuthorId != memberId), cancel);
        var tree = await trees.CurrentAsync(cancel);
        var sample = await posts.OrderByDescending(x => x.Post.CreatedAt).Take(SampleSize)
            .Select(x => new { x.Post.Id, x.Post.Floor, x.Post.Body, x.Post.CreatedAt, x.Thread.Title, x.Thread.BoardId }).ToListAsync(cancel);
        var threads = targets.Count(t => t.Floor == 1);
        return new CleanUpPreview(threads, targets.Count - threads, others,
            [.. sample.Select(s => new CleanUpSample(s.Id, s.Floor, s.Title, PostMarkup.ToExcerpt(s.Body, ExcerptLength), tree.Find(s.BoardId)!, s.CreatedAt))], parts);
    }

    /// <summary>Those with something in them.</summary>
    private async Task<ProfileParts> PartsAsync(int memberId, CancellationToken cancel)
    {
        var m = await db.Members.Where(m => m.Id == memberId)
            .Select(m => new { m.AvatarVersion, m.Signature, m.Bio, m.Location, m.CustomTitle }).SingleOrDefaultAsync(cancel);
        if (m is null) return ProfileParts.None;
        return (m.AvatarVersion > 0 ? ProfileParts.Avatar : 0) | (m.Signature.Length > 0 ? ProfileParts.Signature : 0)
            | (m.Bio.Length + m.Location.Length > 0 ? ProfileParts.Bio : 0) | (m.CustomTitle.Length > 0 ? ProfileParts.CustomTitle : 0);
    }

    private async Task<IQueryable<Found>> PostsAsync(Viewer who, int memberId, int days, BoardNode? within, CancellationToken cancel)
    {
        var boards = (within?.SelfAndBelow ?? (await trees.CurrentAsync(cancel)).All).Where(b => who.May(StaffRight.DeletePosts, b)).ToList();
        int[] ids = [.. boards.Select(b => b.Id)], seen = [.. boards.Where(b => who.May(StaffRight.SeeAddresses, b)).Select(b => b.Id)];
        var since = days == 0 ? DateTime.UnixEpoch : who.Now.AddDays(-days);
        return from p in db.Posts
               join t in db.Threads on p.ThreadId equals t.Id
               where p.AuthorId == memberId && p.CreatedAt >= since && p.State == ContentState.Published && t.State == ContentState.Published
                   && ids.Contains(t.BoardId) && (!p.IsAnonymous || seen.Contains(t.BoardId))
               select new Found { Post = p, Thread = t };
    }

    private sealed class Found
    {
        public required Post Post { get; init; }
        public required Thread Thread { get; init; }
    }
}
