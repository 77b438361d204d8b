using ForumEngine.Drafts;
using ForumEngine.Permissions;
using ForumEngine.Posts;

namespace ForumEngine.Tests.Drafts;

public sealed class DraftTests
{
    [Theory, EveryDatabase]
    public async Task A_draft_goes_with_the_post_that_was_written_as_it_and_with_no_other(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var who = await forum.ViewerAsync("li");
        var thread = await forum.ThreadAsync(await forum.BoardAsync(), await forum.MemberAsync("wang"));
        var key = DraftKey.Reply(thread.Id);
        Assert.Null((await SaveAsync(forum, who, key, "Half a sentence")).Refusal);

        Assert.Null((await forum.ReplyAsync(who, thread, "Something else, typed on another device")).Refusal);
        Assert.Equal("Half a sentence", (await forum.Use<FindDraft, Draft?>(u => u.RunAsync(who, key, default)))!.Body);

        var refused = await ReplyAsync("");
        Assert.NotNull(refused.Refusal);
        Assert.NotNull(await forum.Use<FindDraft, Draft?>(u => u.RunAsync(who, key, default)));

        Assert.Null((await ReplyAsync("Half a sentence, and its end")).Refusal);
        Assert.Null(await forum.Use<FindDraft, Draft?>(u => u.RunAsync(who, key, default)));

        Task<Outcome<PostPlace>> ReplyAsync(string body) => forum.Use<ReplyToThread, Outcome<PostPlace>>(u =>
            u.RunAsync(who, new Reply(thread.Id, body, null, null) { Choices = new PostChoices { DraftKey = key } }, default));
    }

    [Theory, EveryDatabase]
    public async Task Two_devices_never_overwrite_each_other_silently(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var who = await forum.ViewerAsync("li");
        var phone = await SaveAsync(forum, who, "board-7", "On the phone");
        Assert.Equal("DraftChanged", (await SaveAsync(forum, who, "board-7", "On the desk, not knowing")).Refusal!.Code);
        var desk = await SaveAsync(forum, who, "board-7", "On the desk, going on", phone.Value.Version);
        Assert.Equal(phone.Value.Version + 1, desk.Value.Version);
        Assert.Equal("DraftChanged", (await SaveAsync(forum, who, "board-7", "The phone again", phone.Value.Version)).Refusal!.Code);
        Assert.Equal("On the desk, going on", (await forum.Use<FindDraft, Draft?>(u => u.RunAsync(who, "board-7", default)))!.Body);
    }

    [Theory, EveryDatabase]
    public async Task What_was_thrown_away_is_not_brought_back_by_a_late_save(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var who = await forum.ViewerAsync("li");
        var kept = await SaveAsync(forum, who, "edit-9", "Typed");
        var stranger = await forum.ViewerAsync("wang");
        Assert.Equal(RefusalKind.NotFound, (await forum.Use<DiscardDraft, Outcome<DraftKey>>(u => u.RunAsync(stranger, kept.Value.Id, default))).Refusal!.Kind);
        Assert.Equal("/posts/9/edit", (await forum.Use<DiscardDraft, Outcome<DraftKey>>(u => u.RunAsync(who, kept.Value.Id, default))).Value.Url);
        Assert.Equal(RefusalKind.Gone, (await SaveAsync(forum, who, "edit-9", "Typed on", kept.Value.Version)).Refusal!.Kind);
        Assert.Null((await SaveAsync(forum, who, "edit-9", "A new one")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_member_has_a_hundred_drafts_at_most_and_they_are_listed_page_by_page(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var member = await forum.MemberAsync("li");
        var who = await forum.ViewerAsync(member);
        for (var i = 1; i <= DraftRules.MostPerMember; i++)
        {
            Assert.Null((await SaveAsync(forum, who, $"reply-{i}", $"Draft {i}")).Refusal);
            if (i % 3 == 0) forum.Clock.Advance(TimeSpan.FromMinutes(1));
            who = await forum.ViewerAsync(member);
        }
        Assert.Equal("TooManyDrafts", (await SaveAsync(forum, who, "reply-1000", "One more")).Refusal!.Code);

        List<string> seen = [];
        string? before = null;
        do
        {
            var page = await forum.Use<DraftList, DraftsPage>(u => u.RunAsync(who, before, default));
            seen.AddRange(page.Lines.Select(l => l.Excerpt));
            before = page.Next;
        }
        while (before is not null);
        Assert.Equal(DraftRules.MostPerMember, seen.Distinct().Count());
        Assert.Equal("Draft 100", seen[0]);
        Assert.Equal(DraftRules.MostPerMember, seen.Count);
    }

    [Theory, EveryDatabase]
    public async Task A_draft_has_a_forms_key_and_a_size(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var who = await forum.ViewerAsync("li");
        foreach (var key in (string?[])[null, "", "reply-", "reply-x", "thing-1", "reply--1", "reply-1-2", "scheduled-1", "reply-9999999999999999999"])
            Assert.Equal(RefusalKind.NotFound, (await SaveAsync(forum, who, key, "x")).Refusal?.Kind);
        Assert.Equal("DraftTooLong", (await SaveAsync(forum, who, "reply-1", new string('x', 160_001))).Refusal?.Code);
        Assert.Equal(RefusalKind.SignInFirst, (await SaveAsync(forum, await forum.GuestAsync(), "reply-1", "x")).Refusal?.Kind);
    }

    private static Task<Outcome<DraftKept>> SaveAsync(TestForum forum, Viewer who, string? key, string body, int version = 0) =>
        forum.Use<SaveDraft, Outcome<DraftKept>>(u => u.RunAsync(who, new DraftText(key, "", body, "", version), default));
}
