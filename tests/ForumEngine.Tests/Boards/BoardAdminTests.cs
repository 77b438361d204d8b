using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Boards;

public sealed class BoardAdminTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_board_is_added_renamed_moved_and_every_step_is_logged(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var (first, second) = (await forum.CategoryAsync("First"), await forum.CategoryAsync("Second"));

        var added = await forum.Use<AddBoard, Outcome<int>>(a => a.RunAsync(admin, " News ", null, first.Id, default));
        Assert.Null(await forum.Use<ChangeBoard, Refusal?>(c => c.RunAsync(admin, new BoardChange(added.Value, new Dictionary<string, string?> { ["Name"] = "Old news", ["IsHidden"] = "true" }), default)));
        Assert.Null(await forum.Use<MoveBoard, Refusal?>(m => m.RunAsync(admin, added.Value, second.Id, default)));

        var tree = await forum.Service<BoardTrees>().CurrentAsync(default);
        var board = tree.Find(added.Value)!;
        Assert.Equal(("Old news", true, second.Id, BoardKind.Board), (board.Name, board.IsHidden, board.Parent!.Id, board.Kind));
        Assert.True(await forum.Rows(d => d.BoardStats.AnyAsync(s => s.BoardId == board.Id)));
        Assert.Equal(["board.add", "board.change", "board.move"],
            await forum.Rows(d => d.StaffActs.Where(a => a.BoardId == board.Id).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));
    }

    [Fact]
    public async Task Boards_stand_three_levels_deep_and_never_below_themselves()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var admin = await forum.AdministratorAsync();
        var category = await forum.CategoryAsync();
        var board = await forum.BoardAsync("Board", category);
        var sub = await forum.BoardAsync("Sub", board);
        var other = await forum.BoardAsync("Other", category);

        Assert.Equal("BoardTooDeep", (await forum.Use<AddBoard, Outcome<int>>(a => a.RunAsync(admin, "X", null, sub.Id, default))).Refusal?.Code);
        Assert.Equal("BoardTooDeep", (await forum.Use<MoveBoard, Refusal?>(m => m.RunAsync(admin, board.Id, other.Id, default)))?.Code);
        Assert.Equal("BoardBelowItself", (await forum.Use<MoveBoard, Refusal?>(m => m.RunAsync(admin, board.Id, sub.Id, default)))?.Code);

        await forum.ThreadAsync(other, await forum.MemberAsync("writer"));
        Assert.Equal("CategoryHasThreads", (await forum.Use<MoveBoard, Refusal?>(m => m.RunAsync(admin, other.Id, null, default)))?.Code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_moderator_joins_the_group_with_the_first_board_and_leaves_it_with_the_last(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var (one, two) = (await forum.BoardAsync("One"), await forum.BoardAsync("Two"));
        var member = await forum.MemberAsync("helper");
        var senior = await forum.MemberAsync("senior", Group.SuperModerators);

        await SetAsync(one.Id, "Helper", "senior");
        await SetAsync(two.Id, "helper");
        Assert.True((await forum.ViewerAsync(member)).IsStaff((await forum.Service<BoardTrees>().CurrentAsync(default)).Find(two.Id)!));
        await SetAsync(one.Id);
        Assert.Equal(Group.Moderators, await GroupAsync(member.Id));
        await SetAsync(two.Id);
        Assert.Equal(Group.Newcomers, await GroupAsync(member.Id));
        Assert.Equal(Group.SuperModerators, await GroupAsync(senior.Id));

        async Task SetAsync(int board, params string[] names) =>
            Assert.Null(await forum.Use<SetModerators, Refusal?>(s => s.RunAsync(admin, board, names, default)));

        Task<int> GroupAsync(int id) => forum.Rows(d => d.Members.Where(m => m.Id == id).Select(m => m.GroupId).SingleAsync());
    }

    [Fact]
    public async Task Threads_lose_a_type_that_is_taken_away_and_keep_the_others()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var admin = await forum.AdministratorAsync();
        var board = await forum.BoardAsync();
        await SetAsync("kept", "gone");
        var ids = await forum.Rows(d => d.ThreadTypes.ToDictionaryAsync(t => t.Name, t => t.Id));
        var author = await forum.MemberAsync("writer");
        var kept = await forum.ThreadAsync(board, author, adjust: t => t.TypeId = ids["kept"]);
        var gone = await forum.ThreadAsync(board, author, adjust: t => t.TypeId = ids["gone"]);

        await SetAsync("new", "kept");

        Assert.Equal(["new", "kept"], (await forum.Service<BoardTrees>().CurrentAsync(default)).Find(board.Id)!.Types.Select(t => t.Name));
        Assert.Equal(ids["kept"], await forum.Rows(d => d.Threads.Where(t => t.Id == kept.Id).Select(t => t.TypeId).SingleAsync()));
        Assert.Null(await forum.Rows(d => d.Threads.Where(t => t.Id == gone.Id).Select(t => t.TypeId).SingleAsync()));

        async Task SetAsync(params string[] names) =>
            Assert.Null(await forum.Use<SetThreadTypes, Refusal?>(s => s.RunAsync(admin, board.Id, names, default)));
    }

    [Fact]
    public async Task Only_administrators_change_boards()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var board = await forum.BoardAsync();
        var moderator = await forum.ViewerAsync("moderator", Group.SuperModerators);

        Assert.Equal(Refusal.NotFound, (await forum.Use<AddBoard, Outcome<int>>(a => a.RunAsync(moderator, "X", null, null, default))).Refusal);
        Assert.Equal(Refusal.NotFound, await forum.Use<ChangeBoard, Refusal?>(c => c.RunAsync(moderator, new BoardChange(board.Id, new Dictionary<string, string?> { ["Name"] = "X" }), default)));
        Assert.Equal(Refusal.NotFound, await forum.Use<SetModerators, Refusal?>(s => s.RunAsync(moderator, board.Id, ["moderator"], default)));
    }
}
