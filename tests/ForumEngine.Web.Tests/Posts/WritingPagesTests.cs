using ForumEngine.Groups;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Posts;

/// <summary>The pages around a post: its history, its author's name behind a reason, signatures, the site's own codes.</summary>
public sealed class WritingPagesTests
{
    [Fact]
    public async Task What_an_edit_changed_is_read_by_author_and_staff_and_by_nobody_else()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.SetAsync("Posting.EditMarkSeconds", "0");
        var board = await site.BoardAsync();
        using var author = await site.NewVisitorAsync();
        var place = (await author.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Before", Body = "The price is 100 yuan" })).Is(303);
        var post = await PostAsync(site, place);
        (await author.PostFormAsync($"/posts/{post}/edit", new { Title = "After", Body = "The price is 80 yuan", EditReason = "A better price" })).Is(303);

        var history = (await author.GetAsync($"/posts/{post}/history")).Is(200);
        Assert.Contains("A better price", history.Text, StringComparison.Ordinal);
        Assert.Contains(history.Html.QuerySelectorAll("del"), e => e.TextContent.Contains("100", StringComparison.Ordinal));
        Assert.Contains(history.Html.QuerySelectorAll("ins"), e => e.TextContent.Contains("80", StringComparison.Ordinal));
        using var stranger = await site.NewVisitorAsync();
        (await stranger.GetAsync($"/posts/{post}/history")).Is(403);
        (await site.Visitor().GetAsync($"/posts/{post}/history")).Is(302);
        using var founder = await site.FounderAsync();
        (await founder.GetAsync($"/posts/{post}/history")).Is(200);
    }

    [Fact]
    public async Task An_unnamed_author_is_told_to_staff_for_a_reason_that_the_log_keeps()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var board = await site.BoardAsync();
        await site.ChangeBoardsAsync(db => db.Boards.Where(b => b.Id == board.Id).ExecuteUpdate(b => b.SetProperty(x => x.AllowsAnonymous, true)));
        var member = await site.NewMemberAsync();
        using var author = await site.VisitorAsync(member);
        var post = await PostAsync(site, (await author.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Who", Body = "Nobody knows", Options = "1", Anonymous = "true" })).Is(303));
        using var stranger = await site.NewVisitorAsync();
        Assert.DoesNotContain(member.UserName!, (await stranger.GetAsync($"/posts/{post}")).Body, StringComparison.Ordinal);
        (await stranger.GetAsync($"/desk/posts/{post}/author")).Is(404);

        using var founder = await site.FounderAsync();
        var page = $"/desk/posts/{post}/author";
        Assert.DoesNotContain(member.UserName!, (await founder.GetAsync(page)).Is(200).Body, StringComparison.Ordinal);
        (await founder.PostFormAsync(page, new { Reason = "" })).Is(422);
        (await founder.PostFormAsync(page, new { Reason = "A threat was reported" })).Is(303);
        Assert.Contains(member.UserName!, (await founder.GetAsync(page)).Is(200).Text, StringComparison.Ordinal);
        Assert.Equal("A threat was reported", await site.Rows(db => db.StaffActs.Where(a => a.PostId == post && a.Act == "post.reveal").Select(a => a.Reason).SingleAsync()));
    }

    [Fact]
    public async Task A_signature_stands_below_posts_and_one_that_is_too_long_comes_back_as_typed()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var member = await site.MemberAsync($"signer{Guid.NewGuid():N}"[..14], group: Group.Newcomers + 3);
        using var visitor = await site.VisitorAsync(member);
        const string page = "/account/settings/signature";
        (await visitor.PostFormAsync(page, new { Signature = "[b]Slow[/b] & steady" })).Is(303);
        var board = await site.BoardAsync();
        var written = (await visitor.PostFormAsync($"/boards/{board.Id}/new", new { Title = "Signed", Body = "Some words", Options = "1", Signature = "true" })).Is(303);
        var signature = (await site.Visitor().GetAsync(written.Location!)).Is(200).Html.QuerySelector(".sig");
        Assert.Equal("Slow & steady", signature!.TextContent.Trim());
        Assert.Equal("Slow", signature.QuerySelector("b")!.TextContent);

        var typed = new string('长', 5000);
        var again = (await visitor.PostFormAsync(page, new { Signature = typed })).Is(422);
        Assert.Equal(typed, again.Html.QuerySelector("textarea[name=Signature]")!.TextContent);
    }

    [Fact]
    public async Task A_code_of_the_site_is_tried_made_used_and_taken_away()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        using var founder = await site.FounderAsync();
        const string page = "/admin/codes/new";
        const string template = "<b>{1:text}</b> <i>{content}</i>";
        var tried = (await founder.PostFormAsync(page, new { Tag = "note", Template = template, IsOn = "true", Sample = "[note=Mind]the gap[/note]", Preview = "1" })).Is(200);
        Assert.Equal("<b>Mind</b> <i>the gap</i>", tried.Html.QuerySelector(".preview .txt p")!.InnerHtml.Trim());
        (await founder.PostFormAsync(page, new { Tag = "note", Template = "<script>{content}</script>", IsOn = "true" })).Is(422);
        (await founder.PostFormAsync(page, new { Tag = "note", Template = template, IsOn = "true" })).Is(303);

        var thread = (await founder.PostFormAsync($"/boards/{(await site.BoardAsync()).Id}/new", new { Title = "With a note", Body = "[note=Mind]the gap[/note]" })).Is(303);
        Assert.Equal("<b>Mind</b> <i>the gap</i>", (await site.Visitor().GetAsync(thread.Location!)).Html.QuerySelector("#floor-1 .txt p")!.InnerHtml.Trim());
        var code = await site.Rows(db => db.Codes.Select(c => c.Id).SingleAsync());
        (await founder.PostFormAsync($"/admin/codes/{code}/delete", page: $"/admin/codes/{code}")).Is(303);
        Assert.Equal("[note=Mind]the gap[/note]", (await site.Visitor().GetAsync(thread.Location!)).Html.QuerySelector("#floor-1 .txt p")!.InnerHtml.Trim());
    }

    [Fact]
    public async Task The_masthead_shows_the_own_picture_as_soon_as_it_is_chosen()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var member = await site.NewMemberAsync();
        using var visitor = await site.VisitorAsync(member);
        Assert.Null((await visitor.GetAsync("/")).Html.QuerySelector(".me img.av"));
        await site.Use<ForumEngine.Avatars.SetAvatar, ForumEngine.Permissions.Refusal?>(async set =>
            await set.RunAsync(await site.ViewerAsync(member), new MemoryStream(ForumEngine.Tests.Attachments.Uploads.Png(200, 200)), default, default));
        Assert.NotNull((await visitor.GetAsync("/")).Html.QuerySelector(".me img.av"));
    }

    private static async Task<long> PostAsync(Site site, Answer written)
    {
        var thread = long.Parse(written.Location!.Split('/', '?')[2], System.Globalization.CultureInfo.InvariantCulture);
        return await site.Rows(db => db.Posts.Where(p => p.ThreadId == thread).Select(p => p.Id).SingleAsync());
    }
}
