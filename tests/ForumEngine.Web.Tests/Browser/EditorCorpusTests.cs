using System.Text.Json;
using ForumEngine.Markup;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>editor(source(x)) = x: what is shown is the source to the letter, and an edit changes only what was edited.</summary>
public sealed class EditorCorpusTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Our own, for those who have no corpora.</summary>
    private static readonly string[] Own =
    [
        "", "plain", "two\nlines", "\n\n", "[b]bold[/b] [I]Slanted[/i]", "[b]a[i]b[/b]c[/i]", "[quote=12,\"王\",\"2026\"]他说\n[/quote]\n好", "[list]\n[*]a\n[*][b]b[/b]\n\n[*]c\n[/list]x",
        "[list=1][*]a[list][*]b[/list][*]c[/list]", "[table=50%,red]\n[tr][td=2,1]a[/td][/tr]\n[tr][td][b]b[/b][/td][td]\nc\n[/td][/tr][/table]", "[table][tr]no cells[/tr][/table]",
        "[hide=d7,20]secret[/hide][hide]more[/hide]", "[attachimg]12[/attachimg][attach]13[/attach]", "[media=mp4,500,375]https://a.example/v.mp4[/media]", "[code]if (a[0]) {\n\t[b]x[/b]\n}[/code]",
        "[hr]\n[hr]", "[img]https://a.example/x.png[/img] [img=1,2]x[/img]", "[rainbow=3]custom[/rainbow] [qq]10001[/qq]", "[align=center]\n[size=5][color=Red]x[/color][/size]\n[/align]\n\ny",
        "a\uFEFFb \u200B c", "[b][/b][quote][/quote]", "[quote]a[/quote][quote]b[/quote]", "<b>&amp;</b> @name :) http://a.example/?x=1&y", "[url=https://a.example]x[/url] [email]a@b.example[/email]",
    ];

    private const string Load = """
        async ([address, cases]) => {
          const { sourceIn } = await import(address);
          const [field, rich] = [document.querySelector("textarea[name=Body]"), document.querySelector(".rich")];
          const say = (i, what, got) => `${i}: ${what}: ${JSON.stringify(cases[i].slice(0, 120))} became ${JSON.stringify(got.slice(0, 120))}`;
          const wrong = [];
          for (let i = 0; i < cases.length; i++) {
            field.value = cases[i];
            field.dispatchEvent(new Event("input", { bubbles: true }));
            const read = sourceIn(rich);
            if (read !== field.value || read !== cases[i].replace(/\r\n?/g, "\n")) { wrong.push(say(i, "shown", read)); continue; }
            // A letter typed at the end, in the middle and at the start is all that changes.
            for (const [where, put] of [["end", range => range.collapse(false)], ["start", range => range.collapse(true)], ["middle", range => {
              const texts = []; const walk = document.createTreeWalker(rich, NodeFilter.SHOW_TEXT, n => n.parentElement.closest("[data-s]") ? 2 : 1);
              while (walk.nextNode()) texts.push(walk.currentNode);
              const text = texts[texts.length >> 1];
              if (text) range.setStart(text, text.length >> 1);
              range.collapse(true);
            }]]) {
              rich.focus();
              const range = document.createRange();
              range.selectNodeContents(rich);
              put(range);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
              document.dispatchEvent(new Event("selectionchange"));
              const before = field.value;
              document.execCommand("insertText", false, "§");
              if (field.value.replace("§", "") !== before || !field.value.includes("§")) wrong.push(say(i, `typed at the ${where}`, field.value));
              else if (sourceIn(rich) !== field.value) wrong.push(say(i, `shown after typing at the ${where}`, sourceIn(rich)));
              field.value = before;
              field.dispatchEvent(new Event("input", { bubbles: true }));
            }
          }
          return wrong;
        }
        """;

    [Fact]
    public async Task What_is_shown_is_the_source_and_typing_changes_nothing_else() => await AllAsync(Own);

    [Fact]
    public async Task The_same_for_every_case_of_the_corpus() => await AllAsync(Corpus());

    [Fact]
    public async Task Bold_for_all_and_back_again_is_the_same_page()
    {
        await using var tab = await OpenAsync();
        List<string> wrong = [];
        foreach (var source in Own.Concat(System.IO.File.Exists(SharedFile) ? Corpus() : []).Where(s => s.Trim().Length is > 0 and < 2000 && !HasStrayBold(s)))
        {
            await tab.Page.EvaluateAsync("s => { const f = document.querySelector('textarea[name=Body]'); f.value = s; f.dispatchEvent(new Event('input', { bubbles: true })); document.querySelector('.rich').focus(); }", source);
            await tab.Page.Keyboard.PressAsync("Control+a");
            await tab.Page.Keyboard.PressAsync("Control+b");
            await tab.Page.Keyboard.PressAsync("Control+b");
            var after = await tab.Page.InputValueAsync("textarea[name=Body]");
            if (Plain(after) != Plain(source)) wrong.Add($"{source[..Math.Min(source.Length, 100)]} became {after[..Math.Min(after.Length, 100)]}");
        }
        Expect.None(wrong);
    }

    /// <summary>Formats that lie next to each other, or on nothing but line ends, look like one.</summary>
    private static string Plain(string source) => PostMarkup.ToPlainText(source).Trim();

    /// <summary>A bold tag that is text finds a partner in the new one around it, as it would when typed.</summary>
    private static bool HasStrayBold(string source) => Plain(source).Contains("[b", StringComparison.OrdinalIgnoreCase) || Plain(source).Contains("[/b", StringComparison.OrdinalIgnoreCase);

    private static string SharedFile => Path.Combine(Environment.GetEnvironmentVariable("FORUM_SHARED") ?? Checkout.File("../shared"), "data/corpora/bbcode/edge.jsonl");

    private static string[] Corpus() =>
        [.. System.IO.File.ReadLines(Checkout.Shared("data/corpora/bbcode/edge.jsonl")).Where(line => line.Length > 0)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("input").GetString()!)];

    private async Task AllAsync(string[] cases)
    {
        await using var tab = await OpenAsync();
        var address = await tab.Page.EvaluateAsync<string>("document.querySelector('#words').dataset.editorScript");
        Expect.None(await tab.Page.EvaluateAsync<string[]>(Load, new object[] { address, cases }));
    }

    private async Task<Tab> OpenAsync()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var member = await site.NewVisitorAsync();
        var tab = await chromium.ReadAsync(site, $"/boards/{(await site.BoardAsync()).Id}/new", member);
        await Assertions.Expect(tab.Page.Locator(".rich")).ToBeVisibleAsync();
        return tab;
    }
}
