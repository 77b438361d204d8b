using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Sanctions;
using ForumEngine.Storage;

namespace ForumEngine.Tests.Harness;

/// <summary>Members, boards, threads and sanctions in a line each, written straight into the tables.</summary>
public static class Builder
{
    public static Task<Member> MemberAsync(this TestForum forum, string name, int group = 11) => forum.Rows(async db =>
    {
        var member = new Member
        {
            UserName = name,
            NormalizedUserName = MemberName.Fold(name),
            Email = $"{Guid.NewGuid():N}@example.test",
            SecurityStamp = Guid.NewGuid().ToString("N"),
            GroupId = group,
            JoinedAt = forum.Now.AddDays(-30),
        };
        member.NormalizedEmail = member.Email;
        db.Members.Add(member);
        await db.SaveChangesAsync();
        return member;
    });

    public static Task<Viewer> ViewerAsync(this TestForum forum, Member member)
    {
        forum.Service<Viewers>().Forget(member.Id);
        return forum.Service<Viewers>().ForAsync(member.Id, [127, 0, 0, 1], 4711, default).AsTask();
    }

    /// <summary>A new member and the viewer of it.</summary>
    public static async Task<Viewer> ViewerAsync(this TestForum forum, string name, int group = 11) =>
        await forum.ViewerAsync(await forum.MemberAsync(name, group));

    public static Task<Viewer> GuestAsync(this TestForum forum) => forum.Service<Viewers>().ForAsync(null, null, 0, default).AsTask();

    public static Task<Viewer> AdministratorAsync(this TestForum forum, string name = "admin") => forum.ViewerAsync(name, Group.Administrators);

    public static Task<Board> CategoryAsync(this TestForum forum, string name = "Category", bool hidden = false) =>
        forum.AddAsync(new Board { Name = name, Kind = BoardKind.Category, IsHidden = hidden });

    public static Task<Board> BoardAsync(this TestForum forum, string name = "Board", Board? parent = null, bool hidden = false) =>
        forum.AddAsync(new Board
        {
            Name = name,
            Kind = parent is null or { Kind: BoardKind.Category } ? BoardKind.Board : BoardKind.SubBoard,
            ParentId = parent?.Id,
            IsHidden = hidden,
        });

    public static Task CellAsync(this TestForum forum, Board board, int group, BoardRight right, bool allow) =>
        forum.ChangeBoardsAsync(db => db.BoardCells.Add(new BoardCell { BoardId = board.Id, GroupId = group, Right = right, Allow = allow }));

    public static Task ModeratorAsync(this TestForum forum, Board board, Member member) =>
        forum.ChangeBoardsAsync(db => db.BoardModerators.Add(new BoardModerator { BoardId = board.Id, MemberId = member.Id }));

    /// <summary>A published thread with its first post and as many replies by the same author.</summary>
    public static async Task<Thread> ThreadAsync(this TestForum forum, Board board, Member author, string title = "A thread", int replies = 0, Action<Thread>? adjust = null)
    {
        var firstId = await forum.Service<IdSource>().TakeAsync(replies + 1, default);
        var thread = new Thread
        {
            BoardId = board.Id,
            Title = title,
            AuthorId = author.Id,
            AuthorName = author.UserName!,
            LastAuthorId = author.Id,
            LastAuthorName = author.UserName!,
            CreatedAt = forum.Now,
            LastPostAt = forum.Now,
            LastFloor = replies + 1,
            Replies = replies,
        };
        adjust?.Invoke(thread);
        return await forum.Rows(async db =>
        {
            db.Threads.Add(thread);
            await db.SaveChangesAsync();
            db.Posts.AddRange(Enumerable.Range(1, replies + 1).Select(floor => PostAt(thread, floor, firstId + floor - 1)));
            await db.SaveChangesAsync();
            return thread;
        });
    }

    public static Task<Sanction> SanctionAsync(this TestForum forum, Member member, SanctionKind kind, Board? board = null, TimeSpan? lasts = null) =>
        forum.Rows(async db =>
        {
            var sanction = new Sanction
            {
                MemberId = member.Id,
                Kind = kind,
                BoardId = board?.Id,
                Reason = "spam",
                IssuedByName = "admin",
                From = forum.Now,
                Until = lasts is { } time ? forum.Now + time : null,
            };
            db.Sanctions.Add(sanction);
            await db.SaveChangesAsync();
            forum.Service<Viewers>().Forget(member.Id);
            return sanction;
        });

    /// <summary>Changes boards, cells or moderators and lets the caches know.</summary>
    public static async Task ChangeBoardsAsync(this TestForum forum, Action<ForumDb> change)
    {
        await forum.Rows(async db =>
        {
            change(db);
            await db.SaveChangesAsync();
            await Versions.BumpAsync(db, Kinds.Boards, default);
            return true;
        });
        forum.Service<Versions>().Forget();
    }

    /// <summary>Changes groups or their rights and lets the caches know.</summary>
    public static async Task ChangeGroupsAsync(this TestForum forum, Action<ForumDb> change)
    {
        await forum.Rows(async db =>
        {
            change(db);
            await db.SaveChangesAsync();
            await Versions.BumpAsync(db, Kinds.Groups, default);
            return true;
        });
        forum.Service<Versions>().Forget();
    }

    private static async Task<Board> AddAsync(this TestForum forum, Board board)
    {
        await forum.ChangeBoardsAsync(db => db.Boards.Add(board));
        await forum.ChangeBoardsAsync(db => db.BoardStats.Add(new BoardStats { BoardId = board.Id }));
        return board;
    }

    private static Post PostAt(Thread thread, int floor, long id) => new()
    {
        ThreadId = thread.Id,
        Floor = floor,
        Id = id,
        AuthorId = thread.AuthorId,
        AuthorName = thread.AuthorName,
        Body = $"Text of floor {floor}",
        Html = $"<p>Text of floor {floor}</p>",
        RendererVersion = PostMarkup.RendererVersion,
        CreatedAt = thread.CreatedAt,
    };
}
