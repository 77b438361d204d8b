using ForumEngine.Accounts;
using ForumEngine.Permissions;

namespace ForumEngine.Tests.Accounts;

public sealed class FindMembersTests
{
    [Theory, EveryDatabase]
    public async Task People_in_the_thread_come_first_then_those_whose_name_begins_so(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        for (var i = 0; i < 12; i++) await forum.MemberAsync($"Anna{i:00}");
        var (board, who) = (await forum.BoardAsync(), await forum.ViewerAsync("li"));
        var thread = await forum.ThreadAsync(board, await forum.MemberAsync("annabel"));
        await forum.ReplyAsync(await forum.ViewerAsync("Annika"), thread);

        var found = await FindAsync(forum, who, "AN", thread.Id);
        Assert.Equal(["Annika", "annabel"], found.Value[..2].Select(m => m.Name));
        Assert.Equal(8, found.Value.Length);
        Assert.Equal(8, found.Value.DistinctBy(m => m.Id).Count());
        Assert.Equal(["Annika", "annabel"], (await FindAsync(forum, who, "", thread.Id)).Value.Select(m => m.Name));
        Assert.Empty((await FindAsync(forum, who, "", null)).Value);
        Assert.Empty((await FindAsync(forum, who, "%", null)).Value);
        Assert.Empty((await FindAsync(forum, who, "a_n", null)).Value);
    }

    [Theory, EveryDatabase]
    public async Task Guests_are_told_nobody_and_members_no_endless_list(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        Assert.Equal(RefusalKind.SignInFirst, (await FindAsync(forum, await forum.GuestAsync(), "a", null)).Refusal?.Kind);
        var member = await forum.MemberAsync("li");
        var who = await forum.ViewerAsync(member);
        for (var i = 0; i < FindMembers.MostAMinute; i++) Assert.Null((await FindAsync(forum, who, "", null)).Refusal);
        Assert.Equal(RefusalKind.TooSoon, (await FindAsync(forum, who, "a", null)).Refusal?.Kind);
        forum.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await FindAsync(forum, await forum.ViewerAsync(member), "a", null)).Refusal);
    }

    private static Task<Outcome<FoundMember[]>> FindAsync(TestForum forum, Viewer who, string text, long? thread) =>
        forum.Use<FindMembers, Outcome<FoundMember[]>>(u => u.RunAsync(who, text, thread, default));
}
