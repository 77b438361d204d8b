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
/// Tells the quoted author and the thread's author of a reply: each once, nobody of their own post, and nobody who may no
/// longer see the board. Runs in the outbox's transaction, so exactly once.
/// </summary>
public sealed class NotifyOfReply(BoardTrees trees, Viewers viewers, TimeProvider clock) : IOutboxHandler
{
    public string Kind => PostWritten.Kind;
    public bool InTransaction => true;

    public async Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        foreach (var payload in payloads)
            if (JsonSerializer.Deserialize<PostWritten>(payload) is { Floor: > 1 } written) await TellAsync(db, written, cancel);
    }

    private async Task TellAsync(ForumDb db, PostWritten written, CancellationToken cancel)
    {
        var post = await db.Posts.SingleOrDefaultAsync(p => p.Id == written.PostId && p.State == ContentState.Published, cancel);
        if (post is null) return;
        // Where the post is now: threads may have been merged or moved since it was written.
        var thread = await db.Threads.SingleAsync(t => t.Id == post.ThreadId, cancel);
        if (thread.State != ContentState.Published || (await trees.CurrentAsync(cancel)).Find(thread.BoardId) is not { } board) return;

        var quoted = written.QuotedPostId is { } id ? await db.Posts.Where(p => p.Id == id).Select(p => p.AuthorId).SingleOrDefaultAsync(cancel) : null;
        await TellAsync(quoted, NoticeKind.Quote);
        if (thread.AuthorId != quoted) await TellAsync(thread.AuthorId, NoticeKind.ReplyToThread);

        async Task TellAsync(int? memberId, NoticeKind kind)
        {
            if (memberId is not { } member || member == post.AuthorId || !await MayReadAsync(member, thread, board, cancel)) return;
            await Notify.AddAsync(db, new Notice
            {
                MemberId = member,
                Kind = kind,
                At = clock.Now(),
                ActorId = post.IsAnonymous ? null : post.AuthorId,
                ActorName = post.IsAnonymous ? "" : post.AuthorName,
                ThreadId = thread.Id,
                PostId = post.Id,
                Title = thread.Title,
            }, cancel);
        }
    }

    private async Task<bool> MayReadAsync(int memberId, Threads.Thread thread, BoardNode board, CancellationToken cancel)
    {
        var reader = await viewers.ForAsync(memberId, null, 0, cancel);
        return !reader.IsGuest && reader.May(BoardRight.View, board)
            && (thread.ReadLevel == 0 || thread.AuthorId == memberId || reader.IsStaff(board) || reader.Level(GroupRight.ReadLevel) >= thread.ReadLevel);
    }
}
