namespace ForumEngine.Web.Tests.Boards;

/// <summary>What guests read is the same for all guests, so that it can be kept and given to the next one.</summary>
public sealed class GuestPageTests
{
    [Theory, EveryDatabase]
    public async Task A_page_for_guests_holds_no_token_no_cookie_and_no_form_that_posts(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync("Board", await site.CategoryAsync());
        var author = await site.NewMemberAsync();
        var thread = await site.ThreadAsync(board, author, replies: 3);
        foreach (var url in (string[])["/", $"/boards/{board.Id}", $"/threads/{thread.Id}", "/darkroom", "/search", "/pages/terms", "/announcements", $"/members/{author.Id}"])
        {
            using var guest = site.Visitor();
            var page = (await guest.GetAsync(url)).Is(200);
            Assert.Empty(page.Html.QuerySelectorAll("form[method=post]"));
            Assert.DoesNotContain("RequestVerificationToken", page.Body, StringComparison.Ordinal);
            Assert.Null(page.Header("Set-Cookie"));
            Assert.Contains("Accept-Language", page.Header("Vary"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_for_a_member_is_kept_by_nobody()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var member = await site.NewVisitorAsync();
        Assert.Contains("no-store", (await member.GetAsync("/")).Is(200).Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_guests_get_the_same_page()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync(), replies: 3);
        using var one = site.Visitor();
        using var other = site.Visitor();
        await one.GetAsync($"/threads/{thread.Id}");
        Assert.Equal((await one.GetAsync($"/threads/{thread.Id}")).Body, (await other.GetAsync($"/threads/{thread.Id}")).Body);
    }
}
