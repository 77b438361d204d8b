using ForumEngine.Accounts;
using ForumEngine.Attachments;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Polls;
using ForumEngine.Posts;
using ForumEngine.Reports;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Tests.Accounts;
using ForumEngine.Tests.Attachments;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Words;

/// <summary>The filter is asked wherever members write what others read.</summary>
public sealed class WordPlacesTests
{
    [Theory, EveryDatabase]
    public async Task A_refused_word_is_refused_at_its_field_wherever_it_is_written(Db db)
    {
        await using var forum = await OpenAsync(db);
        var board = await forum.BoardAsync();
        await GiveAsync(forum, GroupRight.SignatureLength, 200);
        await SaveAsync(forum, "坏词", WordAction.Reject);
        var (who, author) = (await forum.ViewerAsync("li"), await forum.MemberAsync("wang"));
        var place = (await forum.StartAsync(who, board, "Title", "Text", choices: new PostChoices { Poll = new PollDraft([new("one"), new("two")]) })).Value;
        var thread = await forum.Rows(d => d.Threads.SingleAsync());
        var other = await forum.ThreadAsync(board, author);
        var post = await forum.Rows(d => d.Posts.Where(p => p.ThreadId == other.Id).Select(p => p.Id).SingleAsync());
        var file = (await forum.UploadAsync(who, board, "a.pdf", Uploads.Text())).Value;
        await forum.SanctionAsync(author, SanctionKind.Review);
        var waiting = (await forum.ReplyAsync(await forum.ViewerAsync(author), thread, "waits")).Value.PendingId!.Value;

        var places = new (string Field, Refusal? Refusal)[]
        {
            ("Title", (await forum.StartAsync(who, board, "有坏词", "Text")).Refusal),
            ("Body", (await forum.StartAsync(who, board, "Title", "有坏词")).Refusal),
            ("Tags", (await forum.StartAsync(who, board, "Title", "Text", choices: new PostChoices { Tags = "好,坏词" })).Refusal),
            ("PollOptions", (await forum.StartAsync(who, board, "Title", "Text", choices: new PostChoices { Poll = new PollDraft([new("好"), new("坏词")]) })).Refusal),
            ("PollOptions", await forum.Use<ChangePoll, Refusal?>(c => c.RunAsync(who, thread.Id, [new OptionEdit(null, "坏词", 3)], default))),
            ("Body", (await forum.ReplyAsync(who, other, "有坏词")).Refusal),
            ("Body", (await forum.EditAsync(who, place.PostId, "有坏词", "Title")).Refusal),
            ("Title", (await forum.EditAsync(who, place.PostId, "Text", "有坏词")).Refusal),
            ("EditReason", (await forum.Use<EditPost, Outcome<PostPlace>>(u => u.RunAsync(who, new PostEdit(place.PostId, "Title", "Text", "因为坏词", null), default))).Refusal),
            ("Body", await forum.Use<OwnPending, Refusal?>(async o => await o.ChangeAsync(await forum.ViewerAsync(author), waiting, null, "有坏词", PostChoices.Usual, default))),
            ("Message", (await forum.Use<ReportPost, IReadOnlyList<Refusal>>(r => r.RunAsync(who, post, CaseCategory.Spam, "说了坏词", default)))[0]),
            ("Signature", await forum.Use<ChangeSignature, Refusal?>(c => c.RunAsync(who, "有坏词", default))),
            ("Bio", (await forum.Use<ChangeChoices, IReadOnlyList<Refusal>>(c => c.RunAsync(who, new Choices("", "", "", "有坏词", ""), default)))[0]),
            ("Location", (await forum.Use<ChangeChoices, IReadOnlyList<Refusal>>(c => c.RunAsync(who, new Choices("", "", "", "", "坏词市"), default)))[0]),
            ("File", (await forum.UploadAsync(who, board, "坏词.pdf", Uploads.Text())).Refusal),
            ("Description", (await forum.Use<ChangeFile, Outcome<EditableFile>>(c => c.RunAsync(who, file.Id, "坏词", 0, default))).Refusal),
            ("UserName", (await forum.RegisterAsync("一个坏词")).Refusals[0]),
        };
        Assert.All(places, p => Assert.Equal(("WordsRejected", p.Field, RefusalKind.Invalid), (p.Refusal?.Code, p.Refusal?.Field, p.Refusal?.Kind)));
        // The same without the word is taken.
        Assert.Null(await forum.Use<ChangeSignature, Refusal?>(c => c.RunAsync(who, "没有", default)));
        Assert.Empty((await forum.RegisterAsync("一个好词")).Refusals);
    }

    [Theory, EveryDatabase]
    public async Task Where_nothing_can_wait_words_for_review_are_refused_and_others_replaced(Db db)
    {
        await using var forum = await OpenAsync(db);
        var board = await forum.BoardAsync();
        await GiveAsync(forum, GroupRight.SignatureLength, 200);
        await SaveAsync(forum, "疑词", WordAction.Review);
        await SaveAsync(forum, "差词", WordAction.Replace);
        var who = await forum.ViewerAsync("li");
        var post = await forum.Rows(async d => (await forum.ThreadAsync(board, await forum.MemberAsync("wang"))).Id);
        var file = (await forum.UploadAsync(who, board, "a.pdf", Uploads.Text())).Value;

        Assert.Equal("WordsRejected", (await forum.Use<ChangeSignature, Refusal?>(c => c.RunAsync(who, "疑词", default)))!.Code);
        Assert.Equal("WordsRejected", (await forum.Use<ChangeChoices, IReadOnlyList<Refusal>>(c => c.RunAsync(who, new Choices("", "", "", "疑词", ""), default)))[0].Code);
        Assert.Equal("WordsRejected", (await forum.RegisterAsync("疑词先生")).Refusals[0].Code);
        Assert.Equal("WordsRejected", (await forum.RegisterAsync("差词先生")).Refusals[0].Code);

        Assert.Null(await forum.Use<ChangeSignature, Refusal?>(c => c.RunAsync(who, "我的差词", default)));
        Assert.Empty(await forum.Use<ChangeChoices, IReadOnlyList<Refusal>>(c => c.RunAsync(who, new Choices("", "", "", "简介差词", "差词"), default)));
        Assert.Null((await forum.Use<ChangeFile, Outcome<EditableFile>>(c => c.RunAsync(who, file.Id, "说明差词", 0, default))).Refusal);
        var first = await forum.Rows(d => d.Posts.Where(p => p.ThreadId == post).Select(p => p.Id).SingleAsync());
        // A report may have to name what it is about.
        Assert.Empty(await forum.Use<ReportPost, IReadOnlyList<Refusal>>(r => r.RunAsync(who, first, CaseCategory.Spam, "疑词和差词", default)));
        Assert.Equal(("我的**", "简介**", "**"), await forum.Rows(d => d.Members.Where(m => m.Id == who.MemberId).Select(m => ValueTuple.Create(m.Signature, m.Bio, m.Location)).SingleAsync()));
        Assert.Equal("说明**", await forum.Rows(d => d.Attachments.Select(a => a.Description).SingleAsync()));
        Assert.Equal("疑词和**", await forum.Rows(d => d.Reports.Select(r => r.Message).SingleAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_flagged_word_is_published_and_its_post_stands_among_the_reports_once(Db db)
    {
        await using var forum = await OpenAsync(db);
        var board = await forum.BoardAsync();
        await SaveAsync(forum, "看词", WordAction.Flag);
        var who = await forum.ViewerAsync("li");
        var place = (await forum.StartAsync(who, board, "看词在标题", "正文也有看★词", choices: new PostChoices { Tags = "看词" })).Value;
        Assert.Null(place.PendingId);
        var thread = await forum.Rows(d => d.Threads.SingleAsync());
        var reply = (await forum.ReplyAsync(who, thread, "没有")).Value;
        Assert.Equal([place.PostId], await CasesAsync());
        Assert.Null((await forum.EditAsync(who, reply.PostId, "现在有看词")).Refusal);
        Assert.Null((await forum.EditAsync(who, reply.PostId, "现在还有看词")).Refusal);
        Assert.Equal([place.PostId, reply.PostId], await CasesAsync());
        Assert.Equal(["words", "words"], await forum.Rows(d => d.Reports.OrderBy(r => r.Id).Select(r => r.Rule).ToListAsync()));
        Assert.Contains("看★词", await forum.Rows(d => d.Reports.OrderBy(r => r.Id).Select(r => r.Message).FirstAsync()), StringComparison.Ordinal);

        Task<List<long?>> CasesAsync() => forum.Rows(d => d.ReportCases.OrderBy(c => c.PostId).Select(c => c.PostId).ToListAsync());
    }

    private static async Task<Forum> OpenAsync(Db db)
    {
        var forum = await Doors.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        return forum;
    }

    private static Task GiveAsync(Forum forum, GroupRight right, int value) => forum.ChangeGroupsAsync(d =>
    {
        d.GroupRules.Where(r => r.GroupId == 11 && r.Right == right.ToString()).ExecuteDelete();
        d.GroupRules.Add(new GroupRule { GroupId = 11, Right = right.ToString(), Value = value });
    });

    private static async Task SaveAsync(Forum forum, string text, WordAction action) =>
        Assert.Empty(await forum.Use<SaveWord, IReadOnlyList<Refusal>>(s => s.RunAsync(forum.System, MadeWords.Entry(0, text, action), default)));
}
