using ForumEngine.Attachments;
using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Staff;
using ForumEngine.Storage;
using ForumEngine.Threads;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Review;

/// <summary>A post that stands before the one that waits.</summary>
public sealed record PostBefore(int Floor, string AuthorName, string Excerpt, DateTime At);

/// <summary>Who wrote it, as far as it helps to decide; null where the post is anonymous.</summary>
public sealed record PendingAuthor(int Id, string Name, DateTime JoinedAt, int Posts);

/// <summary>What stands on the page of one that waits.</summary>
public sealed record PendingPage
{
    public required PendingPost Row { get; init; }
    public required BoardNode Board { get; init; }
    public required Hold Hold { get; init; }
    public Thread? Thread { get; init; }
    public PendingAuthor? Author { get; init; }

    /// <summary>As readers would see it, with the words that the filter finds now marked.</summary>
    public required string Html { get; init; }

    /// <summary>What hangs on it and isn't shown in its text.</summary>
    public FilesOfPost Files { get; init; } = FilesOfPost.None;

    public IReadOnlyList<PostBefore> Before { get; init; } = [];
    public IReadOnlyList<string> PollOptions { get; init; } = [];
    public string Tags { get; init; } = "";

    /// <summary>What staff choose their reasons from; nine at most, a key each.</summary>
    public IReadOnlyList<CannedReason> Reasons { get; init; } = [];
}

/// <summary>Reads one that waits, with what surrounds it.</summary>
public sealed class PendingPageQuery(ForumDb db, ReviewDesk desk, PostRenderer renderer, WordFilter filter, HideTexts texts, PendingFiles files, PostFiles attached)
{
    private const int MostReasons = 9;
    private const int Context = 3;
    private const int ExcerptLength = 160;

    public async Task<Outcome<PendingPage>> RunAsync(Viewer who, long id, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, id, cancel);
        if (found.Refusal is { } refused) return refused;
        var (row, thread, board) = found.Value;
        var fields = row.ReadFields();
        var shown = row.PostId is { } post ? await attached.OnAsync(who, board, [post], cancel) : await files.OfAsync(row, cancel);
        return new PendingPage
        {
            Row = row,
            Board = board,
            Hold = row.ReadHold(),
            Thread = thread,
            Author = row.IsAnonymous ? null : await db.Members.Where(m => m.Id == row.AuthorId).Select(m => new PendingAuthor(m.Id, m.UserName!, m.JoinedAt, m.Posts)).SingleOrDefaultAsync(cancel),
            Html = await ShowAsync(row, fields, board, shown, cancel),
            Files = shown.Below(row.PostId ?? row.Id),
            Before = thread is null ? [] : await BeforeAsync(row, thread, cancel),
            PollOptions = [.. (fields.Choices.Poll?.Options ?? []).Select(o => o.Text ?? "")],
            Tags = fields.Choices.Tags ?? "",
            Reasons = await ReasonsAsync(cancel),
        };
    }

    public Task<List<CannedReason>> ReasonsAsync(CancellationToken cancel) => db.CannedReasons.Where(r => !r.IsPraise).OrderBy(r => r.Position).Take(MostReasons).ToListAsync(cancel);

    private async Task<string> ShowAsync(PendingPost row, PendingFields fields, BoardNode board, FilesOnPage files, CancellationToken cancel)
    {
        var marked = WordMarks.Put(row.Body, await filter.CurrentAsync(cancel), board);
        var body = await renderer.RenderAsync(marked, (fields.Choices with { Switches = board.Switches }).Flags(), cancel);
        return WordMarks.Show(PostMarkup.Resolve(body.Html, body.Hidden, new ReaderFacts { SeesHidden = true, Withheld = texts.Withheld, Shown = texts.Shown, Attachment = files.Html }));
    }

    private async Task<IReadOnlyList<PostBefore>> BeforeAsync(PendingPost row, Thread thread, CancellationToken cancel)
    {
        var posts = await db.Posts.Where(p => p.ThreadId == thread.Id && p.State == ContentState.Published && p.Id != row.PostId)
            .OrderByDescending(p => p.Floor).Take(Context).Select(p => new { p.Floor, p.AuthorName, p.IsAnonymous, p.Body, p.CreatedAt }).ToListAsync(cancel);
        return [.. posts.OrderBy(p => p.Floor).Select(p => new PostBefore(p.Floor, p.IsAnonymous ? "" : p.AuthorName, PostMarkup.ToExcerpt(p.Body, ExcerptLength), p.CreatedAt))];
    }
}
