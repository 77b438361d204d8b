using System.Globalization;
using ForumEngine.Boards;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Admin;

public sealed class AdminBoardTests
{
    private const string Boards = "/admin/boards";

    [Theory, EveryDatabase]
    public async Task A_category_and_a_board_are_added_and_open_at_once(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var category = await AddAsync(founder, "Town", null);
        var board = await AddAsync(founder, "Market <&> 市场", category);
        var below = await AddAsync(founder, "Fruit", board);
        Assert.Equal([BoardKind.Category, BoardKind.Board, BoardKind.SubBoard],
            await site.Rows(r => r.Boards.OrderBy(b => b.Id).Select(b => b.Kind).ToListAsync()));
        Assert.Contains("Market <&> 市场", (await site.Visitor().GetAsync("/")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains("Market <&> 市场", (await site.Visitor().GetAsync($"/boards/{board}")).Is(200).Html.Title, StringComparison.Ordinal);
        (await site.Visitor().GetAsync($"/boards/{below}")).Is(200);
        (await founder.GetAsync($"{Boards}/new?parent={below}")).Is(200);
        (await founder.PostFormAsync($"{Boards}/new", new { Name = "Too deep", ParentId = below })).Is(422);
        (await founder.PostFormAsync($"{Boards}/new", new { Name = " ", ParentId = category })).Is(422);
        Assert.Contains("HTML", (await founder.PostFormAsync($"{Boards}/new", new { Name = "<b>Bold</b>", ParentId = category })).Is(422).Text, StringComparison.Ordinal);
        await LoggedAsync(site, ("board.add", category), ("board.add", board), ("board.add", below));
    }

    [Theory, EveryDatabase]
    public async Task Boards_are_renamed_and_ordered_in_the_tree(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var category = await site.CategoryAsync("Town");
        var (first, second) = (await site.BoardAsync("Alpha", category), await site.BoardAsync("Beta", category));
        (await founder.PostFormAsync(Boards, new Dictionary<string, string> { [$"Name[{first.Id}]"] = "Gamma", [$"Order[{first.Id}]"] = "9", [$"Order[{second.Id}]"] = "1" })).Is(303);
        var links = (await site.Visitor().GetAsync("/")).Is(200).Html.QuerySelectorAll("main a[href^='/boards/']").Select(a => a.TextContent.Trim()).ToList();
        Assert.DoesNotContain("Alpha", links);
        Assert.True(links.IndexOf("Beta") >= 0 && links.IndexOf("Beta") < links.IndexOf("Gamma"), string.Join(", ", links));
        Assert.Equal((1, 2), (await site.Rows(r => r.StaffActs.CountAsync(a => a.Act == "board.change")), await site.Rows(r => r.StaffActs.CountAsync(a => a.Act == "board.order" || a.Act == "board.change"))));
        var again = (await founder.PostFormAsync(Boards, new Dictionary<string, string> { [$"Name[{first.Id}]"] = "" })).Is(422);
        Assert.Equal("", Visitor.FieldsOf(Visitor.FormOn(again, Boards))[$"Name[{first.Id}]"]);
        Assert.Equal("Gamma", await site.Rows(r => r.Boards.Where(b => b.Id == first.Id).Select(b => b.Name).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_board_is_moved_with_what_is_below_it(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var (here, there) = (await site.CategoryAsync("Here"), await site.CategoryAsync("There"));
        var board = await site.BoardAsync("Nomad", here);
        var below = await site.BoardAsync("Tent", board);
        var url = $"{Boards}/{board.Id}";
        (await founder.PostFormAsync($"{url}/move", new { ParentId = there.Id }, url)).Is(303);
        Assert.Contains("There", (await site.Visitor().GetAsync($"/boards/{below.Id}")).Is(200).Text, StringComparison.Ordinal);
        (await founder.PostFormAsync($"{url}/move", new { ParentId = below.Id }, url)).Is(422);
        await LoggedAsync(site, ("board.move", board.Id));
    }

    [Theory, EveryDatabase]
    public async Task A_hidden_board_is_not_there_for_others(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var board = await site.BoardAsync("Back room", await site.CategoryAsync());
        var thread = await site.ThreadAsync(board, await site.MemberAsync("early"), "Seen before");
        var url = $"{Boards}/{board.Id}";
        var member = await site.VisitorAsync(await site.MemberAsync("late"));
        (await member.GetAsync($"/boards/{board.Id}")).Is(200);

        (await founder.PostFormAsync(url, new { IsHidden = "true" })).Is(303);
        foreach (var visitor in new[] { site.Visitor(), member })
        {
            Assert.DoesNotContain("Back room", (await visitor.GetAsync("/")).Is(200).Body, StringComparison.Ordinal);
            (await visitor.GetAsync($"/boards/{board.Id}")).Is(404);
            (await visitor.GetAsync($"/threads/{thread.Id}")).Is(404);
        }
        (await founder.GetAsync($"/boards/{board.Id}")).Is(200);
        await LoggedAsync(site, ("board.change", board.Id));
    }

    [Theory, EveryDatabase]
    public async Task Moderators_and_types_are_set_by_name(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var board = await site.BoardAsync("Kept", await site.CategoryAsync());
        var url = $"{Boards}/{board.Id}";
        await site.MemberAsync("keeper");
        var unknown = (await founder.PostFormAsync($"{url}/moderators", new { Moderators = "keeper\nnobody-here" }, url)).Is(422);
        Assert.Contains("nobody-here", unknown.Text, StringComparison.Ordinal);
        (await founder.PostFormAsync($"{url}/moderators", new { Moderators = "keeper" }, url)).Is(303);
        (await founder.PostFormAsync($"{url}/types", new { Types = "News\n问答" }, url)).Is(303);
        Assert.Contains("keeper", (await site.Visitor().GetAsync($"/boards/{board.Id}")).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains("问答", (await site.Visitor().GetAsync($"/boards/{board.Id}")).Is(200).Text, StringComparison.Ordinal);
        await LoggedAsync(site, ("board.moderators", board.Id), ("board.moderator.add", board.Id), ("board.types", board.Id));
    }

    private static async Task<int> AddAsync(Visitor founder, string name, int? parent)
    {
        var answer = (await founder.PostFormAsync($"{Boards}/new", new { Name = name, ParentId = parent }, $"{Boards}/new{(parent is null ? "" : $"?parent={parent}")}")).Is(303);
        return int.Parse(answer.Location!.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    /// <summary>These lines about boards and no others, all by the founder.</summary>
    private static async Task LoggedAsync(Site site, params (string Act, int Board)[] expected)
    {
        var lines = await site.Rows(r => r.StaffActs.Where(a => a.Act.StartsWith("board.")).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(expected, lines.Select(l => (l.Act, l.BoardId ?? 0)));
        Assert.All(lines, l => Assert.Equal(Template.Founder, l.ActorName));
    }
}
