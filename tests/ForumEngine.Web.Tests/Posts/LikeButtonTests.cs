using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Posts;

public sealed class LikeButtonTests
{
    [Theory, EveryDatabase]
    public async Task A_member_likes_and_takes_it_back_without_scripts_and_guests_are_asked_to_sign_in(Db db)
    {
        var site = await Site.OnAsync(db);
        var (author, reader) = (await site.NewMemberAsync(), await site.NewMemberAsync());
        var thread = await site.ThreadAsync(await site.BoardAsync(), author);
        var post = await site.Rows(d => d.Posts.Where(p => p.ThreadId == thread.Id).Select(p => p.Id).SingleAsync());
        using var visitor = await site.VisitorAsync(reader);
        (await visitor.PostFormAsync($"/posts/{post}/like", page: $"/threads/{thread.Id}")).Is(303);
        var page = await visitor.OpenAsync($"/threads/{thread.Id}");
        Assert.Equal("true", page.Html.QuerySelector("#like-1 button")!.GetAttribute("aria-pressed"));
        Assert.Contains(reader.UserName!, (await visitor.OpenAsync($"/posts/{post}/likes")).Text, StringComparison.Ordinal);
        (await visitor.PostFormAsync($"/posts/{post}/unlike", page: $"/threads/{thread.Id}")).Is(303);
        Assert.Equal(0, await site.Rows(d => d.Likes.CountAsync(l => l.PostId == post)));

        using var guest = site.Visitor();
        var seen = await guest.OpenAsync($"/threads/{thread.Id}");
        Assert.Empty(seen.Html.QuerySelectorAll("form[method=post]"));
        Assert.Equal(302, (await guest.GetAsync(seen.Html.QuerySelector("#like-1 a")!.GetAttribute("href")!)).Code);
        using var own = await site.VisitorAsync(author);
        Assert.Null((await own.OpenAsync($"/threads/{thread.Id}")).Html.QuerySelector("#like-1 button"));
    }
}
