using System.Net;
using ForumEngine.Groups;
using ForumEngine.Notices;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Desk;

public sealed class StaffTests
{
    [Theory, EveryDatabase]
    public async Task A_closed_thread_takes_no_reply_until_it_is_opened(Db db)
    {
        var scene = await Scene.SetAsync(db, "closing");
        var author = await scene.Site.VisitorAsync(scene.Author);
        var form = Visitor.FormOn(await author.GetAsync($"{scene.Url}/reply"), $"{scene.Url}/reply");

        Assert.Equal(scene.Url, (await scene.ActAsync("close")).Is(303).Location);
        await ToldAndLoggedAsync(scene, "thread.close", NoticeKind.ThreadClosed);
        var refused = (await author.SubmitAsync(form, $"{scene.Url}/reply", new { Body = "What I had to say" })).Is(403);
        Assert.Contains("This thread is closed", refused.Text, StringComparison.Ordinal);
        Assert.Equal("What I had to say", Visitor.FieldsOf(Visitor.FormOn(refused, $"{scene.Url}/reply"))["Body"]);
        (await scene.ActAsync("close")).Is(409);

        (await scene.ActAsync("open")).Is(303);
        await ToldAndLoggedAsync(scene, "thread.open", NoticeKind.ThreadOpened);
        (await author.PostFormAsync($"{scene.Url}/reply", new { Body = "What I had to say" })).Is(303);
    }

    [Theory, EveryDatabase]
    public async Task A_deleted_thread_is_gone_until_it_is_restored(Db db)
    {
        var scene = await Scene.SetAsync(db, "deleting");
        Assert.Equal($"/boards/{scene.Board.Id}", (await scene.ActAsync("delete")).Is(303).Location);
        await ToldAndLoggedAsync(scene, "thread.delete", NoticeKind.ThreadDeleted);
        Assert.NotEqual(HttpStatusCode.OK, (await scene.Site.Visitor().GetAsync(scene.Url)).Status);
        Assert.DoesNotContain(scene.Url, (await scene.Site.Visitor().GetAsync($"/boards/{scene.Board.Id}")).Is(200).Body, StringComparison.Ordinal);
        Assert.Contains($"/desk{scene.Url}/restore", (await scene.Moderator.GetAsync("/desk/bin")).Is(200).Body, StringComparison.Ordinal);

        (await scene.ActAsync("restore")).Is(303);
        await ToldAndLoggedAsync(scene, "thread.restore", NoticeKind.ThreadRestored);
        (await scene.Site.Visitor().GetAsync(scene.Url)).Is(200);
    }

    [Theory, EveryDatabase]
    public async Task A_deleted_reply_leaves_no_text_until_it_is_restored(Db db)
    {
        var scene = await Scene.SetAsync(db, "reply-del");
        var post = await scene.Site.Rows(r => r.Posts.SingleAsync(p => p.ThreadId == scene.Thread.Id && p.Floor == 2));
        (await scene.Moderator.PostFormAsync($"/desk/posts/{post.Id}/delete", new { Scene.Reason })).Is(303);
        await ToldAndLoggedAsync(scene, "post.delete", NoticeKind.PostDeleted);
        Assert.DoesNotContain("Text of floor 2", (await scene.Site.Visitor().GetAsync(scene.Url)).Is(200).Body, StringComparison.Ordinal);
        (await scene.Moderator.PostFormAsync($"/desk/posts/{post.Id}/restore", new { Scene.Reason })).Is(303);
        await ToldAndLoggedAsync(scene, "post.restore", NoticeKind.PostRestored);
        Assert.Contains("Text of floor 2", (await scene.Site.Visitor().GetAsync(scene.Url)).Is(200).Body, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task A_stuck_thread_stands_first_in_its_board(Db db)
    {
        var scene = await Scene.SetAsync(db, "sticking");
        await scene.Site.ThreadAsync(scene.Board, scene.Author, "A newer thread", adjust: t => t.LastPostAt = scene.Site.Now.AddMinutes(5));
        (await scene.ActAsync("stick", new { Scene.Reason, Level = "3" })).Is(403);
        (await scene.ActAsync("stick", new { Scene.Reason, Level = "7" })).Is(422);
        (await scene.ActAsync("stick", new { Scene.Reason, Level = "1" })).Is(303);
        await ToldAndLoggedAsync(scene, "thread.stick", NoticeKind.ThreadStuck);
        Assert.Equal(scene.Url, await FirstInBoardAsync(scene));
        (await scene.ActAsync("stick", new { Scene.Reason, Level = "0" })).Is(303);
        await ToldAndLoggedAsync(scene, "thread.unstick", NoticeKind.ThreadUnstuck);
        Assert.NotEqual(scene.Url, await FirstInBoardAsync(scene));
    }

    [Fact]
    public async Task Another_boards_moderator_and_one_above_are_out_of_reach()
    {
        var scene = await Scene.SetAsync(Db.Sqlite, "reach");
        var other = await scene.Site.MemberAsync("reach-other", Group.Moderators);
        await scene.Site.ModeratorAsync(await scene.Site.BoardAsync("elsewhere"), other);
        (await (await scene.Site.VisitorAsync(other)).GetAsync($"/desk{scene.Url}/close")).Is(403);

        var admin = await scene.Site.MemberAsync("reach-admin", Group.Administrators);
        var above = await scene.Site.ThreadAsync(scene.Board, admin);
        var token = Visitor.FieldsOf(Visitor.FormOn(await scene.Moderator.GetAsync($"/desk{scene.Url}/delete"), $"/desk{scene.Url}/delete"));
        (await scene.Moderator.PostAsync($"/desk/threads/{above.Id}/delete", token)).Is(403);
        Assert.Equal(ContentState.Published, await scene.Site.Rows(r => r.Threads.Where(t => t.Id == above.Id).Select(t => t.State).SingleAsync()));
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/sanctions/new")]
    [InlineData("/desk/threads/{0}/delete")]
    [InlineData("/desk/threads/999999/delete")]
    [InlineData("/admin")]
    [InlineData("/admin/boards")]
    [InlineData("/admin/site")]
    public async Task Staff_pages_are_not_there_for_members_and_ask_guests_to_sign_in(string url)
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var member = await site.MemberAsync($"curious-{Guid.NewGuid():N}");
        var thread = await site.ThreadAsync(await site.BoardAsync(), member);
        url = string.Format(null, url, thread.Id);
        Assert.StartsWith("/account/login?returnUrl=", (await site.Visitor().GetAsync(url)).Is(302).Location, StringComparison.Ordinal);
        var visitor = await site.VisitorAsync(member);
        (await visitor.GetAsync(url)).Is(404);
        var token = Visitor.FieldsOf(Visitor.FormOn(await visitor.GetAsync("/account/settings"), "/account/settings"));
        if (url.Contains("delete", StringComparison.Ordinal)) (await visitor.PostAsync(url, token)).Is(404);
        (await site.Visitor().GetAsync($"/threads/{thread.Id}")).Is(200);
    }

    private static async Task<string?> FirstInBoardAsync(Scene scene) =>
        (await scene.Site.Visitor().GetAsync($"/boards/{scene.Board.Id}")).Is(200).Html.QuerySelector("main a[href^='/threads/']")?.GetAttribute("href");

    /// <summary>One line in the log, and one notice for the author, with the reason.</summary>
    private static async Task ToldAndLoggedAsync(Scene scene, string act, NoticeKind kind)
    {
        var line = Assert.Single(await scene.Site.Rows(r => r.StaffActs.Where(a => a.ThreadId == scene.Thread.Id && a.Act == act).ToListAsync()));
        Assert.Equal((scene.ModeratorMember.Id, (int?)scene.Board.Id, (int?)scene.Author.Id, Scene.Reason), (line.ActorId, line.BoardId, line.MemberId, line.Reason));
        Assert.Equal(IPAddress.Loopback.MapToIPv6().GetAddressBytes(), line.Address);
        var notice = Assert.Single(await scene.Site.Rows(r => r.Notices.Where(n => n.MemberId == scene.Author.Id && n.Kind == kind).ToListAsync()));
        Assert.Equal(Scene.Reason, notice.Reason);
    }
}
