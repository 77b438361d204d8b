using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Sanctions;

/// <summary>
/// A post of evidence as it was. <paramref name="AuthorName"/> is empty where it is anonymous; <paramref name="IsThere"/>: the
/// reader can open it, <paramref name="IsSame"/>: and it wasn't edited since.
/// </summary>
public sealed record EvidenceLine(EvidencePost Post, string AuthorName, string Html, bool IsThere, bool IsSame);

/// <summary>The evidence of a sanction as far as the reader may see it; of the rest they learn how much there is.</summary>
public sealed record EvidenceList(IReadOnlyList<EvidenceLine> Lines, int Withheld);

/// <summary>
/// Shows evidence: to staff who see deleted posts there, to the author, and to whoever may read the post today. What is
/// anonymous only to its author and to those who may learn whose it is: a sanction names the author.
/// </summary>
public sealed class EvidenceShow(ForumDb db, BoardTrees trees, PostRenderer renderer)
{
    public async Task<EvidenceList> OfAsync(Viewer who, DarkroomRow row, CancellationToken cancel)
    {
        if (row.Evidence == 0) return new([], 0);
        var kept = await db.EvidencePosts.Where(e => e.SanctionId == row.Id).OrderBy(e => e.PostId).ToListAsync(cancel);
        var ids = kept.ConvertAll(e => e.PostId);
        var today = await (from p in db.Posts join t in db.Threads on p.ThreadId equals t.Id where ids.Contains(p.Id) select new Today(p.Id, p.Floor, p.State, p.AuthorId, p.Version, t))
            .ToDictionaryAsync(p => p.PostId, cancel);
        var tree = await trees.CurrentAsync(cancel);
        var shown = kept.Where(e => Sees(who, tree, e, today.GetValueOrDefault(e.PostId))).ToList();
        var bodies = await renderer.RenderAsync([.. shown.Select(e => new PostSource(e.Body, PostOptions.None))], cancel);
        return new EvidenceList([.. shown.Select((e, i) => Line(who, tree, e, bodies[i], today.GetValueOrDefault(e.PostId)))], row.Evidence - shown.Count);
    }

    private static EvidenceLine Line(Viewer who, BoardTree tree, EvidencePost e, PostBody body, Today? now)
    {
        var facts = new ReaderFacts { SeesHidden = who.Is(e.AuthorId) || SeesDeleted(who, tree, e, now) };
        return new(e, e.IsAnonymous ? "" : e.AuthorName, PostMarkup.Resolve(body.Html, body.Hidden, facts), Reads(who, tree, now), now?.Version == e.Version);
    }

    private static bool Sees(Viewer who, BoardTree tree, EvidencePost e, Today? now)
    {
        if (who.Is(e.AuthorId)) return true;
        if (e.IsAnonymous && !(Board(tree, e, now) is { } board && who.May(StaffRight.SeeAddresses, board))) return false;
        return SeesDeleted(who, tree, e, now) || Reads(who, tree, now);
    }

    private static bool SeesDeleted(Viewer who, BoardTree tree, EvidencePost e, Today? now) => Board(tree, e, now) is { } board && ThreadStaffRules.SeesDeleted(who, board);

    /// <summary>Whether this reader can open the post today.</summary>
    private static bool Reads(Viewer who, BoardTree tree, Today? now) => now is { State: ContentState.Published, Thread.State: ContentState.Published }
        && tree.Find(now.Thread.BoardId) is { } board && ThreadRules.WhyNotRead(who, board, FindPost.Facts(now.Thread)) is null
        && ReplyVisibility.Sees(who, board, FindPost.Facts(now.Thread), now.Floor, now.AuthorId);

    /// <summary>Where it stands, or stood.</summary>
    private static BoardNode? Board(BoardTree tree, EvidencePost e, Today? now) => tree.Find(now?.Thread.BoardId ?? e.BoardId);

    private sealed record Today(long PostId, int Floor, ContentState State, int? AuthorId, int Version, Thread Thread);
}
