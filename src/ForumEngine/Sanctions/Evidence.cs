using System.Globalization;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>The posts a sanction points to.</summary>
public sealed class Evidence(ForumDb db, BoardTrees trees)
{
    private static readonly char[] Separators = [',', ' ', ';', '\n', '\r', '\t', '\uff0c', '#'];

    /// <summary>Ids as typed. Each must be a post in a board that the viewer reads.</summary>
    public async Task<Outcome<IReadOnlyList<long>>> ReadAsync(Viewer who, string typed, CancellationToken cancel)
    {
        var words = typed.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        var ids = words.Select(w => long.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Distinct().ToList();
        if (ids.Count > Sanction.EvidenceLimit) return Refusal.Invalid("EvidencePostIds", "TooManyEvidencePosts", Sanction.EvidenceLimit);
        if (ids.Count == 0) return ids;
        var boards = (await trees.CurrentAsync(cancel)).VisibleTo(who);
        var found = await PostsIn(boards, ids).CountAsync(cancel);
        return found == ids.Count ? ids : Refusal.Invalid("EvidencePostIds", "NoSuchPost");
    }

    /// <summary>Of the stored ids those that this viewer can open: published, in a board they read.</summary>
    public async Task<IReadOnlyList<long>> VisibleAsync(Viewer who, string stored, CancellationToken cancel)
    {
        if (stored.Length == 0) return [];
        var ids = stored.Split(',').Select(long.Parse).ToList();
        var boards = (await trees.CurrentAsync(cancel)).VisibleTo(who);
        return await PostsIn(boards, ids).Where(p => p.State == ContentState.Published)
            .Where(p => db.Threads.Any(t => t.Id == p.ThreadId && t.State == ContentState.Published)).Select(p => p.Id).Order().ToListAsync(cancel);
    }

    private IQueryable<Posts.Post> PostsIn(int[] boards, List<long> ids) =>
        from post in db.Posts
        join thread in db.Threads on post.ThreadId equals thread.Id
        where ids.Contains(post.Id) && boards.Contains(thread.BoardId)
        select post;
}
