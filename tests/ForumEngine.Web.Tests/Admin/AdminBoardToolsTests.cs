using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Admin;

/// <summary>What is done with whole boards, over HTTP: many at once, conflicts, history, copies, merging, doors.</summary>
public sealed class AdminBoardToolsTests
{
    private const string Boards = "/admin/boards";

    [Theory, EveryDatabase]
    public async Task Forty_boards_are_one_form(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var text = string.Join('\n', Enumerable.Range(1, 4).Select(c => $"Category {c}\n" + string.Join('\n', Enumerable.Range(1, 9).Select(b => $"  Board {c}.{b}"))));
        (await founder.PostFormAsync($"{Boards}/many", new { Outline = text }, $"{Boards}/new")).Is(303);
        Assert.Equal(40, await site.Rows(r => r.Boards.CountAsync()));
        Assert.Contains("Board 4.9", (await site.Visitor().GetAsync("/")).Is(200).Text, StringComparison.Ordinal);
        var wrong = (await founder.PostFormAsync($"{Boards}/many", new { Outline = "Fine\n  <i>Not</i>" }, $"{Boards}/new")).Is(422);
        Assert.Contains("<i>Not</i>", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(40, await site.Rows(r => r.Boards.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task The_second_admin_sees_the_conflict_with_both_versions_and_may_save_again(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var board = await site.BoardAsync("Shared", await site.CategoryAsync());
        var url = $"{Boards}/{board.Id}";
        var (mine, theirs) = ((await founder.GetAsync(url)).Is(200), (await founder.GetAsync(url)).Is(200));
        (await founder.SubmitAsync(Visitor.FormOn(theirs, url), url, new { Description = "their words" })).Is(303);
        var conflict = (await founder.SubmitAsync(Visitor.FormOn(mine, url), url, new { Description = "my words" })).Is(409);
        Assert.Contains("their words", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("my words", Visitor.FieldsOf(Visitor.FormOn(conflict, url))["Description"].Trim());
        Assert.Equal("their words", await DescriptionAsync(site, board.Id));
        (await founder.SubmitAsync(Visitor.FormOn(conflict, url), url, null)).Is(303);
        Assert.Equal("my words", await DescriptionAsync(site, board.Id));

        var history = (await founder.GetAsync($"{url}/history")).Is(200);
        Assert.Contains("their words", history.Text, StringComparison.Ordinal);
        var restore = history.Html.QuerySelectorAll("form[action$='/restore']").Select(f => f.GetAttribute("action")!).First();
        (await founder.PostFormAsync(restore, null, $"{url}/history")).Is(303);
        Assert.Equal("their words", await DescriptionAsync(site, board.Id));
    }

    [Theory, EveryDatabase]
    public async Task Two_boards_are_edited_side_by_side(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var category = await site.CategoryAsync();
        var (one, two) = (await site.BoardAsync("One", category), await site.BoardAsync("Two", category));
        var page = $"{Boards}/compare?id={one.Id}&id={two.Id}&group=Writing";
        var form = Visitor.FormOn((await founder.GetAsync(page)).Is(200), $"{Boards}/compare");
        var fields = Visitor.FieldsOf(form).Where(f => f.Key != "id").Select(f => KeyValuePair.Create(f.Key, f.Value)).ToList();
        List<KeyValuePair<string, string>> typed = [.. fields.Where(f => f.Key != $"AutoCloseDays[{two.Id}]"), new("id", $"{one.Id}"), new("id", $"{two.Id}"), new($"AutoCloseDays[{two.Id}]", "30")];
        (await founder.PostAsync($"{Boards}/compare", typed)).Is(303);
        Assert.Equal([0, 30], await site.Rows(r => r.Boards.Where(b => b.Id == one.Id || b.Id == two.Id).OrderBy(b => b.Id).Select(b => b.AutoCloseDays).ToListAsync()));
        Assert.Equal(1, await site.Rows(r => r.StaffActs.CountAsync(a => a.Act == "board.change")));
    }

    [Theory, EveryDatabase]
    public async Task A_merged_boards_address_leads_to_the_other(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var category = await site.CategoryAsync();
        var (old, into) = (await site.BoardAsync("Old", category), await site.BoardAsync("Into", category));
        var thread = await site.ThreadAsync(old, await site.MemberAsync("writer"), "Comes along");
        var page = $"{Boards}/{old.Id}/remove";
        (await founder.PostFormAsync($"{Boards}/{old.Id}/delete", new { DeleteName = "Old" }, page)).Is(422);
        (await founder.PostFormAsync($"{Boards}/{old.Id}/merge", new { IntoId = into.Id, MergeName = "old" }, page)).Is(422);
        (await founder.PostFormAsync($"{Boards}/{old.Id}/merge", new { IntoId = into.Id, MergeName = "Old" }, page)).Is(303);
        var moved = (await site.Visitor().GetAsync($"/boards/{old.Id}")).Is(301);
        Assert.Equal($"/boards/{into.Id}", moved.Location);
        Assert.Contains("Comes along", (await site.Visitor().GetAsync($"/boards/{into.Id}")).Is(200).Text, StringComparison.Ordinal);
        (await site.Visitor().GetAsync($"/threads/{thread.Id}")).Is(200);
        Assert.DoesNotContain(">Old<", (await founder.GetAsync(Boards)).Is(200).Body, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_password_is_asked_once_a_session_and_nothing_inside_shows_before(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var category = await site.CategoryAsync();
        var board = await site.BoardAsync("Owners", category);
        var below = await site.BoardAsync("Cellar keys", board);
        var writer = await site.MemberAsync("writer");
        var thread = await site.ThreadAsync(board, writer, "Secret of the owners");
        var deeper = await site.ThreadAsync(below, writer, "Secret of the cellar");
        (await founder.PostFormAsync($"{Boards}/{board.Id}/password", new { Password = "abc" }, $"{Boards}/{board.Id}")).Is(422);
        (await founder.PostFormAsync($"{Boards}/{board.Id}/password", new { Password = "sesame 1" }, $"{Boards}/{board.Id}")).Is(303);

        var member = await site.VisitorAsync(await site.MemberAsync("reader"));
        foreach (var visitor in new[] { site.Visitor(), member })
        {
            Assert.Contains("Owners", (await visitor.GetAsync("/")).Is(200).Text, StringComparison.Ordinal);
            foreach (var url in (string[])["/", "/search?q=Secret", "/feeds/threads.rss", "/sitemap.xml", $"/members/{writer.Id}", $"/members/{writer.Id}/threads"])
            {
                var body = (await visitor.GetAsync(url)).Is(200).Body;
                Assert.DoesNotContain("of the owners", body, StringComparison.Ordinal);
                Assert.DoesNotContain("of the cellar", body, StringComparison.Ordinal);
                Assert.DoesNotContain("Cellar keys", body, StringComparison.Ordinal);
            }
            foreach (var url in (string[])[$"/threads/{thread.Id}", $"/threads/{deeper.Id}", $"/boards/{below.Id}", $"/feeds/boards/{board.Id}.rss", $"/boards/{board.Id}/news?after=0", $"/threads/{thread.Id}/news?after=0"])
                (await visitor.GetAsync(url)).Is(404);
            Assert.Equal($"/boards/{board.Id}/password", (await visitor.GetAsync($"/boards/{board.Id}")).Is(302).Location);
        }
        (await member.PostFormAsync($"/boards/{board.Id}/password", new { Password = "sesame 2" })).Is(422);
        (await member.PostFormAsync($"/boards/{board.Id}/password", new { Password = "sesame 1" })).Is(303);
        Assert.Contains("Secret of the owners", (await member.GetAsync($"/boards/{board.Id}")).Is(200).Text, StringComparison.Ordinal);
        (await member.GetAsync($"/threads/{deeper.Id}")).Is(200);
        (await site.Visitor().GetAsync($"/threads/{thread.Id}")).Is(404);
        (await founder.GetAsync($"/threads/{thread.Id}")).Is(200);

        // Another password shuts the door again; no log line and no page has it.
        (await founder.PostFormAsync($"{Boards}/{board.Id}/password", new { Password = "sesame 3" }, $"{Boards}/{board.Id}")).Is(303);
        (await member.GetAsync($"/threads/{thread.Id}")).Is(404);
        Assert.DoesNotContain("sesame", (await founder.GetAsync($"{Boards}/{board.Id}")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(await site.Rows(r => r.StaffActs.Select(a => a.Details).ToListAsync()), d => d?.Contains("sesame", StringComparison.Ordinal) == true);
    }

    [Theory, EveryDatabase]
    public async Task A_board_leads_elsewhere_has_an_address_name_and_asks_for_age(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var category = await site.CategoryAsync();
        var (shop, old) = (await site.BoardAsync("Shop", category), await site.BoardAsync("For old hands", category));
        (await founder.PostFormAsync($"{Boards}/{shop.Id}", new { RedirectUrl = "https://shop.example/", Slug = "shop" })).Is(303);
        Assert.Equal("https://shop.example/", (await site.Visitor().GetAsync($"/boards/{shop.Id}")).Is(302).Location);
        Assert.Equal($"/boards/{shop.Id}", (await site.Visitor().GetAsync("/boards/shop")).Is(302).Location);
        (await site.Visitor().GetAsync("/boards/no-such")).Is(404);

        (await founder.PostFormAsync($"{Boards}/{old.Id}", new { AskDays = "365", IsArchived = "true" })).Is(303);
        var young = await site.VisitorAsync(await site.MemberAsync("young"));
        Assert.Contains("For old hands", (await young.GetAsync("/")).Is(200).Text, StringComparison.Ordinal);
        (await young.GetAsync($"/boards/{old.Id}")).Is(403);
        (await site.Visitor().GetAsync($"/boards/{old.Id}")).Is(302);
        (await founder.GetAsync($"/boards/{old.Id}/new")).Is(403);
    }

    private static Task<string> DescriptionAsync(Site site, int id) => site.Rows(r => r.Boards.Where(b => b.Id == id).Select(b => b.Description).SingleAsync());
}
