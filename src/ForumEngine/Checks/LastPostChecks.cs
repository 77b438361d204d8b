using System.Globalization;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Checks;

/// <summary>Time and author of a thread's last published post, as the thread's row keeps them; a later vote in its poll moves the time, and so do staff.</summary>
internal sealed class ThreadLastPostCheck() : Check("thread.last-post")
{
    private const string Sql = """
        SELECT t.Id AS ThreadId, COALESCE(t.RaisedAt, CASE WHEN b.At > p.CreatedAt THEN b.At ELSE p.CreatedAt END) AS At,
            CASE WHEN p.IsAnonymous OR (t.HidesReplies AND p.Floor > 1) THEN NULL ELSE p.AuthorId END AS AuthorId,
            CASE WHEN p.IsAnonymous OR (t.HidesReplies AND p.Floor > 1) THEN '' ELSE p.AuthorName END AS AuthorName
        FROM threads t
        JOIN (SELECT ThreadId, MAX(Floor) AS Floor FROM posts WHERE State = 0 GROUP BY ThreadId) l ON l.ThreadId = t.Id
        JOIN posts p ON p.ThreadId = l.ThreadId AND p.Floor = l.Floor
        LEFT JOIN (SELECT ThreadId, MAX(At) AS At FROM poll_ballots GROUP BY ThreadId) b ON b.ThreadId = t.Id
        WHERE t.LastPostAt <> COALESCE(t.RaisedAt, CASE WHEN b.At > p.CreatedAt THEN b.At ELSE p.CreatedAt END)
            OR t.LastAuthorName <> CASE WHEN p.IsAnonymous OR (t.HidesReplies AND p.Floor > 1) THEN '' ELSE p.AuthorName END
            OR COALESCE(t.LastAuthorId, 0) <> CASE WHEN p.IsAnonymous OR (t.HidesReplies AND p.Floor > 1) THEN 0 ELSE COALESCE(p.AuthorId, 0) END
        """;

    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var wrong = await db.Database.SqlQueryRaw<Right>(Sql).ToListAsync(cancel);
        if (repair)
            foreach (var right in wrong)
                await db.Threads.Where(t => t.Id == right.ThreadId).ExecuteUpdateAsync(t => t
                    .SetProperty(x => x.LastPostAt, right.At)
                    .SetProperty(x => x.LastAuthorId, right.AuthorId)
                    .SetProperty(x => x.LastAuthorName, right.AuthorName), cancel);
        return Found(wrong.ConvertAll(r => string.Create(CultureInfo.InvariantCulture, $"thread {r.ThreadId}")), repair);
    }

    private sealed record Right(long ThreadId, DateTime At, int? AuthorId, string AuthorName);
}

/// <summary>The last post of a board as its counters keep it. Two threads of the same millisecond are both right.</summary>
internal sealed class BoardLastPostCheck() : Check("board.last-post")
{
    private const string Sql = """
        SELECT s.BoardId AS Value FROM board_stats s
        LEFT JOIN (SELECT BoardId, MAX(LastPostAt) AS At FROM threads WHERE State = 0 AND RedirectToThreadId IS NULL GROUP BY BoardId) e
            ON e.BoardId = s.BoardId
        LEFT JOIN threads t ON t.Id = s.LastThreadId AND t.BoardId = s.BoardId AND t.State = 0
        WHERE COALESCE(s.LastPostAt, '') <> COALESCE(e.At, '') OR COALESCE(t.LastPostAt, '') <> COALESCE(e.At, '')
        """;

    public override async Task<Finding> RunAsync(ForumDb db, bool repair, CancellationToken cancel)
    {
        var wrong = await db.Database.SqlQueryRaw<int>(Sql).ToListAsync(cancel);
        if (repair) foreach (var board in wrong) await RepairAsync(db, board, cancel);
        return Found(wrong.ConvertAll(id => string.Create(CultureInfo.InvariantCulture, $"board {id}")), repair);
    }

    private static async Task RepairAsync(ForumDb db, int board, CancellationToken cancel)
    {
        var last = await db.Threads
            .Where(t => t.BoardId == board && t.State == ContentState.Published && t.RedirectToThreadId == null)
            .OrderByDescending(t => t.LastPostAt).FirstOrDefaultAsync(cancel);
        await db.BoardStats.Where(s => s.BoardId == board).ExecuteUpdateAsync(s => s
            .SetProperty(x => x.LastThreadId, last == null ? null : last.Id)
            .SetProperty(x => x.LastTitle, last == null ? null : last.Title)
            .SetProperty(x => x.LastAuthorId, last == null ? null : last.LastAuthorId)
            .SetProperty(x => x.LastAuthorName, last == null ? null : last.LastAuthorName)
            .SetProperty(x => x.LastPostAt, last == null ? null : last.LastPostAt), cancel);
    }
}
