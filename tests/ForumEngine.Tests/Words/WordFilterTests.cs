using System.Diagnostics;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Words;

public sealed class WordFilterTests
{
    /// <summary>Entry, text, found or not: our own small corpus beside the shared one.</summary>
    [Theory]
    [InlineData("代开发票", "能代开发票吗", true)]
    [InlineData("代开发票", "能代開發票嗎", true)]
    [InlineData("代开发票", "代★开★发★票", true)]
    [InlineData("代开发票", "代\u200b开\u00ad发\u2060票", true)]
    [InlineData("代开发票", "[b]代[/b][color=red]开[/color]发[url=http://a.example]票[/url]", true)]
    [InlineData("代开发票", "代\n开\n发\n票", true)]
    [InlineData("代开发票", "请代开。发票另算", false)]
    [InlineData("代开发票", "代客开发票据系统", false)]
    [InlineData("发票", "开发。票据", false)]
    [InlineData("vx123", "加ＶＸ１２３", true)]
    [InlineData("vx123", "v x 1 2 3", true)]
    [InlineData("vx123", "vx: 123", true)]
    [InlineData("vx123", "vx1234", false)]
    [InlineData("ass", "a classic assassin", false)]
    [InlineData("ass", "what an ASS!", true)]
    [InlineData("赌{2}博", "赌一把博", true)]
    [InlineData("赌{2}博", "赌一二三博", false)]
    [InlineData("http://bad.example", "见 https://www.bad.example/x", true)]
    [InlineData("bad.example", "[url=http://bad.example/a]这里[/url]", true)]
    [InlineData("bad.example", "notbad.example", false)]
    public void An_entry_is_found_however_it_is_dressed_and_not_in_what_is_innocent(string entry, string text, bool found) =>
        Assert.Equal(found, new WordList(1, [MadeWords.Entry(1, entry)]).Find(SourceRuns.Of(text), null).Count > 0);

    [Theory]
    [InlineData("赌博网站", WordOptions.Pinyin, "du bo wang zhan", true)]
    [InlineData("赌博网站", WordOptions.Pinyin, "赌bo网站", true)]
    [InlineData("赌博网站", WordOptions.Pinyin, "堵搏网站", true)]
    [InlineData("赌博网站", WordOptions.None, "堵搏网站", false)]
    [InlineData("赌博网站", WordOptions.Pinyin, "audubowangzhang", false)]
    [InlineData("vx123", WordOptions.LookAlike, "vx一二三", true)]
    [InlineData("vx123", WordOptions.LookAlike, "ѵх123", true)]
    public void By_sound_and_look_only_what_asks_for_it_is_found(string entry, WordOptions options, string text, bool found) =>
        Assert.Equal(found, new WordList(1, [MadeWords.Entry(1, entry, options: options)]).Find(SourceRuns.Of(text), null).Count > 0);

    [Fact]
    public void What_is_allowed_is_not_found_in()
    {
        var list = new WordList(1, [MadeWords.Entry(1, "办证"), MadeWords.Entry(2, "办证明", WordAction.Allow)]);
        Assert.Empty(list.Find(SourceRuns.Of("怎么办证明书丢了"), null));
        Assert.Equal(3, Assert.Single(list.Find(SourceRuns.Of("办证明，办证"), null)).Start - 1);
    }

    [Theory]
    [InlineData("买代开发票的", "买**的")]
    [InlineData("代★开★发★票", "**")]
    [InlineData("[b]代[/b]开[i]发票[/i]!", "[b]**[/b][i][/i]!")]
    [InlineData("[url=http://a.example/x]代开发票[/url]代开发票", "[url=http://a.example/x]**[/url]**")]
    public void Replacements_stand_in_the_source_and_leave_its_tags(string source, string expected) =>
        Assert.Equal(expected, Assert.Single(CheckWords.Judge(new WordList(1, [MadeWords.Entry(1, "代开发票", WordAction.Replace)]), null, [new WordField("Body", source, HasMarkup: true)]).Texts));

    [Fact]
    public void Marks_stand_in_the_text_of_the_html_and_never_in_its_tags()
    {
        var list = new WordList(1, [MadeWords.Entry(1, "坏词"), MadeWords.Entry(2, "bad.example")]);
        var html = WordMarks.Show(PostMarkup.ToHtml(WordMarks.Put("一个[b]坏[/b]词 http://bad.example/a \uE0B0\uE0B1[url=http://bad.example/]坏词[/url]", list, null)));
        Assert.Contains("<strong><mark>坏</mark></strong>".Replace("strong", html.Contains("<b>", StringComparison.Ordinal) ? "b" : "strong", StringComparison.Ordinal), html, StringComparison.Ordinal);
        var tags = System.Text.RegularExpressions.Regex.Matches(html, "<[^>]*>").Select(m => m.Value);
        Assert.DoesNotContain(tags, t => t.Contains('\uE0B0', StringComparison.Ordinal) || t.Contains("mark ", StringComparison.Ordinal));
        Assert.DoesNotContain('\uE0B0', html);
    }

    [Theory, EveryDatabase]
    public async Task Words_reject_replace_send_to_review_and_hold_in_their_boards(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var (board, other) = (await forum.BoardAsync(), await forum.BoardAsync("Other"));
        var who = await forum.ViewerAsync("li");
        await SaveAsync(forum, MadeWords.Entry(0, "坏词"));
        await SaveAsync(forum, MadeWords.Entry(0, "差词", WordAction.Replace));
        await SaveAsync(forum, MadeWords.Entry(0, "疑词", WordAction.Review));
        await SaveAsync(forum, MadeWords.Entry(0, "此处不行", boards: $"{board.Id}"));

        var refused = (await forum.StartAsync(who, board, "Title", "有坏★词")).Refusal!;
        Assert.Equal((RefusalKind.Invalid, "WordsRejected", "Body", "坏★词"), (refused.Kind, refused.Code, refused.Field, refused.Arguments[0]));
        Assert.Equal("Title", (await forum.StartAsync(who, board, "一个坏词", "Text")).Refusal!.Field);
        Assert.Equal("Tags", (await forum.StartAsync(who, board, "Title", "Text", choices: new PostChoices { Tags = "坏词" })).Refusal!.Field);
        var place = (await forum.StartAsync(who, board, "差词的标题", "正文有差[b]词[/b]")).Value;
        Assert.Equal(("**的标题", "正文有**[b][/b]"), await forum.Rows(async d => (await d.Threads.Select(t => t.Title).SingleAsync(), await d.Posts.Select(p => p.Body).SingleAsync())));
        Assert.NotNull((await forum.StartAsync(who, other, "Title", "疑词")).Value.PendingId);
        Assert.Equal("WordsRejected", (await forum.StartAsync(who, board, "Title", "此处不行")).Refusal!.Code);
        Assert.Null((await forum.StartAsync(who, other, "Title", "此处不行")).Refusal);
        // Staff may ignore the filter.
        Assert.Null((await forum.StartAsync(await forum.AdministratorAsync(), board, "Title", "坏词")).Value.PendingId);
        Assert.Equal("WordsRejected", (await forum.EditAsync(who, place.PostId, "现在有坏词", "Title")).Refusal!.Code);

        await forum.Service<WordHits>().RunAsync(default);
        Assert.Equal(4, await forum.Rows(d => d.WordDays.Where(w => d.Words.Any(x => x.Id == w.WordId && x.Text == "坏词")).Select(w => w.Hits).SingleAsync()));
    }

    [Fact]
    public void Time_is_linear_in_the_text_whatever_the_list()
    {
        // Each letter repeats the beginning of every word.
        var list = new WordList(1, [.. Enumerable.Range(2, 60).Select(n => MadeWords.Entry(n, new string('啊', n)))]);
        double Time(int length)
        {
            var text = SourceRuns.Of(new string('啊', length) + "完");
            list.Find(text, null);
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < 3; i++) list.Find(text, null);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        var (small, large) = (Time(500), Time(4000));
        Assert.True(large < small * 8 * 6 + 50, $"{small} ms for 500, {large} ms for 4,000");
    }

    [Fact]
    public async Task A_new_list_is_built_behind_while_the_old_one_serves()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await SaveAsync(forum, MadeWords.Entry(0, "坏词"));
        var filter = forum.Service<WordFilter>();
        var old = await filter.CurrentAsync(default);
        await forum.Rows(async d =>
        {
            d.Words.AddRange(MadeWords.Of(20_000).Select(w => MadeWords.Entry(0, w)));
            await d.SaveChangesAsync();
            await Versions.BumpAsync(d, Kinds.Words, default);
            return true;
        });
        forum.Clock.Advance(TimeSpan.FromSeconds(2));
        var start = Stopwatch.GetTimestamp();
        Assert.Same(old, await filter.CurrentAsync(default));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1));
        for (var i = 0; i < 100 && (await filter.CurrentAsync(default)).Count == 1; i++) await Task.Delay(100);
        Assert.Equal(20_001, (await filter.CurrentAsync(default)).Count);
    }

    private static async Task SaveAsync(Forum forum, Word word) =>
        Assert.Empty(await forum.Use<SaveWord, IReadOnlyList<Refusal>>(s => s.RunAsync(forum.System, word, default)));
}
