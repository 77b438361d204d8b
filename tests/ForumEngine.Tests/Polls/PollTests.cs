using ForumEngine.Boards;
using ForumEngine.Checks;
using ForumEngine.Permissions;
using ForumEngine.Polls;
using ForumEngine.Posts;
using ForumEngine.Sanctions;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Polls;

public sealed class PollTests
{
    [Theory, EveryDatabase]
    public async Task Sixty_four_voters_at_once_are_counted_exactly(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (thread, options) = await StartAsync(forum, maxChoices: 2);
        List<Viewer> voters = [];
        for (var i = 0; i < 64; i++) voters.Add(await forum.ViewerAsync($"voter{i}"));

        var answers = await Task.WhenAll(voters.Select((who, i) => VoteAsync(forum, who, thread, i % 2 == 0 ? [options[0]] : [options[0], options[1 + (i % 4 / 2)]])));
        Assert.All(answers, Assert.Null);
        Assert.Equal(64, await forum.Rows(d => d.Polls.Select(p => p.Voters).SingleAsync()));
        Assert.Equal([64, 16, 16], await forum.Rows(d => d.PollOptions.OrderBy(o => o.Position).Select(o => o.Votes).ToListAsync()));
        Assert.Equal((64, 96), (await forum.Rows(d => d.PollBallots.CountAsync()), await forum.Rows(d => d.PollVotes.CountAsync())));
        await HoldsAsync(forum);
    }

    [Theory, EveryDatabase]
    public async Task A_member_who_votes_many_times_at_once_has_one_ballot(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (thread, options) = await StartAsync(forum);
        var who = await forum.ViewerAsync("eager");
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => VoteAsync(forum, who, thread, options[i % 3])));

        Assert.Single(answers, a => a is null);
        Assert.All(answers.OfType<Refusal>(), a => Assert.Equal((RefusalKind.Conflict, "PollVoted"), (a.Kind, a.Code)));
        Assert.Equal((1, 1), await forum.Rows(async d => (await d.PollBallots.CountAsync(), await d.PollVotes.CountAsync())));
        Assert.Equal(1, await forum.Rows(d => d.PollOptions.SumAsync(o => o.Votes)));
        await HoldsAsync(forum);
    }

    [Theory, EveryDatabase]
    public async Task A_vote_brings_the_thread_to_the_front_and_a_deleted_reply_leaves_it_there(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (thread, options) = await StartAsync(forum);
        var row = await forum.Rows(d => d.Threads.SingleAsync(t => t.Id == thread));
        forum.Clock.Advance(TimeSpan.FromMinutes(5));
        var answer = await forum.ReplyAsync(await forum.ViewerAsync("answers"), row);
        forum.Clock.Advance(TimeSpan.FromMinutes(5));
        var voter = await forum.ViewerAsync("votes");
        Assert.Null(await VoteAsync(forum, voter, thread, options[1]));

        row = await forum.Rows(d => d.Threads.SingleAsync(t => t.Id == thread));
        Assert.Equal((voter.Now, "answers", 0), (row.LastPostAt, row.LastAuthorName, row.Heat));
        await HoldsAsync(forum);
        Assert.Equal(voter.Now, await forum.Rows(d => d.BoardStats.Where(s => s.BoardId == row.BoardId).Select(s => s.LastPostAt).SingleAsync()));

        Assert.Null(await forum.Use<DeletePost, Refusal?>(u => u.RunAsync(forum.System, answer.Value.PostId, "", default)));
        row = await forum.Rows(d => d.Threads.SingleAsync(t => t.Id == thread));
        Assert.Equal((voter.Now, "author"), (row.LastPostAt, row.LastAuthorName));
        await HoldsAsync(forum);
    }

    [Theory, EveryDatabase]
    public async Task Nobody_votes_after_the_end_in_a_closed_thread_or_while_muted(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var (thread, options) = await StartAsync(forum, days: 3, board: board);
        var muted = await forum.MemberAsync("muted");
        await forum.SanctionAsync(muted, SanctionKind.Mute);
        Assert.Equal("MuteForEver", (await VoteAsync(forum, await forum.ViewerAsync(muted), thread, options[0]))!.Code);
        Assert.Equal(Refusal.SignInFirst, await VoteAsync(forum, await forum.GuestAsync(), thread, options[0]));

        var reader = await forum.MemberAsync("reader");
        await forum.Rows(d => d.Threads.ExecuteUpdateAsync(t => t.SetProperty(x => x.IsClosed, true)));
        Assert.Equal("ThreadClosed", (await VoteAsync(forum, await forum.ViewerAsync(reader), thread, options[0]))!.Code);
        Assert.Equal("ThreadClosed", (await VoteAsync(forum, await forum.AdministratorAsync(), thread, options[0]))!.Code);
        await forum.Rows(d => d.Threads.ExecuteUpdateAsync(t => t.SetProperty(x => x.IsClosed, false)));

        var early = await forum.ViewerAsync(reader);
        forum.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("PollEnded", (await VoteAsync(forum, await forum.ViewerAsync(reader), thread, options[0]))!.Code);
        Assert.Null(await VoteAsync(forum, early, thread, options[0]));
    }

    [Theory, EveryDatabase]
    public async Task Choices_are_between_one_and_as_many_as_allowed_and_of_this_poll(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (thread, options) = await StartAsync(forum, maxChoices: 2);
        var (_, others) = await StartAsync(forum, author: "another");
        var who = await forum.ViewerAsync("reader");
        Assert.Equal("PollChooseOne", (await VoteAsync(forum, who, thread))!.Code);
        Assert.Equal("PollChooseFewer", (await VoteAsync(forum, who, thread, [.. options]))!.Code);
        Assert.Equal("PollOptionUnknown", (await VoteAsync(forum, who, thread, options[0], others[0]))!.Code);
        Assert.Equal(Refusal.NotFound, await VoteAsync(forum, who, 987_654, options[0]));
        Assert.Equal(0, await forum.Rows(d => d.Polls.SumAsync(p => p.Voters)));
        Assert.Null(await VoteAsync(forum, who, thread, options[2], options[2]));
        Assert.Equal([0, 0, 1], await forum.Rows(d => d.PollOptions.Where(o => o.ThreadId == thread).OrderBy(o => o.Position).Select(o => o.Votes).ToListAsync()));
    }

    [Fact]
    public async Task A_poll_in_a_hidden_board_or_above_ones_reading_level_is_not_there()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var hidden = await forum.BoardAsync("hidden", hidden: true);
        var (thread, options) = await StartAsync(forum, board: hidden, starter: await forum.AdministratorAsync());
        var who = await forum.ViewerAsync("reader");
        Assert.Equal(Refusal.NotFound, await VoteAsync(forum, who, thread, options[0]));
        Assert.Equal(Refusal.NotFound, (await FindAsync(forum, who, thread)).Refusal);
        Assert.Equal(Refusal.NotFound, (await VotersAsync(forum, who, thread, options[0])).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task Results_that_come_after_the_vote_are_told_to_voters_author_staff_and_to_all_after_the_end(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (thread, options) = await StartAsync(forum, days: 1, afterVote: true, votersArePublic: true);
        var (voter, reader) = (await forum.MemberAsync("voter"), await forum.MemberAsync("reader"));
        Assert.Null(await VoteAsync(forum, await forum.ViewerAsync(voter), thread, options[1]));

        async Task<(bool, int, int)> SeenAsync(Viewer who)
        {
            var poll = (await FindAsync(forum, who, thread)).Value.Poll;
            return (poll.ShowsResults, poll.Options.Sum(o => o.Votes), poll.Voters);
        }
        Assert.Equal((false, 0, 1), await SeenAsync(await forum.GuestAsync()));
        Assert.Equal((false, 0, 1), await SeenAsync(await forum.ViewerAsync(reader)));
        Assert.Equal("PollResultsLater", (await VotersAsync(forum, await forum.ViewerAsync(reader), thread, options[1])).Refusal!.Code);
        Assert.Equal((true, 1, 1), await SeenAsync(await forum.ViewerAsync(voter)));
        Assert.Equal((true, 1, 1), await SeenAsync(await AuthorAsync(forum)));
        Assert.Equal((true, 1, 1), await SeenAsync(await forum.AdministratorAsync()));
        forum.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal((true, 1, 1), await SeenAsync(await forum.GuestAsync()));
        Assert.Equal(["voter"], (await VotersAsync(forum, await forum.GuestAsync(), thread, options[1])).Value.Voters.Select(v => v.Name));
    }

    [Fact]
    public async Task Who_voted_is_paged_and_nobody_reads_it_where_it_is_secret()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.WithoutWaitingAsync();
        var (open, options) = await StartAsync(forum, votersArePublic: true);
        for (var i = 0; i < 51; i++) Assert.Null(await VoteAsync(forum, await forum.ViewerAsync($"voter{i}"), open, options[0]));
        var first = (await VotersAsync(forum, await forum.GuestAsync(), open, options[0])).Value;
        var second = (await VotersAsync(forum, await forum.GuestAsync(), open, options[0], first.Next)).Value;
        Assert.Equal((50, 1, (int?)null), (first.Voters.Count, second.Voters.Count, second.Next));
        Assert.Empty(first.Voters.Intersect(second.Voters));

        var (secret, others) = await StartAsync(forum, author: "another");
        Assert.Equal(Refusal.NotFound, (await VotersAsync(forum, await forum.AdministratorAsync(), secret, others[0])).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task The_author_adds_and_orders_options_and_only_staff_reword_them(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (thread, options) = await StartAsync(forum);
        var author = await AuthorAsync(forum);
        Assert.Null(await ChangeAsync(forum, author, thread, new(options[0], null, 2), new(options[1], "  Two ", 1), new(null, "Four", 3), new(null, " ", 4)));
        Assert.Equal(["Two", "One", "Three", "Four"], await TextsAsync(forum, thread));
        Assert.Equal("PollRewordStaff", (await ChangeAsync(forum, author, thread, new OptionEdit(options[0], "Uno", 1)))!.Code);
        Assert.Equal("NotYours", (await ChangeAsync(forum, await forum.ViewerAsync("reader"), thread, new OptionEdit(null, "Five", 9)))!.Code);
        Assert.Null(await ChangeAsync(forum, await forum.AdministratorAsync(), thread, new OptionEdit(options[0], "Uno", 2)));
        Assert.Equal(["Two", "Uno", "Three", "Four"], await TextsAsync(forum, thread));
        Assert.Equal("poll.edit", await forum.Rows(d => d.StaffActs.Where(a => a.ThreadId == thread).Select(a => a.Act).SingleAsync()));

        OptionEdit[] many = [.. Enumerable.Range(5, 17).Select(i => new OptionEdit(null, $"Option {i}", i))];
        Assert.Equal("PollTooMany", (await ChangeAsync(forum, author, thread, many))!.Code);
        Assert.Equal("PollOptionTwice", (await ChangeAsync(forum, author, thread, new OptionEdit(null, "Two", 9)))!.Code);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => ChangeAsync(forum, author, thread, [.. Enumerable.Range(0, 6).Select(j => new OptionEdit(null, $"{i} {j}", 9))])));
        Assert.Equal(2, answers.Count(a => a is null));
        Assert.Equal(16, (await TextsAsync(forum, thread)).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_poll_ends_early_for_good(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (thread, options) = await StartAsync(forum, afterVote: true);
        Assert.Equal("NotYours", (await EndAsync(forum, await forum.ViewerAsync("reader"), thread))!.Code);
        Assert.Null(await EndAsync(forum, await AuthorAsync(forum), thread));
        var late = await forum.ViewerAsync("late");
        Assert.Equal("PollEnded", (await VoteAsync(forum, late, thread, options[0]))!.Code);
        Assert.True((await FindAsync(forum, late, thread)).Value.Poll.ShowsResults);
        Assert.Equal("PollEnded", (await ChangeAsync(forum, await AuthorAsync(forum), thread, new OptionEdit(null, "More", 9)))!.Code);
        Assert.Equal("AlreadyDone", (await EndAsync(forum, await forum.AdministratorAsync(), thread))!.Code);
    }

    [Fact]
    public async Task A_poll_that_is_not_right_starts_no_thread()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var board = await forum.BoardAsync();
        var who = await forum.ViewerAsync("author");
        (string Code, PollDraft Draft)[] wrong =
        [
            ("PollTooFew", new(Options("one", " "))),
            ("PollTooMany", new([.. Enumerable.Range(0, 21).Select(i => new OptionDraft($"{i}"))])),
            ("PollOptionTwice", new(Options("one", "one "))),
            ("PollOptionTooLong", new(Options("one", new string('字', 81)))),
            ("PollMaxChoices", new(Options("one", "two"), MaxChoices: 3)),
            ("PollMaxChoices", new(Options("one", "two"), MaxChoices: 0)),
            ("PollDays", new(Options("one", "two"), Days: -1)),
            ("PollImageUnknown", new([new("one"), new("two", AttachmentId: 12)])),
        ];
        foreach (var (code, draft) in wrong)
            Assert.Equal(code, (await forum.StartAsync(who, board, choices: new PostChoices { Poll = draft })).Refusal?.Code);
        var waiting = await forum.ViewerAsync("restricted", 9);
        Assert.Equal(0, await forum.Rows(d => d.Threads.CountAsync()));
        Assert.False(waiting.Has(GroupRight.PostPolls));
        Assert.NotNull((await forum.StartAsync(waiting, board, choices: new PostChoices { Poll = new(Options("one", "two")) })).Refusal);
        Assert.Null((await forum.StartAsync(who, board, choices: new PostChoices { Poll = new(Options("one", new string('字', 80))) })).Refusal);
    }

    private static OptionDraft[] Options(params string[] texts) => [.. texts.Select(t => new OptionDraft(t))];

    private static async Task<(long Thread, List<long> Options)> StartAsync(Forum forum, int maxChoices = 1, int days = 0, bool afterVote = false,
        bool votersArePublic = false, Board? board = null, string author = "author", Viewer? starter = null)
    {
        board ??= await forum.BoardAsync();
        var place = (await forum.StartAsync(starter ?? await forum.ViewerAsync(author), board, "A poll",
            choices: new PostChoices { Poll = new(Options("One", "Two", "", "Three"), maxChoices, days, afterVote, votersArePublic) })).Value;
        Assert.Equal(ThreadKind.Poll, await forum.Rows(d => d.Threads.Where(t => t.Id == place.ThreadId).Select(t => t.Kind).SingleAsync()));
        await forum.RunJobsAsync();
        return (place.ThreadId, await forum.Rows(d => d.PollOptions.Where(o => o.ThreadId == place.ThreadId).OrderBy(o => o.Position).Select(o => o.Id).ToListAsync()));
    }

    private static async Task<Viewer> AuthorAsync(Forum forum) =>
        await forum.ViewerAsync(await forum.Rows(d => d.Members.SingleAsync(m => m.UserName == "author")));

    private static Task<Refusal?> VoteAsync(Forum forum, Viewer who, long thread, params long[] choices) =>
        forum.Use<VoteInPoll, Refusal?>(u => u.RunAsync(who, thread, choices, default));

    private static Task<Outcome<PollInPlace>> FindAsync(Forum forum, Viewer who, long thread) =>
        forum.Use<FindPoll, Outcome<PollInPlace>>(u => u.RunAsync(who, thread, default));

    private static Task<Outcome<VoterList>> VotersAsync(Forum forum, Viewer who, long thread, long option, int? after = null) =>
        forum.Use<PollVotersQuery, Outcome<VoterList>>(u => u.RunAsync(who, thread, option, after, default));

    private static Task<Refusal?> ChangeAsync(Forum forum, Viewer who, long thread, params OptionEdit[] edits) =>
        forum.Use<ChangePoll, Refusal?>(u => u.RunAsync(who, thread, edits, default));

    private static Task<Refusal?> EndAsync(Forum forum, Viewer who, long thread) =>
        forum.Use<EndPoll, Refusal?>(u => u.RunAsync(who, thread, default));

    private static Task<List<string>> TextsAsync(Forum forum, long thread) =>
        forum.Rows(d => d.PollOptions.Where(o => o.ThreadId == thread).OrderBy(o => o.Position).Select(o => o.Text).ToListAsync());

    private static async Task HoldsAsync(Forum forum)
    {
        var report = await forum.Use<CheckForum, CheckReport>(c => c.RunAsync(false, default));
        // Members of tests are written straight into the table.
        var found = report.Findings.Where(f => !f.Holds && f.Check is not ("site.members" or "site.days"));
        Assert.Empty(found.SelectMany(f => f.Examples.Prepend(f.Check)));
    }
}
