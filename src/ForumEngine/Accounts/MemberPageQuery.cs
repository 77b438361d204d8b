using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>Reads a profile and what its member wrote, as far as the viewer may read it. Anonymous writing stays anonymous.</summary>
public sealed class MemberPageQuery(ForumDb db, BoardTrees trees, GroupSets groups)
{
    public const int PageSize = 20;
    private const int ExcerptLength = 100;

    public async Task<MemberPage?> FindAsync(int id, CancellationToken cancel)
    {
        var member = await db.Members.Where(m => m.Id == id).Select(m => new
        {
            m.UserName,
            m.GroupId,
            m.CustomTitle,
            m.JoinedAt,
            m.LastSeenAt,
            m.Threads,
            m.Posts,
            m.DigestThreads,
            m.Bio,
            m.Location,
            m.AvatarVersion,
            IsApplicant = db.Applications.Any(a => a.MemberId == m.Id && a.State != ApplicationState.Approved),
        }).SingleOrDefaultAsync(cancel);
        if (member is null) return null;
        var group = (await groups.CurrentAsync(cancel)).Find(member.GroupId);
        return new MemberPage(id, member.UserName!, group, member.CustomTitle, member.JoinedAt, member.LastSeenAt,
            member.Threads, member.Posts, member.DigestThreads, member.Bio, member.Location, member.AvatarVersion)
        { IsApplicant = member.IsApplicant };
    }

    /// <summary>Threads older than the one with the id <paramref name="before"/>, or the newest.</summary>
    public async Task<MemberLines> ThreadsAsync(Viewer viewer, int id, long? before, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var rows = await db.Threads.VisibleTo(viewer, tree)
            .Where(t => t.AuthorId == id && !t.IsAnonymous && t.RedirectToThreadId == null && (before == null || t.Id < before))
            .OrderByDescending(t => t.Id).Take(PageSize + 1)
            .Select(t => new { t.Id, t.Title, t.BoardId, t.Replies, t.CreatedAt, t.Digest }).ToListAsync(cancel);
        return Page([.. rows.Select(t => new MemberLine(t.Id, t.Title, tree.Find(t.BoardId)!.Name, t.BoardId, t.Replies, t.CreatedAt, t.Digest, null))]);
    }

    /// <summary>Replies older than the one with the id <paramref name="before"/>, or the newest.</summary>
    public async Task<MemberLines> RepliesAsync(Viewer viewer, int id, long? before, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        var level = viewer.IsAdministrator ? int.MaxValue : viewer.Level(GroupRight.ReadLevel);
        var posts = db.Posts.Where(p => p.AuthorId == id && p.Floor > 1 && !p.IsAnonymous && p.State == ContentState.Published);
        // Ids are not in the order of time, so the list goes by both.
        if (before is { } last && await db.Posts.Where(p => p.Id == last).Select(p => (DateTime?)p.CreatedAt).SingleOrDefaultAsync(cancel) is { } at)
            posts = posts.Where(p => p.CreatedAt < at || (p.CreatedAt == at && p.Id < last));
        var me = viewer.MemberId ?? 0;
        int[] staffed = [.. tree.All.Where(viewer.IsStaff).Select(b => b.Id)];
        var rows = await (
            from p in posts
            join t in db.Threads.VisibleTo(viewer, tree).Where(t => t.ReadLevel <= level) on p.ThreadId equals t.Id
            where !t.HidesReplies || id == me || t.AuthorId == me || staffed.Contains(t.BoardId)
            orderby p.CreatedAt descending, p.Id descending
            select new { p.Id, t.Title, t.BoardId, t.Replies, p.CreatedAt, Body = p.IsBlocked ? "" : p.Body }).Take(PageSize + 1).ToListAsync(cancel);
        return Page([.. rows.Select(p => new MemberLine(
            p.Id, p.Title, tree.Find(p.BoardId)!.Name, p.BoardId, p.Replies, p.CreatedAt, 0, PostMarkup.ToExcerpt(p.Body, ExcerptLength)))]);
    }

    private static MemberLines Page(MemberLine[] lines) =>
        lines.Length > PageSize ? new MemberLines(lines[..PageSize], lines[PageSize - 1].Id) : new MemberLines(lines, null);
}
