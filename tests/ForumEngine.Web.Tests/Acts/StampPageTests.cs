using ForumEngine.Acts;
using ForumEngine.Groups;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Acts;

/// <summary>Stamps: words and colours of administrators on threads, in lists, in staff's form.</summary>
public sealed class StampPageTests
{
    [Theory, EveryDatabase]
    public async Task A_new_word_shows_on_threads_stamped_before_and_one_that_is_off_is_offered_to_nobody(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var founder = await site.FounderAsync();
        var board = await site.BoardAsync();
        var moderator = await site.MemberAsync($"mod{Guid.NewGuid():N}"[..12], Group.Moderators);
        await site.ModeratorAsync(board, moderator);
        var thread = await site.ThreadAsync(board, moderator);
        var staff = await site.ViewerAsync(moderator);
        Assert.Null(await site.ActAsync(staff, thread, new ThreadOrder { Stamp = Stamps.Tip, Note = ActNote.Of("first to say it") }));
        Assert.Equal(("Scoop", true), await StampAsync(site, $"/threads/{thread.Id}", ".thread-head .stamp", "c-hot"));

        (await founder.PostFormAsync("/admin/stamps/edit", new { Name = "<i>爆</i>", NameEn = "<i>Tip</i>", Colour = "Gold", Position = "1", IsOn = "false" }, $"/admin/stamps/edit?number={Stamps.Tip}")).Is(303);
        Assert.Equal(("<i>Tip</i>", true), await StampAsync(site, $"/threads/{thread.Id}", ".thread-head .stamp", "c-digest"));
        Assert.Equal(("<i>Tip</i>", true), await StampAsync(site, $"/boards/{board.Id}", ".row .stamp", "c-digest"));
        var other = await site.ThreadAsync(board, moderator);
        Assert.Equal("NoSuchStamp", (await site.ActAsync(staff, other, new ThreadOrder { Stamp = Stamps.Tip, Note = ActNote.Of("again") }))!.Code);
        using var visitor = await site.VisitorAsync(moderator);
        var offered = (await visitor.GetAsync($"/desk/threads/act?id={other.Id}")).Is(200).Html.QuerySelectorAll("#Stamp option").Select(o => o.GetAttribute("value")).ToList();
        Assert.DoesNotContain($"{Stamps.Tip}", offered);
        Assert.Contains($"{Stamps.ByEditors}", offered);

        // Taken away and taken back: the record stands, though nobody is offered the stamp any more.
        Assert.Null(await site.ActAsync(staff, thread, new ThreadOrder { Stamp = 0, Note = ActNote.Of("no") }));
        Assert.Null(await site.UndoAsync(staff, await site.Rows(d => d.ThreadRecords.MaxAsync(r => r.Id))));
        Assert.Equal(Stamps.Tip, await site.Rows(d => d.Threads.Where(t => t.Id == thread.Id).Select(t => t.Stamp).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_site_has_stamps_of_its_own_and_the_engines_are_reset(Db db)
    {
        await using var site = await Site.StartAsync(db);
        using var founder = await site.FounderAsync();
        (await founder.PostFormAsync("/admin/stamps/edit", new { Name = "本周之星", NameEn = "Star of the week", Colour = "Accent", Position = "1", IsOn = "true" })).Is(303);
        var own = await site.Rows(d => d.Stamps.SingleAsync());
        Assert.Equal(Stamps.ByEditors + 1, own.Number);
        var board = await site.BoardAsync();
        var thread = await site.ThreadAsync(board, await site.NewMemberAsync());
        Assert.Null(await site.ActAsync(await site.AdministratorAsync(), thread, new ThreadOrder { Stamp = own.Number, Note = ActNote.Of("x") }));
        Assert.Equal(("Star of the week", true), await StampAsync(site, $"/threads/{thread.Id}", ".thread-head .stamp", "c-accent"));
        // Its number would be given to another.
        var undo = (await founder.GetAsync("/admin/changes/stamp")).Is(200).Html.QuerySelector("form[action*='/undo']")!.GetAttribute("action")!;
        (await founder.PostFormAsync(undo, page: "/admin/changes/stamp")).Is(403);
        Assert.Equal(1, await site.Rows(d => d.Stamps.CountAsync()));
        (await founder.PostFormAsync("/admin/stamps/edit", new { Name = "", NameEn = "", Position = "1" }, $"/admin/stamps/edit?number={own.Number}")).Is(422);
        (await founder.PostFormAsync("/admin/stamps/edit", new { Name = "实锤", NameEn = "Proven" }, $"/admin/stamps/edit?number={Stamps.Verified}")).Is(303);
        (await founder.PostFormAsync("/admin/stamps/reset", page: $"/admin/stamps/edit?number={Stamps.Verified}")).Is(303);
        Assert.Equal(1, await site.Rows(d => d.Stamps.CountAsync()));
    }

    private static async Task<(string, bool)> StampAsync(Site site, string url, string selector, string css)
    {
        var mark = (await site.Visitor().GetAsync(url)).Is(200).Html.QuerySelector(selector)!;
        return (mark.TextContent, mark.ClassList.Contains(css));
    }
}
