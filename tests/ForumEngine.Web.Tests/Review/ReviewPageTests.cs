using ForumEngine.Groups;
using ForumEngine.Posts;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Tests.Attachments;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Review;

public sealed class ReviewPageTests
{
    [Theory, EveryDatabase]
    public async Task Who_is_under_review_is_told_and_finds_the_text_again(Db db)
    {
        var site = await Site.OnAsync(db);
        var (board, member) = (await site.BoardAsync(), await site.NewMemberAsync());
        var thread = await site.ThreadAsync(board, await site.NewMemberAsync());
        await site.SanctionAsync(member, SanctionKind.Review, board);
        using var author = await site.VisitorAsync(member);
        var sent = (await author.PostFormAsync($"/threads/{thread.Id}/reply", new { Body = "Zyzzyva waits" })).Is(303).Location!;
        Assert.StartsWith("/account/posts/pending/", sent, StringComparison.Ordinal);
        var page = (await author.GetAsync(sent)).Is(200);
        Assert.Contains("waits for review", page.Text, StringComparison.Ordinal);
        Assert.Contains("Zyzzyva waits", page.Text, StringComparison.Ordinal);
        Assert.Contains("Zyzzyva waits", (await author.GetAsync("/account/posts/pending")).Is(200).Text, StringComparison.Ordinal);
        var url = sent.Split('?')[0];
        (await author.PostFormAsync(url, new { Body = "" })).Is(422);
        (await author.PostFormAsync(url, new { Body = "Zyzzyva changed" })).Is(303);
        (await author.PostFormAsync($"{url}/withdraw", null, url)).Is(303);
        (await author.GetAsync(url)).Is(404);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_of_what_waits_or_was_hidden_is_seen_by_others(Db db)
    {
        var site = await Site.OnAsync(db);
        var (board, member) = (await site.BoardAsync(), await site.NewMemberAsync());
        var thread = await site.ThreadAsync(board, await site.NewMemberAsync(), "Public thread");
        var own = (await site.ReplyAsync(await site.ViewerAsync(member), thread, "First words")).Value;
        await site.SanctionAsync(member, SanctionKind.Review, board);
        using var author = await site.VisitorAsync(member);
        var who = await site.ViewerAsync(member);
        var held = (await site.StartAsync(who, board, "Quidditch title", "Quidditch text", choices: new ForumEngine.Posts.PostChoices { Tags = "quidditch" })).Value.PendingId!.Value;
        Assert.Null((await site.EditAsync(who, own.PostId, "Quidditch edit")).Refusal);
        await site.RunJobsAsync();
        using var guest = site.Visitor();
        using var other = await site.NewVisitorAsync();
        string[] urls = ["/", $"/boards/{board.Id}", $"/threads/{thread.Id}", $"/threads/{thread.Id}/news?after=0", $"/members/{member.Id}", $"/members/{member.Id}/threads", $"/members/{member.Id}/replies", $"/feeds/boards/{board.Id}.rss",
            "/search?q=Quidditch", "/tags/quidditch", "/sitemap.xml", $"/posts/{own.PostId}", $"/posts/{own.PostId}/history", $"/threads/{thread.Id}/reply?quote={own.PostId}", $"/account/posts/pending/{held}", $"/desk/queue/{held}", "/desk/queue"];
        foreach (var visitor in new[] { guest, other })
            foreach (var url in urls)
            {
                var answer = await visitor.GetAsync(url);
                // The search names what was searched for.
                var found = url.StartsWith("/search", StringComparison.Ordinal) ? answer.Text.Contains("Quidditch title", StringComparison.Ordinal) : answer.Text.Contains("uidditch ", StringComparison.OrdinalIgnoreCase);
                Assert.False(found, $"{url} tells what waits");
            }
        Assert.Contains("Quidditch edit", (await author.GetAsync($"/threads/{thread.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.Rows(d => d.Threads.Where(t => t.Id == thread.Id).Select(t => t.Replies).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_moderator_works_through_the_queue(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var (board, member, moderator) = (await site.BoardAsync(), await site.NewMemberAsync(), await site.NewMemberAsync(Group.Moderators));
        await site.ModeratorAsync(board, moderator);
        await site.SanctionAsync(member, SanctionKind.Review);
        var who = await site.ViewerAsync(member);
        var ids = new List<long>();
        for (var i = 0; i < 5; i++) ids.Add((await site.StartAsync(who, board, $"Waiting {i}", "Some text")).Value.PendingId!.Value);
        using var mod = await site.VisitorAsync(moderator);
        var list = (await mod.GetAsync("/desk/queue")).Is(200);
        Assert.Equal(5, list.Html.QuerySelectorAll("tbody tr").Length);
        list = await mod.WarmAsync("/desk/queue");
        Assert.True(list.Queries is >= 0 and <= 4, $"{list.Queries} queries");
        Assert.Equal($"/desk/queue/{ids[0]}", (await mod.GetAsync("/desk/queue/next")).Is(302).Location);
        var item = await mod.WarmAsync($"/desk/queue/{ids[0]}");
        Assert.True(item.Queries is >= 0 and <= 7, $"{item.Queries} queries");
        Assert.Equal($"/desk/queue/{ids[1]}", (await mod.PostFormAsync($"/desk/queue/{ids[0]}", new { Act = "approve" })).Is(303).Location);
        (await mod.PostFormAsync($"/desk/queue/{ids[1]}", new { Act = "reject" })).Is(422);
        Assert.Equal($"/desk/queue/{ids[2]}", (await mod.PostFormAsync($"/desk/queue/{ids[1]}", new { Canned = 2 })).Is(303).Location);
        Assert.Equal("Off topic in this board", await site.Rows(d => d.PendingPosts.Where(p => p.Id == ids[1]).Select(p => p.Decision).SingleAsync()));
        Assert.Equal($"/desk/queue/{ids[3]}", (await mod.PostFormAsync($"/desk/queue/{ids[2]}", new { Act = "ignore" })).Is(303).Location);
        var form = Visitor.FieldsOf(Visitor.FormOn(await mod.GetAsync("/desk/queue"), "/desk/queue"));
        var several = form.Select(f => f).Append(new("Ids", $"{ids[3]}")).Append(new("Ids", $"{ids[4]}")).Append(new("Ids", $"{ids[0]}")).Append(new("Act", "approve"));
        Assert.Equal("/desk/queue?done=2&failed=1", (await mod.PostAsync("/desk/queue", several)).Is(303).Location);
        (await mod.GetAsync("/desk/queue?done=2&failed=1")).Is(200);
        (await mod.GetAsync($"/desk/queue/{ids[0]}")).Is(404);
        Assert.Contains("Waiting 2", (await mod.GetAsync("/desk/queue?state=ignored")).Is(200).Text, StringComparison.Ordinal);
        Assert.Equal(3, await site.Rows(d => d.Threads.CountAsync()));
        using var stranger = await site.NewVisitorAsync(Group.Moderators);
        (await stranger.GetAsync("/desk/queue")).Is(403);
    }

    [Fact]
    public async Task Pictures_of_what_waits_are_given_to_those_who_decide_on_it_and_to_nobody_else()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var (board, elsewhere, member) = (await site.BoardAsync(), await site.BoardAsync("Elsewhere"), await site.NewMemberAsync());
        var (mine, theirs) = (await site.NewMemberAsync(Group.Moderators), await site.NewMemberAsync(Group.Moderators));
        await site.ModeratorAsync(board, mine);
        await site.ModeratorAsync(elsewhere, theirs);
        await site.SanctionAsync(member, SanctionKind.Review);
        var who = await site.ViewerAsync(member);
        var file = (await site.UploadAsync(who, board, "a.png", Uploads.Png(900, 600))).Value;
        var id = (await site.StartAsync(who, board, "Title", "Look below", choices: new PostChoices { Files = [file.Id] })).Value.PendingId!.Value;
        using var mod = await site.VisitorAsync(mine);
        var shot = (await mod.GetAsync($"/desk/queue/{id}")).Is(200).Html.QuerySelector("a.shot")!;
        foreach (var address in new[] { shot.GetAttribute("href")!, shot.QuerySelector("img")!.GetAttribute("src")!, $"/desk/queue/{id}/files/{file.Id}/large" })
        {
            var answer = (await mod.GetAsync(address)).Is(200);
            Assert.StartsWith("image/", answer.Header("Content-Type"), StringComparison.Ordinal);
            Assert.Equal("no-store, private", answer.Header("Cache-Control"));
            (await (await site.VisitorAsync(theirs)).GetAsync(address)).Is(404);
            (await (await site.VisitorAsync(member)).GetAsync(address)).Is(404);
            Assert.Contains((await site.Visitor().GetAsync(address)).Code, (int[])[302, 404]);
        }
        (await mod.GetAsync($"/files/{file.Id}/thumb")).Is(404);
    }

    [Theory, EveryDatabase]
    public async Task An_administrator_keeps_words_and_policies_and_tries_them(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var (board, member) = (await site.BoardAsync(), await site.NewMemberAsync());
        await site.ThreadAsync(board, member, "Old thread", replies: 3);
        using var founder = await site.FounderAsync();
        (await founder.PostFormAsync("/admin/words/new", new { Text = "", Action = "reject" })).Is(422);
        (await founder.PostFormAsync("/admin/words/new", new { Text = "/a+/", Action = "reject" })).Is(422);
        (await founder.PostFormAsync("/admin/words/new", new { Text = "floor 2", Action = "reject", Category = "test" })).Is(303);
        (await founder.PostFormAsync("/admin/words/new", new { Text = "FLOOR 2", Action = "flag" })).Is(422);
        var list = await founder.WarmAsync("/admin/words?q=floor");
        Assert.True(list.Queries is >= 0 and <= 5, $"{list.Queries} queries");
        var edit = list.Html.QuerySelector("td.main a")!.GetAttribute("href")!;
        (await founder.PostFormAsync(edit, new { Action = "review" })).Is(303);
        Assert.Equal(WordAction.Review, await site.Rows(d => d.Words.Select(w => w.Action).SingleAsync()));
        var imported = (await founder.PostFormAsync("/admin/words/import", new { List = "[type:x]\nbad={BANNED}\n[/type]\n/re/=x\nplain" })).Is(200);
        Assert.Contains("Regular expressions are not taken", imported.Text, StringComparison.Ordinal);
        (await founder.PostFormAsync("/admin/words/import", new { List = "" })).Is(422);
        var export = (await founder.GetAsync("/admin/words/export.txt")).Is(200);
        Assert.Contains("[type:x] bad={BANNED} [/type]", export.Text, StringComparison.Ordinal);
        var tried = (await founder.PostFormAsync("/admin/words/try", new { Sample = "A [b]b[/b]ad thing <i>" })).Is(200);
        Assert.Equal(2, tried.Html.QuerySelectorAll("mark").Length);
        var ids = Visitor.FieldsOf(Visitor.FormOn(await founder.GetAsync("/admin/words"), "/admin/words"));
        (await founder.PostAsync("/admin/words", ids.Append(new("act", "switchOff")))).Is(422);
        var bad = await site.Rows(d => d.Words.Where(w => w.Text == "bad").Select(w => w.Id).SingleAsync());
        (await founder.PostAsync("/admin/words", ids.Append(new("ids", $"{bad}")).Append(new("act", "delete")))).Is(303);
        using var writer = await site.VisitorAsync(member);
        Assert.Contains("pending", (await writer.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Now", Body = "On floor 2" })).Is(303).Location, StringComparison.Ordinal);
        var refused = (await writer.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Now", Body = "pl[b]ain[/b] and kept" })).Is(422);
        Assert.Contains("plain", refused.Html.QuerySelector(".err, .note.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("and kept", refused.Text, StringComparison.Ordinal);

        (await founder.PostFormAsync("/admin/review/new", new { Name = "", OnThreads = "true" })).Is(422);
        (await founder.PostFormAsync("/admin/review/new", new { Name = "Half", OnThreads = "true", From = "10:00" })).Is(422);
        (await founder.PostFormAsync("/admin/review/new", new { Name = "All replies", OnReplies = "true" })).Is(303);
        var policy = await site.Rows(d => d.ReviewPolicies.Select(p => p.Id).SingleAsync());
        (await founder.PostFormAsync($"/admin/review/{policy}/dry-run", new { Days = 0 }, $"/admin/review/{policy}")).Is(422);
        var runs = new[]
        {
            (await founder.PostFormAsync($"/admin/review/{policy}/dry-run", new { Days = 30 }, $"/admin/review/{policy}")).Is(303).Location!,
            (await founder.PostFormAsync("/admin/words/try/dry-run", new { Days = 30 }, "/admin/words/try")).Is(303).Location!,
        };
        (await founder.PostFormAsync("/admin/review/dry-run", new { Days = 0 }, "/admin/review")).Is(422);
        var all = (await founder.PostFormAsync("/admin/review/dry-run", new { Days = 30 }, "/admin/review")).Is(303).Location!;
        for (var i = 0; i < 40 && await site.Rows(d => d.DryRuns.AnyAsync(r => r.State != DryRunState.Done)); i++) await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Contains("4 of 4 posts", (await founder.GetAsync(runs[0])).Is(200).Text, StringComparison.Ordinal);
        Assert.Contains("1 of 4 posts", (await founder.GetAsync(runs[1])).Is(200).Text, StringComparison.Ordinal);
        var gate = (await founder.GetAsync(all)).Is(200);
        Assert.Contains("4 of 4 posts", gate.Text, StringComparison.Ordinal);
        Assert.Contains("Policy", gate.Html.QuerySelector("tbody .mk")!.TextContent, StringComparison.OrdinalIgnoreCase);
        (await founder.PostFormAsync($"/admin/review/{policy}/delete", null, $"/admin/review/{policy}")).Is(303);
    }
}
