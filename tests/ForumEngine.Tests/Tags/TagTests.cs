using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Checks;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Tags;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Tags;

public sealed class TagTests
{
    [Theory]
    [InlineData("摄影, 夜景，#旅行、 c++ ；Visual  Basic", "摄影|夜景|旅行|c++|Visual Basic")]
    [InlineData(" ,,；、 # ", "")]
    [InlineData("ＡＢＣ,abc,Abc", "ＡＢＣ")]
    [InlineData(null, "")]
    public void Names_are_parted_by_commas_and_semicolons_of_both_scripts_and_count_once(string? typed, string names) =>
        Assert.Equal(names, string.Join('|', TagNames.Parse(typed)));

    [Theory]
    [InlineData("a/b", "TagCharacters")]
    [InlineData("..", "TagCharacters")]
    [InlineData("Find", "TagCharacters")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一", "TagTooLong")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "TagTooLong")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十", null)]
    [InlineData("C#", null)]
    public void A_name_has_twenty_characters_at_most_and_fits_into_an_address(string name, string? code) =>
        Assert.Equal(code, TagNames.WhyNotName(name)?.Code);

    [Theory, EveryDatabase]
    public async Task Threads_written_at_once_with_the_same_new_tag_share_it(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        List<Viewer> writers = [];
        for (var i = 0; i < 12; i++) writers.Add(await forum.ViewerAsync($"writer{i}"));
        var answers = await Task.WhenAll(writers.Select((who, i) => StartAsync(forum, who, board, i % 2 == 0 ? "Camera, night" : "ＣＡＭＥＲＡ、photo")));

        Assert.All(answers, a => Assert.Null(a.Refusal));
        var tags = await forum.Rows(d => d.Tags.OrderBy(t => t.Folded).Select(t => ValueTuple.Create(t.Folded, t.Threads)).ToListAsync());
        Assert.Equal([("camera", 12), ("night", 6), ("photo", 6)], tags);
        await HoldsAsync(forum);
    }

    [Theory, EveryDatabase]
    public async Task Tags_change_with_the_first_post_and_the_counters_follow(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var who = await forum.ViewerAsync("author");
        var place = (await StartAsync(forum, who, board, "one, two, three")).Value;
        Assert.Equal("one,two,three", await NamesAsync(forum, place.ThreadId));

        Assert.Null((await EditAsync(forum, who, place.PostId, "three，four")).Refusal);
        Assert.Equal("three,four", await NamesAsync(forum, place.ThreadId));
        Assert.Equal([("four", 1), ("one", 0), ("three", 1), ("two", 0)],
            await forum.Rows(d => d.Tags.OrderBy(t => t.Folded).Select(t => ValueTuple.Create(t.Folded, t.Threads)).ToListAsync()));
        Assert.Null((await EditAsync(forum, who, place.PostId, null)).Refusal);
        Assert.Equal("three,four", await NamesAsync(forum, place.ThreadId));
        Assert.Null((await EditAsync(forum, who, place.PostId, "")).Refusal);
        Assert.Equal("", await NamesAsync(forum, place.ThreadId));
        await HoldsAsync(forum);
    }

    [Fact]
    public async Task A_group_has_a_limit_of_tags()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var board = await forum.BoardAsync();
        var who = await forum.ViewerAsync("author");
        Assert.Equal(("Tags", "TooManyTags"), Said(await StartAsync(forum, who, board, "a1,a2,a3,a4,a5,a6")));
        Assert.Equal(("Tags", "TagTooLong"), Said(await StartAsync(forum, who, board, "a1," + new string('x', 21))));
        Assert.Null((await StartAsync(forum, who, board, "a1,a2,a3,a4,a5")).Refusal);
        Assert.Equal(1, await forum.Rows(d => d.Threads.CountAsync()));

        static (string?, string?) Said(Outcome<PostPlace> outcome) => (outcome.Refusal?.Field, outcome.Refusal?.Code);
    }

    [Theory, EveryDatabase]
    public async Task Tags_of_hidden_boards_are_nowhere_for_those_who_may_not_read_there(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (open, hidden) = (await forum.BoardAsync("open"), await forum.BoardAsync("hidden", hidden: true));
        var staff = await forum.AdministratorAsync();
        await StartAsync(forum, staff, open, "common");
        await StartAsync(forum, staff, hidden, "common,secret");
        var reader = await forum.ViewerAsync("reader");

        Assert.Equal(["common"], (await ListAsync(forum, reader)).Names);
        Assert.Equal(["common"], (await ListAsync(forum, reader, byName: true)).Names);
        Assert.Equal(["common", "secret"], (await ListAsync(forum, staff)).Names);
        Assert.Empty(await forum.Use<TagListQuery, IReadOnlyList<string>>(q => q.FindAsync(reader, "sec", default)));
        Assert.Equal(["secret"], await forum.Use<TagListQuery, IReadOnlyList<string>>(q => q.FindAsync(staff, "SEC", default)));
        Assert.Single((await PageAsync(forum, reader, "Common")).Value.Rows);
        Assert.Equal(2, (await PageAsync(forum, staff, "common")).Value.Rows.Count);
        Assert.Equal(Refusal.NotFound, (await PageAsync(forum, reader, "secret")).Refusal);

        var secret = await forum.Rows(d => d.Tags.Where(t => t.Folded == "secret").Select(t => t.Id).SingleAsync());
        Assert.Null(await forum.Use<CloseTag, Refusal?>(u => u.RunAsync(staff, secret, true, default)));
        Assert.Equal(Refusal.NotFound, (await PageAsync(forum, reader, "secret")).Refusal);
    }

    [Theory, EveryDatabase]
    public async Task A_merged_tag_leads_to_the_other_and_its_threads_follow_however_many(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var author = await forum.MemberAsync("author");
        var staff = await forum.AdministratorAsync();
        var (from, into) = (await TagAsync(forum, "photos"), await TagAsync(forum, "photo"));
        await ManyAsync(forum, board, author, from, RewriteTags.Batch + 20, alsoInto: into, alsoCount: 10);

        Assert.Equal("TagUnknown", (await MergeAsync(forum, staff, from, "nothing"))!.Code);
        Assert.Equal("TagIsItself", (await MergeAsync(forum, staff, from, "Photos"))!.Code);
        Assert.Equal(Refusal.NotFound, await MergeAsync(forum, await forum.ViewerAsync(author), from, "photo"));
        Assert.Null(await MergeAsync(forum, staff, from, "Photo"));
        await forum.RunJobsAsync();
        await forum.RunJobsAsync();

        Assert.Equal([("photo", RewriteTags.Batch + 20), ("photos", 0)],
            await forum.Rows(d => d.Tags.OrderBy(t => t.Folded).Select(t => ValueTuple.Create(t.Folded, t.Threads)).ToListAsync()));
        Assert.Equal(["photo"], await forum.Rows(d => d.Threads.Select(t => t.TagNames).Distinct().ToListAsync()));
        var moved = (await PageAsync(forum, await forum.GuestAsync(), "photos")).Refusal!;
        Assert.Equal((RefusalKind.Moved, "photo"), (moved.Kind, (string)moved.Arguments[0]));
        var fresh = (await StartAsync(forum, await forum.ViewerAsync("later"), board, "PHOTOS")).Value;
        Assert.Equal("photo", await NamesAsync(forum, fresh.ThreadId));
        await HoldsAsync(forum);
    }

    [Theory, EveryDatabase]
    public async Task A_closed_tag_is_not_given_nor_shown_and_a_renamed_one_is_renamed_on_its_threads(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var board = await forum.BoardAsync();
        var who = await forum.ViewerAsync("author");
        var place = (await StartAsync(forum, who, board, "good, bad")).Value;
        var staff = await forum.AdministratorAsync();
        var (good, bad) = (await TagAsync(forum, "good"), await TagAsync(forum, "bad"));

        Assert.Null(await forum.Use<CloseTag, Refusal?>(u => u.RunAsync(staff, bad, true, default)));
        Assert.Equal("AlreadyDone", (await forum.Use<CloseTag, Refusal?>(u => u.RunAsync(staff, bad, true, default)))!.Code);
        Assert.Equal("TagNameTaken", (await RenameAsync(forum, staff, good, "BAD"))!.Code);
        Assert.Null(await RenameAsync(forum, staff, good, "Better"));
        await forum.RunJobsAsync();
        Assert.Equal("Better", await NamesAsync(forum, place.ThreadId));
        Assert.Equal("TagClosed", (await StartAsync(forum, who, board, "bad")).Refusal!.Code);
        Assert.Equal(RefusalKind.Gone, (await PageAsync(forum, who, "bad")).Refusal!.Kind);
        Assert.Equal(["Better"], (await ListAsync(forum, who)).Names);
        Assert.Equal(["tag.close", "tag.rename"], await forum.Rows(d => d.StaffActs.Where(a => a.Act.StartsWith("tag.")).OrderBy(a => a.Id).Select(a => a.Act).ToListAsync()));

        Assert.Null(await forum.Use<CloseTag, Refusal?>(u => u.RunAsync(staff, bad, false, default)));
        await forum.RunJobsAsync();
        Assert.Equal(["Better", "bad"], (await NamesAsync(forum, place.ThreadId)).Split(',').Order(StringComparer.Ordinal));
        await HoldsAsync(forum);
    }

    [Theory, EveryDatabase]
    public async Task Tags_and_their_threads_are_paged_by_key(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var board = await forum.BoardAsync();
        var author = await forum.MemberAsync("author");
        var tag = await TagAsync(forum, "many");
        await ManyAsync(forum, board, author, tag, 45);
        List<long> seen = [];
        long? before = null;
        do
        {
            var page = (await PageAsync(forum, await forum.GuestAsync(), "many", before)).Value;
            seen.AddRange(page.Rows.Select(r => r.Id));
            before = page.Next;
        }
        while (before is not null);
        Assert.Equal(45, seen.Distinct().Count());
        Assert.Equal(seen.OrderDescending(), seen);

        var thread = seen[0];
        await forum.Rows(async d =>
        {
            var more = Enumerable.Range(0, 130).Select(i => new Tag { Name = $"Tag {i}", Folded = $"tag {i}", Threads = 1 }).ToList();
            d.Tags.AddRange(more);
            await d.SaveChangesAsync();
            d.ThreadTags.AddRange(more.Select(t => new ThreadTag { TagId = t.Id, ThreadId = thread }));
            return await d.SaveChangesAsync();
        });
        foreach (var byName in new[] { false, true })
        {
            var first = await ListAsync(forum, await forum.GuestAsync(), byName);
            var second = await ListAsync(forum, await forum.GuestAsync(), byName, first.Next);
            Assert.Equal((100, 31, (string?)null), (first.Names.Count, second.Names.Count, second.Next));
            Assert.Equal(131, first.Names.Union(second.Names).Count());
            if (byName) Assert.Equal(first.Names.Concat(second.Names).Select(TagNames.Fold).Order(StringComparer.Ordinal), first.Names.Concat(second.Names).Select(TagNames.Fold));
        }
    }

    private static Task<Outcome<PostPlace>> StartAsync(Forum forum, Viewer who, Board board, string tags) =>
        forum.StartAsync(who, board, choices: new PostChoices { Tags = tags });

    private static Task<Outcome<PostPlace>> EditAsync(Forum forum, Viewer who, long post, string? tags) =>
        forum.Use<EditPost, Outcome<PostPlace>>(u => u.RunAsync(who, new PostEdit(post, "A title", "Some text", null, null) { Choices = new PostChoices { Tags = tags } }, default));

    private static Task<TagList> ListAsync(Forum forum, Viewer who, bool byName = false, string? after = null) =>
        forum.Use<TagListQuery, TagList>(async q => (await q.RunAsync(who, byName, after, default))!);

    private static Task<Outcome<TagPage>> PageAsync(Forum forum, Viewer who, string name, long? before = null) =>
        forum.Use<TagPageQuery, Outcome<TagPage>>(q => q.RunAsync(who, name, before, default));

    private static Task<Refusal?> MergeAsync(Forum forum, Viewer who, int tag, string into) => forum.Use<MergeTag, Refusal?>(u => u.RunAsync(who, tag, into, default));

    private static Task<Refusal?> RenameAsync(Forum forum, Viewer who, int tag, string name) => forum.Use<RenameTag, Refusal?>(u => u.RunAsync(who, tag, name, default));

    private static Task<string> NamesAsync(Forum forum, long thread) => forum.Rows(d => d.Threads.Where(t => t.Id == thread).Select(t => t.TagNames).SingleAsync());

    /// <summary>The tag's id, which is made when it isn't there.</summary>
    private static Task<int> TagAsync(Forum forum, string name) =>
        forum.Use<ResolveTags, int>(async r => (await r.RunAsync([name], default)).Value.Single().Id);

    private static async Task ManyAsync(Forum forum, Board board, Member author, int tag, int count, int? alsoInto = null, int alsoCount = 0)
    {
        for (var i = 0; i < count; i++)
        {
            var thread = await forum.ThreadAsync(board, author, adjust: t => t.TagNames = "as it was");
            await forum.Rows(async d =>
            {
                d.ThreadTags.Add(new ThreadTag { TagId = tag, ThreadId = thread.Id });
                if (i < alsoCount) d.ThreadTags.Add(new ThreadTag { TagId = alsoInto!.Value, ThreadId = thread.Id });
                return await d.SaveChangesAsync();
            });
        }
        await forum.Rows(d => d.Tags.Where(t => t.Id == tag).ExecuteUpdateAsync(t => t.SetProperty(x => x.Threads, count)));
        if (alsoInto is { } other) await forum.Rows(d => d.Tags.Where(t => t.Id == other).ExecuteUpdateAsync(t => t.SetProperty(x => x.Threads, alsoCount)));
    }

    private static async Task HoldsAsync(Forum forum)
    {
        var report = await forum.Use<CheckForum, CheckReport>(c => c.RunAsync(false, default));
        var own = report.Findings.Where(f => f.Check.StartsWith("tag.", StringComparison.Ordinal) || f.Check.StartsWith("poll.", StringComparison.Ordinal));
        Assert.Empty(own.Where(f => !f.Holds).SelectMany(f => f.Examples));
    }
}
