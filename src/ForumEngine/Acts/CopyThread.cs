using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>Copies a thread's first post into another board as a new thread by the same author, with a link to where it is from.</summary>
public sealed class CopyThread(ForumDb db, BoardTrees trees, PostRenderer renderer)
{
    internal async Task<Refusal?> RunAsync(HeldThread held, int boardId, long postId, CancellationToken cancel)
    {
        if (held.Check(ThreadAct.Copy) is { } refused) return refused;
        var target = (await trees.CurrentAsync(cancel)).FindVisible(boardId, held.Who);
        if (MoveThread.WhyNotTo(held.Who, target, held.Board) is { } not) return not;
        if (held.Thread.Kind != ThreadKind.Plain) return Refusal.Forbidden("NotSpecials");
        if (target!.TypeRequired && target.Types.Length > 0) return Refusal.Invalid("BoardId", "TypeMissing");
        var first = await db.Posts.SingleAsync(p => p.ThreadId == held.Thread.Id && p.Floor == 1, cancel);
        var source = $"{first.Body}\n\n[url=/threads/{held.Thread.Id}]{PostText.CleanTitle(held.Thread.Title).Replace('[', '(').Replace(']', ')')}[/url]";
        var body = await renderer.RenderAsync(source, first.Options, cancel);
        var copy = CopyOf(held.Thread, target.Id, held.Who.Now);
        db.Threads.Add(copy);
        await db.SaveChangesAsync(cancel);
        db.Posts.Add(FirstPost(first, copy, body, postId, held.Who));
        var now = held.Who.Now;
        Outbox.Add(db, BoardDelta.Kind, new BoardDelta(copy.BoardId, 1, 1, now, new LastPost(copy.Id, copy.Title, copy.LastAuthorId, copy.LastAuthorName)), now);
        await db.Members.Where(m => m.Id == copy.AuthorId)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.Threads, x => x.Threads + 1).SetProperty(x => x.Posts, x => x.Posts + 1), cancel);
        await held.RecordAsync(new Done(Facet.Copy, "thread.copy", "", copy.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), cancel);
        return null;
    }

    private static Thread CopyOf(Thread thread, int boardId, DateTime now) => new()
    {
        BoardId = boardId,
        Title = thread.Title,
        AuthorId = thread.AuthorId,
        AuthorName = thread.AuthorName,
        IsAnonymous = thread.IsAnonymous,
        CreatedAt = now,
        LastFloor = 1,
        LastPostAt = now,
        LastAuthorId = thread.IsAnonymous ? null : thread.AuthorId,
        LastAuthorName = thread.IsAnonymous ? "" : thread.AuthorName,
        ReadLevel = thread.ReadLevel,
        HidesReplies = thread.HidesReplies,
        NewestFirst = thread.NewestFirst,
        NotifiesAuthor = thread.NotifiesAuthor,
    };

    private static Post FirstPost(Post first, Thread copy, PostBody body, long id, Viewer by) => new()
    {
        Id = id,
        ThreadId = copy.Id,
        Floor = 1,
        AuthorId = first.AuthorId,
        AuthorName = first.AuthorName,
        IsAnonymous = first.IsAnonymous,
        Format = first.Format,
        Body = body.Source,
        Html = body.Html,
        HiddenHtml = body.Hidden,
        RendererVersion = body.Version,
        Options = first.Options,
        CreatedAt = by.Now,
        Address = by.Address,
        Port = by.Port,
    };
}
