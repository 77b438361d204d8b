using System.Text.Json;
using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Notices;

/// <summary>
/// Tells the quoted, the mentioned and the thread's author of a post: each once, as the first of these; nobody of their own
/// post, and nobody who may no longer see it. Runs in the outbox's transaction, so exactly once.
/// </summary>
public sealed class NotifyOfPost(BoardTrees trees, Viewers viewers, TimeProvider clock) : IOutboxHandler
{
    public string Kind => PostWritten.Kind;
    public bool InTransaction => true;

    public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        foreach (var payload in payloads)
            if (JsonSerializer.Deserialize<PostWritten>(payload) is { } written) await TellAsync(db, written, cancel);
    }

    private async Task TellAsync(ForumDb db, PostWritten written, CancellationToken cancel)
    {
        var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == written.PostId && p.State == ContentState.Published, cancel);
        if (post is null) return;
        // Where the post is now: threads may have been merged or moved since it was written.
        var thread = await db.Threads.SingleAsync(t => t.Id == post.ThreadId, cancel);
        if (thread.State != ContentState.Published || (await trees.CurrentAsync(cancel)).Find(thread.BoardId) is not { } board) return;

        HashSet<int> told = post.AuthorId is { } author ? [author] : [];
        foreach (var (member, kind) in await ConcernedAsync(db, written, thread, cancel))
        {
            if (!told.Add(member) || !await MayReadAsync(member, post, thread, board, cancel)) continue;
            if (written.IsEdit && await db.Notices.AnyAsync(n => n.MemberId == member && n.PostId == post.Id, cancel)) continue;
            await Notify.AddAsync(db, NoticeOf(post, thread, member, kind), cancel);
        }
    }

    private static async Task<List<(int Member, NoticeKind Kind)>> ConcernedAsync(ForumDb db, PostWritten written, Thread thread, CancellationToken cancel)
    {
        var concerned = new List<(int, NoticeKind)>();
        if (written.QuotedPostId is { } id && await db.Posts.Where(p => p.Id == id).Select(p => p.AuthorId).SingleOrDefaultAsync(cancel) is { } quoted)
            concerned.Add((quoted, NoticeKind.Quote));
        if (written.Mentions.Count > 0)
            concerned.AddRange((await db.Members.Where(m => written.Mentions.Contains(m.NormalizedUserName!)).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancel))
                .Select(m => (m, NoticeKind.Mention)));
        if (written is { IsEdit: false, Floor: > 1 } && thread is { NotifiesAuthor: true, AuthorId: { } starter }) concerned.Add((starter, NoticeKind.ReplyToThread));
        return concerned;
    }

    private Notice NoticeOf(Post post, Thread thread, int member, NoticeKind kind) => new()
    {
        MemberId = member,
        Kind = kind,
        At = clock.Now(),
        ActorId = post.IsAnonymous ? null : post.AuthorId,
        ActorName = post.IsAnonymous ? "" : post.AuthorName,
        ThreadId = thread.Id,
        PostId = post.Id,
        Title = thread.Title,
    };

    private async Task<bool> MayReadAsync(int memberId, Post post, Thread thread, BoardNode board, CancellationToken cancel)
    {
        var reader = await viewers.ForAsync(memberId, null, 0, cancel);
        var facts = FindPost.Facts(thread);
        return !reader.IsGuest && ThreadRules.WhyNotRead(reader, board, facts) is null
            && ReplyVisibility.Sees(reader, board, facts, post.Floor, post.AuthorId);
    }
}
