using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Review;

public sealed class DryRunTests
{
    [Theory, EveryDatabase]
    public async Task A_dry_run_of_all_settings_knows_words_policies_links_and_members_under_review(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var (plain, reviewed, linker, staff) = (await forum.MemberAsync("plain"), await forum.MemberAsync("reviewed"), await forum.MemberAsync("linker", 10), await forum.MemberAsync("staff", Group.SuperModerators));
        var thread = await forum.ThreadAsync(board, plain, "A thread");
        await forum.ChangeGroupsAsync(d => d.GroupRules.Where(r => r.GroupId == 10 && r.Right == nameof(GroupRight.PostLinks)).ExecuteUpdate(r => r.SetProperty(x => x.Value, 3)));
        var ids = new Dictionary<string, long>();
        foreach (var (member, text) in new[]
        {
            (plain, "nothing at all"), (plain, "with a link https://a.example/1"), (plain, "a 疑词 for review"), (plain, "a 坏词 to refuse"), (plain, "a 差词 to replace"),
            (reviewed, "from under review"), (linker, "linked https://b.example/2"), (linker, "not linked"), (staff, "疑词 of the staff https://c.example/3"),
        }) ids[text] = (await forum.ReplyAsync(await forum.ViewerAsync(member), thread, text)).Value.PostId;
        forum.Clock.Advance(TimeSpan.FromHours(1));

        // Set up afterwards: what would it have been?
        foreach (var (word, action) in new[] { ("疑词", WordAction.Review), ("坏词", WordAction.Reject), ("差词", WordAction.Replace) })
            Assert.Empty(await forum.Use<SaveWord, IReadOnlyList<Refusal>>(s => s.RunAsync(forum.System, Words.MadeWords.Entry(0, word, action), default)));
        await forum.SanctionAsync(reviewed, SanctionKind.Review, board);
        await forum.ChangeGroupsAsync(d =>
        {
            d.GroupRules.Where(r => r.GroupId == 10 && r.Right == nameof(GroupRight.PostLinks)).ExecuteDelete();
            d.GroupRules.Add(new GroupRule { GroupId = 10, Right = nameof(GroupRight.PostLinks), Value = 1 });
        });
        var all = await RunAsync(forum, DryRunKind.Gate, null);
        Assert.Equal(10, all.Posts);
        Assert.Equal(Expected((ids["a 疑词 for review"], HoldReasons.Words, false), (ids["a 坏词 to refuse"], HoldReasons.Words, true),
            (ids["from under review"], HoldReasons.Member, false), (ids["linked https://b.example/2"], HoldReasons.Links, false)), Seen(all));

        Assert.Empty(await forum.Use<SavePolicy, IReadOnlyList<Refusal>>(s => s.RunAsync(forum.System, new ReviewPolicy { Name = "links", OnReplies = true, HasLink = true, IsOn = true }, default)));
        await forum.ChangeGroupsAsync(d => d.GroupRules.Where(r => r.GroupId == 10 && r.Right == nameof(GroupRight.PostLinks)).ExecuteUpdate(r => r.SetProperty(x => x.Value, 0)));
        all = await RunAsync(forum, DryRunKind.Gate, null);
        Assert.Equal(Expected((ids["with a link https://a.example/1"], HoldReasons.Policy, false), (ids["a 疑词 for review"], HoldReasons.Words, false), (ids["a 坏词 to refuse"], HoldReasons.Words, true),
            (ids["from under review"], HoldReasons.Member, false), (ids["linked https://b.example/2"], HoldReasons.Links, true)), Seen(all));
        Assert.Equal(all.Found, all.ReadSamples().Count);

        // Each by itself: the policy without staff, the words without those who may write them.
        var policy = await RunAsync(forum, DryRunKind.Policy, await forum.Rows(d => d.ReviewPolicies.Select(p => (int?)p.Id).SingleAsync()));
        Assert.Equal(new[] { ids["with a link https://a.example/1"], ids["linked https://b.example/2"] }.Order(), policy.ReadSamples().Select(s => s.PostId).Order());
        var words = await RunAsync(forum, DryRunKind.Words, null);
        Assert.Equal(new[] { ids["a 疑词 for review"], ids["a 坏词 to refuse"], ids["a 差词 to replace"] }.Order(), words.ReadSamples().Select(s => s.PostId).Order());
    }

    private static IEnumerable<(long, HoldReasons, bool)> Expected(params (long Id, HoldReasons Reasons, bool IsRefused)[] rows) => rows.OrderBy(r => r.Id);

    private static IEnumerable<(long, HoldReasons, bool)> Seen(DryRun run) => run.ReadSamples().OrderBy(s => s.PostId).Select(s => (s.PostId, s.Reasons, s.IsRefused));

    private static async Task<DryRun> RunAsync(Forum forum, DryRunKind kind, int? policy)
    {
        forum.Clock.Advance(TimeSpan.FromSeconds(2));
        var id = (await forum.Use<StartDryRun, Outcome<int>>(s => s.RunAsync(forum.System, kind, policy, 7, default))).Value;
        for (var i = 0; i < 20 && await forum.Rows(d => d.DryRuns.AnyAsync(r => r.Id == id && r.State != DryRunState.Done)); i++) await forum.Service<RunDryRuns>().RunAsync(default);
        return await forum.Rows(d => d.DryRuns.SingleAsync(r => r.Id == id));
    }
}
