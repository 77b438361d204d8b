using ForumEngine.Boards;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Admin;

public sealed class BoardPeopleAndPicturesTests
{
    [Theory, EveryDatabase]
    public async Task A_board_gets_an_icon_and_a_banner_and_its_history_takes_them_back(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var board = await site.BoardAsync("Garden", await site.CategoryAsync());
        var founder = await site.FounderAsync();
        var url = $"/admin/boards/{board.Id}";
        Assert.NotNull((await founder.UploadAsync($"{url}/icon", url, "BoardIcon", "no picture"u8.ToArray())).Is(422).Html.GetElementById("BoardIcon-error"));
        (await founder.UploadAsync($"{url}/icon", url, "BoardIcon", ForumEngine.Tests.Attachments.Uploads.Png(300, 300))).Is(303);
        (await founder.UploadAsync($"{url}/banner", url, "BoardBanner", ForumEngine.Tests.Attachments.Uploads.Png(2000, 300))).Is(303);

        var icon = (await site.Visitor().GetAsync("/")).Is(200).Html.QuerySelector("img.board-icon")!.GetAttribute("src")!;
        Assert.EndsWith("-80x80.png", icon, StringComparison.Ordinal);
        Assert.Contains("immutable", (await site.Visitor().GetAsync(icon)).Is(200).Header("Cache-Control"), StringComparison.Ordinal);
        var banner = (await site.Visitor().GetAsync($"/boards/{board.Id}")).Is(200).Html.QuerySelector("img.banner")!.GetAttribute("src")!;
        Assert.EndsWith("-1600x240.png", banner, StringComparison.Ordinal);
        Assert.Equal("image/png", (await site.Visitor().GetAsync(banner)).Is(200).Header("Content-Type"));

        (await founder.PostFormAsync($"{url}/remove-icon", page: url)).Is(303);
        Assert.Null((await site.Visitor().GetAsync("/")).Html.QuerySelector("img.board-icon"));
        var line = await site.Rows(r => r.StaffActs.Where(a => a.Act == "board.change").OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync());
        (await founder.PostFormAsync($"{url}/history/{line}/restore", page: $"{url}/history")).Is(303);
        Assert.Equal(icon, (await site.Visitor().GetAsync("/")).Html.QuerySelector("img.board-icon")!.GetAttribute("src"));
        (await (await site.NewVisitorAsync()).PostAsync($"{url}/icon", [])).Is(400);
    }

    [Theory, EveryDatabase]
    public async Task Two_who_name_moderators_at_once_see_each_others_and_the_history_takes_a_change_back(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var board = await site.BoardAsync("Garden", await site.CategoryAsync());
        var founder = await site.FounderAsync();
        var url = $"/admin/boards/{board.Id}";
        foreach (var name in (string[])["rose", "lily", "iris"]) await site.MemberAsync(name);
        var first = Visitor.FormOn((await founder.GetAsync(url)).Is(200), $"{url}/moderators");
        var second = Visitor.FormOn((await founder.GetAsync(url)).Is(200), $"{url}/moderators");
        (await founder.SubmitAsync(first, $"{url}/moderators", new { Moderators = "rose\nlily" })).Is(303);
        var refused = await founder.SubmitAsync(second, $"{url}/moderators", new { Moderators = "iris" });
        Assert.Equal(409, refused.Code);
        Assert.Equal("iris", refused.Html.GetElementById("Moderators")!.TextContent.Trim());
        Assert.Contains("rose, lily", refused.Html.QuerySelector("#moderators .note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["rose", "lily"], await ModeratorsAsync(site, board));

        (await founder.SubmitAsync(Visitor.FormOn(refused, $"{url}/moderators"), $"{url}/moderators", null)).Is(303);
        Assert.Equal(["iris"], await ModeratorsAsync(site, board));
        var lines = await site.Rows(r => r.StaffActs.Where(a => a.Act == "board.moderators").OrderByDescending(a => a.Id).Select(a => a.Id).ToListAsync());
        Assert.Equal(2, lines.Count);
        Assert.Contains("rose, lily", (await founder.GetAsync($"{url}/history")).Is(200).Text, StringComparison.Ordinal);
        (await founder.PostFormAsync($"{url}/history/{lines[0]}/restore", page: $"{url}/history")).Is(303);
        Assert.Equal(["rose", "lily"], await ModeratorsAsync(site, board));
        Assert.Equal(ForumEngine.Groups.Group.Newcomers, await site.Rows(r => r.Members.Where(m => m.UserName == "iris").Select(m => m.GroupId).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Moves_and_types_are_taken_back_from_the_boards_history(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var (here, there) = (await site.CategoryAsync("Here"), await site.CategoryAsync("There"));
        var board = await site.BoardAsync("Nomad", here);
        var founder = await site.FounderAsync();
        var url = $"/admin/boards/{board.Id}";
        (await founder.PostFormAsync($"{url}/types", new { Types = "News\n*Staff" }, url)).Is(303);
        (await founder.PostFormAsync($"{url}/types", new { Types = "Other" }, url)).Is(303);
        (await founder.PostFormAsync($"{url}/move", new { ParentId = there.Id }, url)).Is(303);
        var history = (await founder.GetAsync($"{url}/history")).Is(200);
        Assert.Contains("Here → There", history.Text, StringComparison.Ordinal);
        var restores = history.Html.QuerySelectorAll("main tbody form").Select(f => f.GetAttribute("action")!).ToList();
        (await founder.PostFormAsync(restores[0], page: $"{url}/history")).Is(303);
        Assert.Equal(here.Id, await site.Rows(r => r.Boards.Where(b => b.Id == board.Id).Select(b => b.ParentId).SingleAsync()));
        (await founder.PostFormAsync(restores[1], page: $"{url}/history")).Is(303);
        Assert.Equal([("News", false), ("Staff", true)], (await site.Rows(r => r.ThreadTypes.Where(t => t.BoardId == board.Id).OrderBy(t => t.Position).ToListAsync())).Select(t => (t.Name, t.StaffOnly)));
    }

    private static Task<List<string>> ModeratorsAsync(Site site, Board board) => site.Rows(r => r.BoardModerators.Where(m => m.BoardId == board.Id).OrderBy(m => m.Position)
        .Join(r.Members, m => m.MemberId, m => m.Id, (_, m) => m.UserName!).ToListAsync());
}
