using ForumEngine.Boards;
using ForumEngine.Keeping;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Boards;

/// <summary>主题分类 that several boards share.</summary>
public sealed class TypeSetTests
{
    [Theory, EveryDatabase]
    public async Task Boards_of_a_set_have_its_types_and_a_renamed_one_keeps_its_threads(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var (one, two) = (await forum.BoardAsync("One"), await forum.BoardAsync("Two"));
        Assert.Empty(await SaveAsync(forum, admin, Set("询问\n*公告\n闲聊", one, two)));
        Assert.Equal(["询问", "公告", "闲聊"], await TypesAsync(forum, two));
        var types = await forum.Rows(d => d.ThreadTypes.Where(t => t.BoardId == two.Id).ToDictionaryAsync(t => t.Name));
        Assert.True(types["公告"].StaffOnly);
        var author = await forum.MemberAsync("wang");
        var asks = await forum.ThreadAsync(two, author, adjust: t => t.TypeId = types["询问"].Id);
        var chats = await forum.ThreadAsync(two, author, adjust: t => t.TypeId = types["闲聊"].Id);

        var set = await forum.Rows(d => d.TypeSets.SingleAsync());
        set.Types = "求助\n*公告\n闲聊";
        Assert.Empty(await SaveAsync(forum, admin, set));
        Assert.Equal(types["询问"].Id, await TypeOfAsync(forum, asks.Id));
        Assert.Equal(["求助", "公告", "闲聊"], await TypesAsync(forum, one));

        Assert.Null(await forum.Use<KeptHistory<TypeSet>, Refusal?>(async h => await h.UndoAsync(admin, (await h.ReadAsync(null, default)).Lines[0].Id, default)));
        Assert.Equal(["询问", "公告", "闲聊"], await TypesAsync(forum, two));
        Assert.Equal(types["询问"].Id, await TypeOfAsync(forum, asks.Id));

        set = await forum.Rows(d => d.TypeSets.SingleAsync());
        (set.Types, set.BoardIds) = ("询问", $"{two.Id}");
        Assert.Empty(await SaveAsync(forum, admin, set));
        Assert.Null(await TypeOfAsync(forum, chats.Id));
        Assert.Equal(["询问", "公告", "闲聊"], await TypesAsync(forum, one));
    }

    [Theory, EveryDatabase]
    public async Task A_board_has_one_set_and_its_types_are_changed_there(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var board = await forum.BoardAsync("One");
        Assert.Empty(await SaveAsync(forum, admin, Set("A\nB", board)));
        var second = Assert.Single(await SaveAsync(forum, admin, Set("C", board)));
        Assert.Equal(("BoardHasTypeSet", "One"), (second.Code, second.Arguments[0]));
        Assert.Equal(1, await forum.Rows(d => d.TypeSets.CountAsync()));
        Assert.Equal("TypesOfSet", (await forum.Use<SetThreadTypes, Refusal?>(s => s.RunAsync(admin, board.Id, ["X"], default)))!.Code);
        Assert.Equal(["A", "B"], await TypesAsync(forum, board));
        Assert.Equal("TooManyTypes", Assert.Single(await SaveAsync(forum, admin, Set(string.Join('\n', Enumerable.Range(0, BoardRules.MaxTypes + 1))))).Code);
    }

    private static TypeSet Set(string types, params Board[] boards) => new() { Name = "Set", Types = types, BoardIds = IdList.Join(boards.Select(b => b.Id)) };

    private static Task<IReadOnlyList<Refusal>> SaveAsync(Forum forum, Viewer who, TypeSet set) => forum.Use<KeepList<TypeSet>, IReadOnlyList<Refusal>>(l => l.SaveAsync(who, set, default));

    private static Task<List<string>> TypesAsync(Forum forum, Board board) => forum.Rows(d => d.ThreadTypes.Where(t => t.BoardId == board.Id).OrderBy(t => t.Position).Select(t => t.Name).ToListAsync());

    private static Task<int?> TypeOfAsync(Forum forum, long thread) => forum.Rows(d => d.Threads.Where(t => t.Id == thread).Select(t => t.TypeId).SingleAsync());
}
