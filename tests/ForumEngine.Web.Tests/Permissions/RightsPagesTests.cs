using System.Diagnostics;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Permissions;

public sealed class RightsPagesTests
{
    [Theory, EveryDatabase]
    public async Task A_cell_of_the_matrix_is_enforced_within_a_second_and_its_conflict_is_told(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var board = await site.BoardAsync("Market", await site.CategoryAsync());
        var thread = await site.ThreadAsync(board, await site.MemberAsync("writer"), "A bargain");
        var member = await site.VisitorAsync(await site.MemberAsync("reader"));
        (await member.GetAsync($"/threads/{thread.Id}")).Is(200);
        var url = $"/admin/boards/{board.Id}/rights";
        var cell = $"C[{board.Id}.11.View]";
        var stale = (await founder.GetAsync(url)).Is(200);

        (await founder.PostFormAsync(url, new Dictionary<string, string> { [cell] = "deny" })).Is(303);
        var clock = Stopwatch.StartNew();
        (await member.GetAsync($"/threads/{thread.Id}")).Is(404);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), $"{clock.Elapsed}");
        Assert.Equal("deny", Visitor.FieldsOf(Visitor.FormOn((await founder.GetAsync(url)).Is(200), url))[cell]);
        var conflict = (await founder.SubmitAsync(Visitor.FormOn(stale, url), url, new Dictionary<string, string> { [cell] = "allow" })).Is(409);
        Assert.Equal("allow", Visitor.FieldsOf(Visitor.FormOn(conflict, url))[cell]);

        // The other side of the matrix, and a whole row without a script.
        var side = "/admin/groups/11/boards";
        (await founder.PostFormAsync(side, new Dictionary<string, string> { ["FillRow"] = $"{board.Id}", ["FillWith"] = "inherit" })).Is(303);
        (await member.GetAsync($"/threads/{thread.Id}")).Is(200);
        Assert.False(await site.Rows(r => r.BoardCells.AnyAsync(c => c.GroupId == 11)));
    }

    [Theory, EveryDatabase]
    public async Task The_explainer_names_the_rule_and_what_would_change_it(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var board = await site.BoardAsync("Market", await site.CategoryAsync());
        await site.MemberAsync("graduate");
        await site.CellAsync(board, 11, BoardRight.PostThread, false);
        var page = (await founder.GetAsync($"/admin/rights/explain?user=graduate&board={board.Id}&do=PostThread")).Is(200);
        Assert.Single(page.Html.QuerySelectorAll(".steps .decides"));
        Assert.Contains("Market", page.Html.QuerySelector(".steps .decides")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector($".ways a[href='/admin/boards/{board.Id}/rights']"));
        (await founder.GetAsync($"/admin/rights/explain?user=&board={board.Id}&do=Reply")).Is(200);
        (await founder.GetAsync($"/admin/rights/explain?user=graduate&board={board.Id}&do=DeletePosts")).Is(200);
        (await founder.GetAsync($"/admin/rights/explain?user=graduate&board={board.Id}&do=UseHide")).Is(200);
        (await founder.GetAsync($"/admin/rights/explain?user=nobody-here&board={board.Id}&do=Reply")).Is(422);
        (await founder.GetAsync($"/admin/rights/explain?user=graduate&board={board.Id}&do=Fly")).Is(422);
        (await founder.PostFormAsync("/admin/rights/members", new { UserName = "graduate", BoardId = board.Id, Right = "PostThread", Allow = "true", Days = 30, Reason = "trusted" })).Is(303);
        Assert.Contains("graduate", (await founder.GetAsync("/admin/rights/members")).Is(200).Text, StringComparison.Ordinal);
        var graduate = await site.Rows(r => r.Members.Where(m => m.UserName == "graduate").Select(m => m.Id).SingleAsync());
        (await founder.PostFormAsync($"/admin/rights/members/{graduate}/{board.Id}/PostThread/remove", null, "/admin/rights/members")).Is(303);
    }

    [Theory, EveryDatabase]
    public async Task The_site_is_seen_as_a_group_read_only_and_left_by_the_bar(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var category = await site.CategoryAsync();
        var (open, secret) = (await site.BoardAsync("Open", category), await site.BoardAsync("Backroom", category, hidden: true));
        var thread = await site.ThreadAsync(open, await site.MemberAsync("writer"), "Hello");
        (await founder.GetAsync($"/boards/{secret.Id}")).Is(200);
        foreach (var group in new[] { 11, Group.Guests, Group.Moderators })
        {
            (await founder.PostFormAsync($"/admin/groups/{group}/simulate", null, "/admin/groups")).Is(303);
            var index = (await founder.GetAsync("/")).Is(200);
            Assert.NotNull(index.Html.QuerySelector("form.simulation"));
            Assert.DoesNotContain("Backroom", index.Text, StringComparison.Ordinal);
            (await founder.GetAsync($"/boards/{secret.Id}")).Is(404);
            (await founder.GetAsync($"/boards/{open.Id}")).Is(200);
            (await founder.GetAsync($"/threads/{thread.Id}")).Is(200);
            (await founder.GetAsync("/admin/groups")).Is(group == Group.Guests ? 302 : 404);
            foreach (var own in (string[])["/account/settings", "/notifications", "/account/posts/drafts"]) (await founder.GetAsync(own)).Is(403);
            var form = Visitor.FormOn(index, "/simulation/exit");
            (await founder.SubmitAsync(form, $"/threads/{thread.Id}/reply", new { Body = "As somebody else" })).Is(403);
            (await founder.SubmitAsync(form, "/account/logout", null)).Is(403);
            (await founder.SubmitAsync(form, "/simulation/exit", null)).Is(303);
            (await founder.GetAsync("/admin/groups")).Is(200);
            Assert.Null((await founder.GetAsync("/")).Is(200).Html.QuerySelector("form.simulation"));
        }
        Assert.Equal(1, await site.Rows(r => r.Posts.CountAsync()));
        Assert.Equal(3, await site.Rows(r => r.StaffActs.CountAsync(a => a.Act == "group.simulate")));
    }

    [Fact]
    public async Task Pages_of_boards_and_rights_cost_a_handful_of_queries_however_many_boards_there_are()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var founder = await site.FounderAsync();
        var outline = string.Join('\n', Enumerable.Range(1, 5).Select(c => $"Category {c}\n" + string.Join('\n', Enumerable.Range(1, 30).Select(b => $"  Board {c}.{b}"))));
        (await founder.PostFormAsync("/admin/boards/many", new { Outline = outline }, "/admin/boards/new")).Is(303);
        var board = await site.Rows(r => r.Boards.Where(b => b.Name == "Board 3.3").Select(b => b.Id).SingleAsync());
        foreach (var url in (string[])["/admin/boards", $"/admin/boards/{board}", $"/admin/boards/{board}/rights", $"/admin/boards/{board}/history", $"/admin/boards/{board}/copy",
            $"/admin/boards/{board}/remove", "/admin/groups", "/admin/groups/11", "/admin/groups/11/boards", "/admin/rights/members", $"/admin/rights/explain?user={Template.Founder}&board={board}&do=Reply"])
        {
            var answer = await founder.WarmAsync(url);
            Assert.True(answer.Queries <= 8, $"{url} asked {answer.Queries} times");
        }
    }

    [Theory, EveryDatabase]
    public async Task A_group_is_added_changed_and_deleted_by_forms(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        var added = (await founder.PostFormAsync("/admin/groups/new", new { Title = "Merchants", From = 11, Kind = "Special" })).Is(303);
        var url = added.Location!;
        var stale = (await founder.GetAsync(url)).Is(200);
        (await founder.PostFormAsync(url, new { MentionLimit = 21 })).Is(303);
        Assert.Equal("21", Visitor.FieldsOf(Visitor.FormOn((await founder.GetAsync(url)).Is(200), url))["MentionLimit"]);
        (await founder.SubmitAsync(Visitor.FormOn(stale, url), url, new { MentionLimit = 22 })).Is(409);
        (await founder.PostFormAsync(url, new { MentionLimit = 1000 })).Is(422);
        (await founder.PostFormAsync(url, new { MentionLimit = "many" })).Is(422);
        (await founder.PostFormAsync($"{url}/delete", null)).Is(303);
        (await founder.GetAsync(url)).Is(404);
        (await founder.GetAsync("/admin/groups/5")).Is(404);
    }

    [Theory, EveryDatabase]
    public async Task A_change_of_a_group_is_taken_back_and_what_came_after_it_stays(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var founder = await site.FounderAsync();
        const string url = "/admin/groups/11";
        var was = Visitor.FieldsOf(Visitor.FormOn((await founder.GetAsync(url)).Is(200), url));
        (await founder.PostFormAsync(url, new { Title = "Neighbours", MentionLimit = 21, Like = "false" })).Is(303);
        (await founder.PostFormAsync(url, new { Stars = 4 })).Is(303);
        var history = (await founder.GetAsync($"{url}/history")).Is(200);
        Assert.Contains("Neighbours", history.Text, StringComparison.Ordinal);
        Assert.Equal(2, history.Html.QuerySelectorAll("main tbody tr").Length);
        var restore = history.Html.QuerySelectorAll("main tbody form")[^1].GetAttribute("action")!;
        (await founder.PostFormAsync(restore, page: $"{url}/history")).Is(303);
        var now = Visitor.FieldsOf(Visitor.FormOn((await founder.GetAsync(url)).Is(200), url));
        Assert.Equal((was["Title"], was["MentionLimit"], was["Like"], "4"), (now["Title"], now["MentionLimit"], now["Like"], now["Stars"]));
        Assert.Equal(3, (await founder.GetAsync($"{url}/history")).Is(200).Html.QuerySelectorAll("main tbody tr").Length);
        Assert.InRange((await founder.WarmAsync($"{url}/history")).Queries, 0, 3);
        var token = Visitor.FieldsOf(Visitor.FormOn((await founder.GetAsync($"{url}/history")).Is(200), restore));
        (await founder.PostAsync($"{url}/history/999999/restore", token)).Is(404);
        // The same line is not another group's.
        (await founder.PostAsync(restore.Replace("/11/", "/12/", StringComparison.Ordinal), token)).Is(404);
        (await founder.GetAsync("/admin/groups/5/history")).Is(404);
    }
}
