using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Boards;

/// <summary>Settings of boards: kept, refused, fought over, copied, taken back, and enforced.</summary>
public sealed class BoardSettingsTests
{
    [Theory, EveryDatabase]
    public async Task Every_setting_is_kept_logged_and_taken_back(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var board = await forum.BoardAsync("Plain", await forum.CategoryAsync());
        var before = await ReadAsync(forum, board.Id);
        var other = BoardSettings.All.ToDictionary(s => s.Key, Other);

        Assert.Null(await ChangeAsync(forum, admin, board.Id, other));
        Assert.Equal(other.OrderBy(x => x.Key), (await ReadAsync(forum, board.Id)).OrderBy(x => x.Key).Select(x => KeyValuePair.Create(x.Key, (string?)x.Value)));
        var line = (await forum.Use<BoardHistory, BoardPast>(h => h.ReadAsync(board.Id, null, default))).Lines.Single();
        Assert.Equal(BoardSettings.All.Count, line.Steps.Count);
        Assert.All(line.Steps, s => Assert.Equal((before[s.Key], other[s.Key]), (s.From, s.To)));

        Assert.Null(await forum.Use<BoardHistory, Refusal?>(h => h.RestoreAsync(admin, board.Id, line.Id, default)));
        Assert.Equal(before.OrderBy(x => x.Key), (await ReadAsync(forum, board.Id)).OrderBy(x => x.Key));
        Assert.Equal(2, (await forum.Use<BoardHistory, BoardPast>(h => h.ReadAsync(board.Id, null, default))).Lines.Count);
        Assert.Equal(3, await forum.Rows(d => d.Boards.Where(b => b.Id == board.Id).Select(b => b.Version).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task The_second_of_two_who_change_the_same_board_is_told_and_changes_nothing(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var board = await forum.BoardAsync("Plain", await forum.CategoryAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            forum.Use<ChangeBoard, Refusal?>(c => c.RunAsync(admin, new BoardChange(board.Id, new Dictionary<string, string?> { ["Description"] = $"by {i}" }, 1), default)))));
        Assert.Single(answers, a => a is null);
        Assert.All(answers.Where(a => a is not null), a => Assert.Equal((RefusalKind.Conflict, "BoardChangedMeanwhile"), (a!.Kind, a.Code)));
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "board.change")));
    }

    [Theory]
    [InlineData("Name", "", "BoardNameLength")]
    [InlineData("Name", "<script>x</script>", "BoardNameHtml")]
    [InlineData("Name", "a <b> c", "BoardNameHtml")]
    [InlineData("Name", "two\nlines", "OneLine")]
    [InlineData("Slug", "1234", "BoardSlug")]
    [InlineData("Slug", "a b", "BoardSlug")]
    [InlineData("Slug", "taken", "BoardSlugTaken")]
    [InlineData("RedirectUrl", "javascript:alert(1)", "BoardRedirect")]
    [InlineData("RedirectUrl", "//evil.example", "BoardRedirect")]
    [InlineData("Icon", "data:image/png;base64,x", "PictureAddress")]
    [InlineData("NameColour", "9", "NumberOutOfRange")]
    [InlineData("AutoCloseDays", "-1", "NumberOutOfRange")]
    [InlineData("AskPosts", "99999999999", "NumberOutOfRange")]
    [InlineData("AskExempt", "10;11", "GroupIds")]
    [InlineData("FileTypes", "jpg png", "FileTypeList")]
    [InlineData("DefaultOrder", "Random", "NoSuchChoice")]
    public async Task What_makes_no_sense_is_refused_at_its_field_and_nothing_changes(string key, string value, string code)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var admin = await forum.AdministratorAsync();
        var category = await forum.CategoryAsync();
        var board = await forum.BoardAsync("Plain", category);
        Assert.Null(await ChangeAsync(forum, admin, (await forum.BoardAsync("Other", category)).Id, new() { ["Slug"] = "taken" }));
        var refusal = await ChangeAsync(forum, admin, board.Id, new() { ["Description"] = "changed too", [key] = value });
        Assert.Equal((code, key), (refusal?.Code, refusal?.Field));
        Assert.Equal(("Plain", ""), await forum.Rows(async d => { var b = await d.Boards.SingleAsync(x => x.Id == board.Id); return (b.Name, b.Description); }));
    }

    [Theory, EveryDatabase]
    public async Task Forty_boards_come_from_one_text(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var text = string.Join('\n', Enumerable.Range(1, 4).Select(c => $"Category {c}\n" + string.Join('\n', Enumerable.Range(1, 9).Select(b => $"  Board {c}.{b} | about {b}" + (b == 1 ? $"\n\tSub {c}" : "")))));
        var added = await forum.Use<AddBoard, Outcome<List<int>>>(a => a.ManyAsync(admin, text.Replace("\tSub", "    Sub", StringComparison.Ordinal), null, default));
        Assert.Equal(4 + 36 + 4, added.Value.Count);
        var tree = await forum.Service<BoardTrees>().CurrentAsync(default);
        Assert.Equal(["Category 1", "Category 2", "Category 3", "Category 4"], tree.Roots.Select(r => r.Name));
        Assert.Equal(Enumerable.Range(1, 9).Select(b => $"Board 2.{b}"), tree.Roots[1].Children.Select(c => c.Name));
        Assert.Equal(("Sub 3", BoardKind.SubBoard), tree.Roots[2].Children[0].Children.Select(c => (c.Name, c.Kind)).Single());
        Assert.Equal("about 4", tree.Roots[0].Children[3].Description);

        var deep = await forum.Use<AddBoard, Outcome<List<int>>>(a => a.ManyAsync(admin, "A\n B\n  C\n   D", null, default));
        Assert.Equal(("OutlineTooDeep", 4), (deep.Refusal?.Code, deep.Refusal?.Arguments[0]));
        Assert.Equal(44, (await forum.Service<BoardTrees>().CurrentAsync(default)).All.Count);
    }

    [Theory, EveryDatabase]
    public async Task The_tree_is_ordered_and_moved_in_one_save_and_never_into_a_circle(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var (one, two) = (await forum.CategoryAsync("One"), await forum.CategoryAsync("Two"));
        var (a, b) = (await forum.BoardAsync("A", one), await forum.BoardAsync("B", one));

        Assert.Null(await OrderAsync((a.Id, new BoardLine("A", two.Id, 1)), (b.Id, new BoardLine("B", a.Id, 1))));
        var tree = await forum.Service<BoardTrees>().CurrentAsync(default);
        Assert.Equal([two.Id, a.Id, b.Id], tree.Find(b.Id)!.PathIds);
        Assert.Equal(BoardKind.SubBoard, tree.Find(b.Id)!.Kind);

        Assert.Equal("BoardBelowItself", (await OrderAsync((a.Id, new BoardLine("A", b.Id, 1))))?.Code);
        Assert.Equal("BoardBelowItself", (await OrderAsync((one.Id, new BoardLine("One", two.Id, 1)), (two.Id, new BoardLine("Two", one.Id, 1))))?.Code);
        Assert.Equal("BoardTooDeep", (await OrderAsync((two.Id, new BoardLine("Two", one.Id, 1))))?.Code);
        Assert.Equal("BoardTooDeep", (await OrderAsync((a.Id, new BoardLine("A", 99999, 1))))?.Code);
        Assert.Equal([two.Id, a.Id, b.Id], (await forum.Service<BoardTrees>().CurrentAsync(default)).Find(b.Id)!.PathIds);

        // Somebody has renamed A since this form was made.
        var late = await forum.Use<OrderBoards, Refusal?>(o => o.RunAsync(admin, new Dictionary<int, BoardLineChange> { [a.Id] = new(new BoardLine("Mine", two.Id, 1), new BoardLine("Before", two.Id, 1)) }, default));
        Assert.Equal((RefusalKind.Conflict, $"Name[{a.Id}]"), (late?.Kind, late?.Field));

        Task<Refusal?> OrderAsync(params (int Id, BoardLine Line)[] lines) =>
            forum.Use<OrderBoards, Refusal?>(o => o.RunAsync(admin, lines.ToDictionary(l => l.Id, l => new BoardLineChange(l.Line)), default));
    }

    [Theory, EveryDatabase]
    public async Task Settings_and_rights_are_copied_to_many_and_names_never(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var category = await forum.CategoryAsync();
        var (from, to, third) = (await forum.BoardAsync("From", category), await forum.BoardAsync("To", category), await forum.BoardAsync("Third", category));
        await forum.CellAsync(from, 11, BoardRight.Reply, false);
        await forum.CellAsync(to, 11, BoardRight.View, false);
        Assert.Null(await ChangeAsync(forum, admin, from.Id, new() { ["Rules"] = "Be kind", ["AllowsPolls"] = "false", ["Slug"] = "from", ["AskDays"] = "3" }));

        Assert.Null(await forum.Use<CopyBoard, Refusal?>(c => c.RunAsync(admin, new BoardCopy(from.Id, ["Rules", "AllowsPolls", "Name", "Slug"], true, [to.Id, third.Id, from.Id]), default)));
        foreach (var id in new[] { to.Id, third.Id })
        {
            var kept = await ReadAsync(forum, id);
            Assert.Equal(("Be kind", "false", "", "0"), (kept["Rules"], kept["AllowsPolls"], kept["Slug"], kept["AskDays"]));
            Assert.Equal([(BoardRight.Reply, false)], (await forum.Rows(d => d.BoardCells.Where(c => c.BoardId == id).ToListAsync())).Select(c => (c.Right, c.Allow)));
        }
        Assert.Equal("NothingChosen", (await forum.Use<CopyBoard, Refusal?>(c => c.RunAsync(admin, new BoardCopy(from.Id, [], false, [to.Id]), default)))?.Code);
    }

    [Fact]
    public async Task Writing_follows_the_boards_switches()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.WithoutWaitingAsync();
        var admin = await forum.AdministratorAsync();
        var board = await forum.BoardAsync("Strict", await forum.CategoryAsync());
        var writer = await forum.ViewerAsync("writer");
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("starter"));
        Assert.Null(await ChangeAsync(forum, admin, board.Id, new() { ["AllowsCodes"] = "false", ["AuthorsEdit"] = "false", ["AutoCloseDays"] = "7", ["IsAscending"] = "true" }));

        var placed = await forum.ReplyAsync(writer, thread, "[b]bold[/b] words");
        Assert.Contains("[b]bold", await forum.Rows(d => d.Posts.Where(p => p.Id == placed.Value.PostId).Select(p => p.Html).SingleAsync()), StringComparison.Ordinal);
        var edited = await forum.Use<EditPost, Outcome<PostPlace>>(e => e.RunAsync(writer, new PostEdit(placed.Value.PostId, null, "changed", null, null), default));
        Assert.Equal("AuthorsDontEdit", edited.Refusal?.Code);

        forum.Clock.Advance(TimeSpan.FromDays(8));
        var late = writer with { Now = forum.Now };
        Assert.Equal("ThreadRanOut", (await forum.ReplyAsync(late, thread, "too late")).Refusal?.Code);
        Assert.Null(await ChangeAsync(forum, admin, board.Id, new() { ["AutoCloseFromReply"] = "true", ["IsArchived"] = "true" }));
        Assert.Equal("BoardArchived", (await forum.ReplyAsync(late, thread, "archived")).Refusal?.Code);
        Assert.Equal("BoardArchived", (await forum.ReplyAsync(admin with { Now = forum.Now }, thread, "archived")).Refusal?.Code);
    }

    private static string? Other(BoardSetting setting) => setting switch
    {
        { Key: "Name" } => "Another name",
        { Key: "Slug" } => "another",
        { Key: "Icon" or "Banner" } => "https://example.test/a.png",
        { Key: "RedirectUrl" } => "/boards/1",
        { Key: "AskExempt" } => "10, 11",
        { Key: "FileTypes" } => "jpg, png",
        { Field: BoardField.Flag } => setting.Read(new Board { Name = "" }) == "true" ? "false" : "true",
        { Field: BoardField.Number } => "7",
        { Field: BoardField.Choice } => setting.Choices[^1],
        _ => "Some words",
    };

    private static Task<Dictionary<string, string>> ReadAsync(TestForum forum, int id) => forum.Rows(async d => BoardSettings.Read(await d.Boards.SingleAsync(b => b.Id == id)));

    private static Task<Refusal?> ChangeAsync(TestForum forum, Viewer who, int id, Dictionary<string, string?> values) =>
        forum.Use<ChangeBoard, Refusal?>(c => c.RunAsync(who, new BoardChange(id, values), default));
}
