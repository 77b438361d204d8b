using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Tests.Attachments;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Review;

/// <summary>What waits goes by the limits of what is published.</summary>
public sealed class HeldLimitTests
{
    private const string Text = "澄江本地正规贷款，无抵押无担保，当天放款，身份证即可办理，额度一万到五十万，诚信经营";

    [Theory, EveryDatabase]
    public async Task What_waits_is_not_taken_twice_nor_what_was_published_of_it_nor_what_was_sent_back(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        await forum.SetAsync("Flood.DuplicateHours", "24");
        var (board, member, admin) = (await forum.BoardAsync(), await forum.MemberAsync("li"), await forum.AdministratorAsync());
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("wang"));
        await forum.SanctionAsync(member, SanctionKind.Review);
        var who = await forum.ViewerAsync(member);
        var held = (await forum.ReplyAsync(who, thread, Text)).Value.PendingId!.Value;
        Assert.Equal("DuplicatePost", (await forum.ReplyAsync(who, thread, Text.Replace("，", " 😀 ", StringComparison.Ordinal))).Refusal!.Code);
        Assert.Equal("DuplicatePost", (await forum.StartAsync(who, board, "Another title", Text)).Refusal!.Code);
        Assert.Equal(1, await forum.Rows(d => d.PendingPosts.CountAsync()));

        var place = (await forum.Use<ApprovePending, Outcome<PostPlace>>(a => a.RunAsync(admin, held, null, default))).Value;
        var again = (await forum.ReplyAsync(who, thread, Text)).Refusal!;
        Assert.Equal(("DuplicatePost", place.PostId), (again.Code, again.PostId));

        const string other = "Another text that is long enough to be told apart from all the others here";
        var back = (await forum.ReplyAsync(who, thread, other)).Value.PendingId!.Value;
        Assert.Equal("DuplicatePost", (await forum.ReplyAsync(who, thread, other)).Refusal!.Code);
        Assert.Null(await forum.Use<RejectPending, Refusal?>(r => r.RunAsync(admin, back, null, "no", default)));
        Assert.Equal("DuplicatePost", (await forum.ReplyAsync(who, thread, other + "!")).Refusal!.Code);
        Assert.Null(await forum.Use<OwnPending, Refusal?>(o => o.WithdrawAsync(who, back, default)));
        Assert.NotNull((await forum.ReplyAsync(who, thread, other + "!")).Value.PendingId);
    }

    [Theory, EveryDatabase]
    public async Task New_members_may_not_wait_with_more_links_or_with_what_others_pass_on(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        await forum.SetAsync("Flood.DuplicateHours", "24");
        await forum.SetAsync("Flood.NewMemberPosts", "3");
        await forum.SetAsync("Flood.NewMemberLinks", "1");
        var board = await forum.BoardAsync();
        Assert.Empty(await forum.Use<SavePolicy, IReadOnlyList<Refusal>>(s => s.RunAsync(forum.System, new ReviewPolicy { Name = "all", OnThreads = true, OnReplies = true, IsOn = true }, default)));
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("wang"));
        var fresh = await forum.ViewerAsync("fresh");
        Assert.Equal("NewMemberLinks", (await forum.ReplyAsync(fresh, thread, "See https://a.example/x and https://b.example/y")).Refusal!.Code);
        var one = (await forum.ReplyAsync(fresh, thread, "See https://a.example/x alone")).Value.PendingId!.Value;
        Assert.Equal("NewMemberLinks", (await forum.Use<OwnPending, Refusal?>(o => o.ChangeAsync(fresh, one, null, "https://a.example/x https://b.example/y", PostChoices.Usual, default)))!.Code);

        for (var i = 0; i < 2; i++) Assert.NotNull((await forum.ReplyAsync(await forum.ViewerAsync($"spam{i}"), thread, $"{Text} 1380000{i}")).Value.PendingId);
        var third = await forum.ViewerAsync("spam3");
        Assert.Equal("DuplicateOfOthers", (await forum.ReplyAsync(third, thread, $"{Text} 13800005")).Refusal!.Code);
        await forum.SetAsync("Flood.DuplicatesToReview", "true");
        var held = (await forum.ReplyAsync(third, thread, $"{Text} 13800006")).Value.PendingId;
        Assert.Equal(HoldReasons.Policy | HoldReasons.Duplicate, await forum.Rows(d => d.PendingPosts.Where(p => p.Id == held).Select(p => p.Reasons).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Who_may_not_link_may_not_wait_with_links_either_and_may_mend_what_had_some_before(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, member) = (await forum.BoardAsync(), await forum.MemberAsync("li"));
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("wang"));
        var old = (await forum.ReplyAsync(await forum.ViewerAsync(member), thread, "An old link: https://a.example/x and [img]https://b.example/y.png[/img]")).Value.PostId;
        await forum.SanctionAsync(member, SanctionKind.NoLinks);
        var who = await forum.ViewerAsync(member);
        Assert.Null((await forum.EditAsync(who, old, "A mended old link: https://a.example/x and [img]https://b.example/y.png[/img]")).Refusal);
        Assert.Null((await forum.EditAsync(who, old, "Fewer: [url=https://a.example/x]here[/url]")).Refusal);
        Assert.Equal(("Body", "NoLinksForEver"), Of(await forum.EditAsync(who, old, "One more: https://a.example/x https://c.example/")));
        // Only what stands there now counts as old.
        Assert.Equal(("Body", "NoLinksForEver"), Of(await forum.EditAsync(who, old, "[img]https://b.example/y.png[/img]")));
        await forum.SanctionAsync(member, SanctionKind.Review);
        who = await forum.ViewerAsync(member);
        Assert.Equal(("Body", "NoLinksForEver"), Of(await forum.ReplyAsync(who, thread, "https://c.example/")));
        var held = (await forum.ReplyAsync(who, thread, "no link")).Value.PendingId!.Value;
        Assert.Equal("NoLinksForEver", (await forum.Use<OwnPending, Refusal?>(o => o.ChangeAsync(who, held, null, "https://c.example/", PostChoices.Usual, default)))!.Code);
    }

    [Theory, EveryDatabase]
    public async Task Files_of_what_waits_are_for_those_who_decide_on_it(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, elsewhere, member) = (await forum.BoardAsync(), await forum.BoardAsync("Elsewhere"), await forum.MemberAsync("li"));
        var (mine, theirs) = (await forum.MemberAsync("mine", Groups.Group.Moderators), await forum.MemberAsync("theirs", Groups.Group.Moderators));
        await forum.ModeratorAsync(board, mine);
        await forum.ModeratorAsync(elsewhere, theirs);
        await forum.SanctionAsync(member, SanctionKind.Review);
        var who = await forum.ViewerAsync(member);
        var (shown, below, unnamed) = ((await forum.UploadAsync(who, board, "a.png", Uploads.Png())).Value, (await forum.UploadAsync(who, board, "b.png", Uploads.Png(80))).Value, (await forum.UploadAsync(who, board, "c.png", Uploads.Png(90))).Value);
        var id = (await forum.StartAsync(who, board, "Title", $"Look: [attachimg]{shown.Id}[/attachimg]", choices: new PostChoices { Files = [below.Id] })).Value.PendingId!.Value;

        var page = (await forum.Use<PendingPageQuery, Outcome<PendingPage>>(async q => await q.RunAsync(await forum.ViewerAsync(mine), id, default))).Value;
        Assert.Contains($"src=\"/desk/queue/{id}/files/{shown.Id}/large\"", page.Html, StringComparison.Ordinal);
        Assert.Equal([below.Id], page.Files.Listed.Select(f => f.Id));
        Assert.Equal([null, null, RefusalKind.NotFound], await KindsAsync(mine));
        Assert.Equal([RefusalKind.NotFound, RefusalKind.NotFound, RefusalKind.NotFound], await KindsAsync(theirs));
        Assert.Equal([RefusalKind.NotFound, RefusalKind.NotFound, RefusalKind.NotFound], await KindsAsync(member));

        var place = (await forum.Use<ApprovePending, Outcome<PostPlace>>(async a => await a.RunAsync(await forum.ViewerAsync(mine), id, null, default))).Value;
        Assert.Equal(2, await forum.Rows(d => d.Posts.Where(p => p.Id == place.PostId).Select(p => p.Files).SingleAsync()));
        Assert.Equal([RefusalKind.NotFound, RefusalKind.NotFound, RefusalKind.NotFound], await KindsAsync(mine));

        async Task<List<RefusalKind?>> KindsAsync(ForumEngine.Accounts.Member reader)
        {
            List<RefusalKind?> kinds = [];
            foreach (var file in new[] { shown, below, unnamed })
                kinds.Add((await forum.Use<PendingFiles, Outcome<ForumEngine.Attachments.Attachment>>(async f => await f.FindAsync(await forum.ViewerAsync(reader), id, file.Id, default))).Refusal?.Kind);
            return kinds;
        }
    }

    private static (string?, string) Of(Outcome<PostPlace> answer) => (answer.Refusal?.Field, answer.Refusal?.Code ?? "");
}
