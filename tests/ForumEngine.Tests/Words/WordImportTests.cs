using System.Diagnostics;
using ForumEngine.Permissions;
using ForumEngine.Words;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Words;

public sealed class WordImportTests(ITestOutputHelper output)
{
    [Theory, EveryDatabase]
    public async Task A_list_of_100_000_lines_is_imported_in_seconds_and_an_error_leaves_the_old_one(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        const int lines = 100_000;
        var text = string.Join('\n', MadeWords.Of(lines - 3).Append("[type:spam]").Append("坏词={BANNED}").Append("疑词={MOD}").Append("[/type]").Append("差词=好词").Append("/a+/={BANNED}"));
        var clock = Stopwatch.StartNew();
        var done = (await ImportAsync(forum, admin, text, ImportMode.AddNew)).Value;
        var took = clock.ElapsedMilliseconds;
        clock.Restart();
        WordListText.Read(text, WordAction.Reject, _ => true);
        output.WriteLine($"{db}: {lines} lines in {took} ms, of which reading {clock.ElapsedMilliseconds} ms and the new list {(int)(await forum.Service<WordFilter>().CurrentAsync(default)).BuiltIn.TotalMilliseconds} ms");
        Assert.True(took < 30_000, $"{took} ms");
        Assert.Equal((lines, 0, 1), (done.Added, done.Deleted, done.Problems.Count));
        Assert.Equal(("/a+/={BANNED}", "WordIsRegex"), (done.Problems[0].Text, done.Problems[0].Code));
        Assert.Equal("spam", await forum.Rows(d => d.Words.Where(w => w.Text == "坏词").Select(w => w.Category).SingleAsync()));
        Assert.Equal("TooManyWords", (await ImportAsync(forum, admin, "一个新词\n两个新词", ImportMode.AddNew)).Refusal!.Code);
        Assert.Equal(lines, await forum.Rows(d => d.Words.CountAsync()));

        var again = (await ImportAsync(forum, admin, "坏词=**\n差词=好词", ImportMode.Overwrite)).Value;
        Assert.Equal((0, 1, 1), (again.Added, again.Changed, again.Unchanged));
        var all = (await ImportAsync(forum, admin, "坏词=**\n新词={BANNED}", ImportMode.ReplaceAll)).Value;
        Assert.Equal((1, 0, lines - 1), (all.Added, all.Changed, all.Deleted));
        Assert.Equal("坏词=**\n新词={BANNED}\n", WordListText.Write(await forum.Rows(d => d.Words.OrderBy(w => w.Id).ToListAsync())));
    }

    [Theory, EveryDatabase]
    public async Task What_is_exported_comes_back_as_it_was_with_boards_and_ways_of_looking(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var (board, other) = (await forum.BoardAsync(), await forum.BoardAsync("Other"));
        Word[] list =
        [
            MadeWords.Entry(0, "坏词"), MadeWords.Entry(0, "疑词", WordAction.Review), MadeWords.Entry(0, "差词", WordAction.Replace), MadeWords.Entry(0, "看词", WordAction.Flag), MadeWords.Entry(0, "办证明", WordAction.Allow),
            MadeWords.Entry(0, "此处不行", boards: $"{board.Id}"), MadeWords.Entry(0, "坏词", WordAction.Review, boards: WordBoards.Write([other.Id, board.Id])),
            MadeWords.Entry(0, "赌博", options: WordOptions.Pinyin | WordOptions.LookAlike), MadeWords.Entry(0, "vx123", options: WordOptions.LookAlike), MadeWords.Entry(0, "a=b"), MadeWords.Entry(0, "[角落]"),
        ];
        Word part = MadeWords.Entry(0, "ass"), off = MadeWords.Entry(0, "先停用", WordAction.Replace);
        (part.Options, part.Category) = (WordOptions.None, "英文 ]");
        (off.IsOn, off.Category, off.Replacement) = (false, "spam", "好=词");
        foreach (var word in list.Append(part).Append(off)) Assert.Empty(await forum.Use<SaveWord, IReadOnlyList<Refusal>>(s => s.RunAsync(admin, word, default)));
        var before = await ReadAsync(forum);
        var text = WordListText.Write(await forum.Rows(d => d.Words.ToListAsync()));
        output.WriteLine(text);

        Assert.Equal((0, 0, 13, 0), Figures((await ImportAsync(forum, admin, text, ImportMode.ReplaceAll)).Value));
        Assert.Equal(before, await ReadAsync(forum));
        await forum.Rows(d => d.Words.ExecuteDeleteAsync());
        Assert.Equal((13, 0, 0, 0), Figures((await ImportAsync(forum, admin, text, ImportMode.AddNew)).Value));
        Assert.Equal(before, await ReadAsync(forum));
        // Whatever was changed by hand is as the list says.
        await forum.Rows(d => d.Words.ExecuteUpdateAsync(w => w.SetProperty(x => x.IsOn, false).SetProperty(x => x.Options, WordOptions.Pinyin).SetProperty(x => x.Category, "x")));
        Assert.Equal((0, 13, 0, 0), Figures((await ImportAsync(forum, admin, text, ImportMode.ReplaceAll)).Value));
        Assert.Equal(before, await ReadAsync(forum));
    }

    [Fact]
    public async Task Lines_for_boards_that_are_not_there_are_named_and_what_a_line_does_not_say_stays()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var admin = await forum.AdministratorAsync();
        var board = await forum.BoardAsync();
        var done = (await ImportAsync(forum, admin, $"[boards:{board.Id},9999]\n丢了的\n[/boards]\n[as:pinyin,nose]\n丢了二\n[/as]\n[boards:{board.Id}]\n[as:part,pinyin]\n[off]\nvx123={{MOD}}\n[/off]\n[/as]\n[/boards]\n[一个词]", ImportMode.AddNew)).Value;
        Assert.Equal([(1, "NoSuchBoard"), (2, "NoSuchBoard"), (4, "WordWayUnknown"), (5, "WordWayUnknown")], done.Problems.Select(p => (p.Line, p.Code)));
        Assert.Equal([("[一个词]", "", WordOptions.None, true), ("vx123", $"{board.Id}", WordOptions.Pinyin, false)],
            (await forum.Rows(d => d.Words.ToListAsync())).OrderBy(w => w.Text, StringComparer.Ordinal).Select(w => (w.Text, w.Boards, w.Options, w.IsOn)));
        Assert.Equal((0, 1, 0, 0), Figures((await ImportAsync(forum, admin, $"[boards:{board.Id}]\nvx123={{BANNED}}\n[/boards]", ImportMode.Overwrite)).Value));
        Assert.Equal((WordAction.Reject, WordOptions.Pinyin, false), await forum.Rows(d => d.Words.Where(w => w.Text == "vx123").Select(w => ValueTuple.Create(w.Action, w.Options, w.IsOn)).SingleAsync()));
    }

    private static (int Added, int Changed, int Unchanged, int Deleted) Figures(WordImport import) => (import.Added, import.Changed, import.Unchanged, import.Deleted);

    private static async Task<List<string>> ReadAsync(Forum forum) =>
        [.. (await forum.Rows(d => d.Words.ToListAsync())).Select(w => $"{w.Text}|{w.Key}|{w.Action}|{w.Replacement}|{w.Category}|{w.Boards}|{w.Options}|{w.IsOn}").Order(StringComparer.Ordinal)];

    private static Task<Outcome<WordImport>> ImportAsync(Forum forum, Viewer who, string text, ImportMode mode) =>
        forum.Use<ImportWords, Outcome<WordImport>>(i => i.RunAsync(who, text, mode, WordAction.Reject, default));
}
