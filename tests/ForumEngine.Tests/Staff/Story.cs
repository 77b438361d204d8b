using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Staff;

/// <summary>A thread by one member with replies by another and by the first, written through the use cases.</summary>
public sealed class Story
{
    public required Forum Forum { get; init; }
    public required Board Board { get; init; }
    public required Member Author { get; init; }
    public required Member Answerer { get; init; }
    public required Viewer Staff { get; init; }
    public required Thread Thread { get; init; }

    /// <summary>Floor 4, by the answerer.</summary>
    public required long LastPostId { get; init; }

    public static async Task<Story> WriteAsync(Forum forum)
    {
        await forum.SetAsync("Posting.FloodSeconds", "0");
        var board = await forum.BoardAsync();
        var (author, answerer) = (await forum.MemberAsync("author"), await forum.MemberAsync("answerer"));
        var staff = await forum.AdministratorAsync();
        var start = await forum.Use<StartThread, Outcome<PostPlace>>(async u => await u.RunAsync(
            await forum.ViewerAsync(author), new NewThread(board.Id, "Bikes", "A bike for sale", null, null), default));
        var last = 0L;
        foreach (var who in new[] { answerer, author, answerer })
        {
            forum.Clock.Advance(TimeSpan.FromMinutes(1));
            last = (await forum.Use<ReplyToThread, Outcome<PostPlace>>(async u => await u.RunAsync(
                await forum.ViewerAsync(who), new Reply(start.Value.ThreadId, $"Answer of {who.UserName}", null, null), default))).Value.PostId;
        }
        await forum.RunJobsAsync();
        return new Story
        {
            Forum = forum,
            Board = board,
            Author = author,
            Answerer = answerer,
            Staff = staff,
            Thread = await forum.Rows(d => d.Threads.SingleAsync()),
            LastPostId = last,
        };
    }

    public Task<Figures> FiguresAsync() => Forum.Rows(async db =>
    {
        var stats = await db.BoardStats.SingleAsync(s => s.BoardId == Board.Id);
        var (author, answerer) = (await db.Members.SingleAsync(m => m.Id == Author.Id), await db.Members.SingleAsync(m => m.Id == Answerer.Id));
        var thread = await db.Threads.SingleAsync();
        return new Figures(stats.Threads, stats.Posts, author.Threads, author.Posts, answerer.Threads, answerer.Posts,
            thread.Replies + 1, thread.LastFloor, stats.LastAuthorName);
    });
}

/// <summary>Everything that counts posts, and who wrote the board's last one.</summary>
public sealed record Figures(int BoardThreads, int BoardPosts, int AuthorThreads, int AuthorPosts, int AnswererThreads, int AnswererPosts,
    int ThreadPosts, int LastFloor, string? LastAuthor);
