using System.Globalization;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Acts;

/// <summary>A post on its way to another floor.</summary>
internal sealed record FloorMove(long PostId, long ThreadId, int Floor);

/// <summary>
/// Gives posts of two locked threads new floors. The primary key is (thread, floor), so all are made negative first and set one by
/// one afterwards (architecture.md 4.2): no floor is ever taken twice.
/// </summary>
internal static class Floors
{
    /// <summary>Posts that are renumbered at once: some ten seconds of work.</summary>
    public const int Most = 20_000;

    private const int PerStatement = 500;

    /// <summary>Every post of the threads must be in <paramref name="moves"/>.</summary>
    public static async Task SetAsync(ForumDb db, IReadOnlyList<long> threads, IReadOnlyList<FloorMove> moves, CancellationToken cancel)
    {
        await db.Posts.Where(p => threads.Contains(p.ThreadId)).ExecuteUpdateAsync(p => p.SetProperty(x => x.Floor, x => -x.Floor), cancel);
        foreach (var chunk in moves.Chunk(PerStatement)) await db.Database.ExecuteSqlRawAsync(Update(chunk), cancel);
    }

    /// <summary>Numbers only, so nothing needs a parameter.</summary>
    private static string Update(FloorMove[] moves) => $"""
        UPDATE posts
        SET ThreadId = CASE Id {Cases(moves, m => m.ThreadId)} END,
            Floor = CASE Id {Cases(moves, m => m.Floor)} END
        WHERE Id IN ({string.Join(',', moves.Select(m => m.PostId))})
        """;

    private static string Cases(FloorMove[] moves, Func<FloorMove, long> value) =>
        string.Join(' ', moves.Select(m => string.Create(CultureInfo.InvariantCulture, $"WHEN {m.PostId} THEN {value(m)}")));

    /// <summary>Takes these floors out of a thread into another, empty one; both are numbered from 1.</summary>
    public static async Task ApartAsync(ForumDb db, long threadId, long otherId, IReadOnlyCollection<int> floors, CancellationToken cancel)
    {
        var chosen = floors.ToHashSet();
        var posts = await db.Posts.Where(p => p.ThreadId == threadId).OrderBy(p => p.Floor).Select(p => new { p.Id, p.Floor }).ToListAsync(cancel);
        var moves = posts.Where(p => !chosen.Contains(p.Floor)).Select((p, i) => new FloorMove(p.Id, threadId, i + 1))
            .Concat(posts.Where(p => chosen.Contains(p.Floor)).Select((p, i) => new FloorMove(p.Id, otherId, i + 1)));
        await SetAsync(db, [threadId, otherId], [.. moves], cancel);
    }

    /// <summary>Writes what follows from the posts: last floor, replies, files, last post. A thread without posts has none of it.</summary>
    public static async Task SettleAsync(ForumDb db, long threadId, CancellationToken cancel)
    {
        var posts = db.Posts.Where(p => p.ThreadId == threadId);
        var last = await posts.MaxAsync(p => (int?)p.Floor, cancel) ?? 0;
        var replies = await posts.CountAsync(p => p.Floor > 1 && p.State == ContentState.Published, cancel);
        var files = await (from p in posts join a in db.Attachments on p.Id equals a.PostId where p.Files > 0 select a.IsImage).Distinct().ToListAsync(cancel);
        var (images, others) = (files.Contains(true), files.Contains(false));
        await db.Threads.Where(t => t.Id == threadId).ExecuteUpdateAsync(t => t
            .SetProperty(x => x.LastFloor, last).SetProperty(x => x.Replies, replies)
            .SetProperty(x => x.HasImages, images).SetProperty(x => x.HasFiles, others), cancel);
        await ThreadLastPost.SetAsync(db, threadId, int.MaxValue, cancel);
    }
}
