using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Web.Tests.Architecture;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Permissions;

/// <summary>
/// A canary word stands in the name, the rules and the moderators of closed boards and in everything written there; then every
/// page of the site is read by those who may not know of it, with every id there is in every place.
/// </summary>
public sealed class HiddenBoardTests
{
    private const string Canary = "kanarienvogel";

    /// <summary>Who writes there is a member like others, with a public profile; that the boards are theirs is not public.</summary>
    private const string Keeper = "kellermeister";

    [Theory, EveryDatabase]
    public async Task What_stands_in_closed_boards_is_told_to_nobody_else(Db db)
    {
        await using var site = await Site.StartAsync(db);
        await OpenTownAsync(site);
        var secrets = await ClosedTownAsync(site);
        await site.RunJobsAsync();
        using var guest = site.Visitor();
        using var member = await site.NewVisitorAsync();
        using var elsewhere = await site.VisitorAsync(await ModeratorOfAnotherBoardAsync(site));
        var urls = Urls(site, secrets).ToList();
        Assert.True(urls.Count > 50, "There should be more to read than this.");

        foreach (var (who, visitor) in (IEnumerable<(string, Visitor)>)[("a guest", guest), ("a member", member), ("a moderator of another board", elsewhere)])
        {
            List<string> leaks = [];
            foreach (var url in urls)
            {
                var answer = await visitor.GetAsync(url);
                Assert.True(answer.Code < 500, $"{url}: {answer.Code}\n{site.Log}");
                var isProfile = url.StartsWith("/members/", StringComparison.Ordinal) || url.StartsWith("/desk/members/", StringComparison.Ordinal);
                foreach (var word in isProfile ? [Canary] : (string[])[Canary, Keeper])
                    if (answer.Body.Contains(word, StringComparison.OrdinalIgnoreCase)) leaks.Add($"{url} told {who}: {Around(answer.Body, word)}");
                if (answer.Location?.Contains($"/threads/{secrets.ThreadId}?", StringComparison.Ordinal) == true) leaks.Add($"{url} led {who} to {answer.Location}");
            }
            Expect.None(leaks);
        }
    }

    [Theory, EveryDatabase]
    public async Task Nothing_can_be_written_into_or_quoted_from_a_closed_board(Db db)
    {
        var site = await Site.OnAsync(db);
        var hidden = await site.BoardAsync("Closed", hidden: true);
        var secret = await site.ThreadAsync(hidden, await site.NewMemberAsync(), "Closed thread");
        var open = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        var secretPost = await site.Rows(d => d.Posts.Where(p => p.ThreadId == secret.Id).Select(p => p.Id).SingleAsync());
        using var member = await site.NewVisitorAsync();
        var form = Visitor.FieldsOf(Visitor.FormOn(await member.OpenAsync($"/threads/{open.Id}/reply"), $"/threads/{open.Id}/reply"));
        form["Body"] = "Words of my own";
        (await member.PostAsync($"/threads/{secret.Id}/reply", form)).Is(404);
        form["Title"] = "Mine";
        (await member.PostAsync($"/boards/{hidden.Id}/new", form)).Is(404);
        (await member.PostAsync($"/posts/{secretPost}/edit", form)).Is(404);
        form["QuotePostId"] = $"{secretPost}";
        var posted = (await member.PostAsync($"/threads/{open.Id}/reply", form)).Is(303);
        Assert.DoesNotContain("Text of floor 1", (await member.OpenAsync(posted.Location!)).Html.QuerySelector("#floor-2")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task OpenTownAsync(Site site)
    {
        var board = await site.BoardAsync("Open", await site.CategoryAsync("Open category"));
        await site.ThreadAsync(board, await site.NewMemberAsync(), "Open thread", replies: 3);
    }

    private sealed record Secrets(Board[] Boards, long ThreadId, long[] PostIds, int MemberId);

    /// <summary>A hidden category with a board, and a visible board that only some may read.</summary>
    private static async Task<Secrets> ClosedTownAsync(Site site)
    {
        var author = await site.MemberAsync(Keeper);
        var category = await site.CategoryAsync($"{Canary} category", hidden: true);
        var hidden = await site.BoardAsync($"{Canary} board", category, hidden: true);
        var visible = await site.BoardAsync("Visible below", category);
        var reserved = await site.BoardAsync($"{Canary} reserved", await site.CategoryAsync("Reserved"));
        foreach (var group in (int[])[7, 11, 3]) await site.CellAsync(reserved, group, BoardRight.View, allow: false);
        await site.ModeratorAsync(category, author);
        await site.ModeratorAsync(hidden, author);
        await site.ThreadAsync(reserved, author, $"{Canary} thread", replies: 2);
        await site.ThreadAsync(visible, await site.NewMemberAsync(), "A visible thread");
        await site.Rows(d => d.Boards.Where(b => b.Id == reserved.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.Rules, Canary).SetProperty(x => x.Description, Canary)));
        var founder = Viewers.ForSystem("x", site.Now) with { MemberId = author.Id, Name = author.UserName! };
        var place = (await site.StartAsync(founder, hidden, $"{Canary} title", $"{Canary} body")).Value;
        await site.ReplyAsync(founder, new Thread { Id = place.ThreadId, Title = "", AuthorName = "", LastAuthorName = "" }, $"{Canary} reply");
        var posts = await site.Rows(d => d.Posts.Where(p => p.AuthorId == author.Id).Select(p => p.Id).ToArrayAsync());
        return new Secrets([category, hidden, reserved], place.ThreadId, posts, author.Id);
    }

    private static async Task<Member> ModeratorOfAnotherBoardAsync(Site site)
    {
        var moderator = await site.NewMemberAsync(group: 3);
        await site.ModeratorAsync(await site.BoardAsync("Another"), moderator);
        return moderator;
    }

    /// <summary>Every page with every id.</summary>
    private static IEnumerable<string> Urls(Site site, Secrets secrets)
    {
        var ids = Enumerable.Range(1, 12).Select(i => (long)i).Concat(secrets.PostIds).Append(secrets.ThreadId).Append(secrets.MemberId).Concat(secrets.Boards.Select(b => (long)b.Id)).Distinct();
        foreach (var route in Route.Of(site).Where(r => r.IsRead).DistinctBy(r => r.Template))
        {
            if (!route.Template.Contains('{', StringComparison.Ordinal)) yield return route.Template;
            else foreach (var id in ids) yield return route.Url(_ => $"{id}");
        }
        yield return $"/search?q={Canary[..5]}";
        yield return $"/search?q={Canary[..5]}&board={secrets.Boards[1].Id}";
        foreach (var id in secrets.Boards.Select(b => b.Id))
            foreach (var url in (string[])[$"/boards/{id}?order=created&since=7d", $"/feeds/boards/{id}.rss", $"/sitemap/boards/{id}/0.xml"]) yield return url;
        foreach (var post in secrets.PostIds) yield return $"/threads/1/reply?quote={post}";
    }

    private static string Around(string body, string word)
    {
        var at = body.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return body[Math.Max(0, at - 150)..Math.Min(body.Length, at + 60)].Replace('\n', ' ');
    }
}
