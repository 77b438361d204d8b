using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Threads;

/// <summary>Page 100 shows what OFFSET would show, in the same order, without paying for the pages before it (architecture.md 4.5).</summary>
public sealed class DeepListTests
{
    private const int Count = 2300;

    [Theory, EveryDatabase]
    public async Task Every_page_of_a_long_board_follows_the_one_before(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await LongBoardAsync(forum);
        var guest = await forum.GuestAsync();
        List<long> seen = [];
        for (var page = 1; page <= Count / 20; page++) seen.AddRange((await PageAsync(forum, guest, board, page)).Value.Rows.Select(r => r.Id));
        Assert.Equal(await forum.Rows(d => d.Threads.Where(t => t.Sticky == Sticky.No).OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id).Select(t => t.Id).ToListAsync()), seen);
        Assert.Equal(RefusalKind.NotFound, (await PageAsync(forum, guest, board, Count / 20 + 1)).Refusal!.Kind);
    }

    [Theory, EveryDatabase]
    public async Task Stickies_stand_above_page_one_only_and_do_not_count(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var author = await forum.MemberAsync("author");
        var category = await forum.CategoryAsync();
        var board = await forum.BoardAsync("Board", category);
        var sister = await forum.BoardAsync("Sister", category);
        var stranger = await forum.BoardAsync("Stranger", await forum.CategoryAsync("Other"));
        for (var i = 0; i < 25; i++) await forum.ThreadAsync(board, author, $"Thread {i}");
        await forum.ThreadAsync(board, author, "Own", adjust: t => t.Sticky = Sticky.Board);
        await forum.ThreadAsync(sister, author, "Category", adjust: t => t.Sticky = Sticky.Category);
        await forum.ThreadAsync(stranger, author, "Site", adjust: t => t.Sticky = Sticky.Site);
        await forum.ThreadAsync(sister, author, "Sister's own", adjust: t => t.Sticky = Sticky.Board);
        await forum.ThreadAsync(stranger, author, "Other category", adjust: t => t.Sticky = Sticky.Category);

        var guest = await forum.GuestAsync();
        var first = (await PageAsync(forum, guest, board, 1)).Value;
        var second = (await PageAsync(forum, guest, board, 2)).Value;
        Assert.Equal(["Site", "Category", "Own"], first.Stickies.Select(s => s.Title));
        Assert.Equal((20, 5, 0), (first.Rows.Count, second.Rows.Count, second.Stickies.Count));
    }

    private static Task<Outcome<BoardPage>> PageAsync(Forum forum, Viewer who, Board board, int page) =>
        forum.Use<BoardPageQuery, Outcome<BoardPage>>(q => q.RunAsync(who, new BoardQuery(board.Id, page, BoardOrder.LastPost, null, null, null), default));

    /// <summary>Many threads, every three of them with the same last post.</summary>
    private static async Task<Board> LongBoardAsync(Forum forum)
    {
        var board = await forum.BoardAsync();
        await forum.Rows(async d =>
        {
            d.Threads.AddRange(Enumerable.Range(0, Count).Select(i => new Thread
            {
                BoardId = board.Id,
                Title = $"Thread {i}",
                AuthorName = "a",
                LastAuthorName = "a",
                CreatedAt = forum.Now,
                LastPostAt = forum.Now.AddSeconds(-(i * 7919 % Count) / 3),
                LastFloor = 1,
            }));
            await d.SaveChangesAsync();
            return await d.BoardStats.Where(s => s.BoardId == board.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Threads, Count));
        });
        return board;
    }
}
