using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>
/// Hands that have no mouse. Every Tab is looked at: what has the focus is on the screen, has an outline, and stands behind
/// the one before in the document.
/// </summary>
internal sealed class Keys(IPage page)
{
    private const int Patience = 120;

    // What has the focus before a Tab, so that what has it after can be compared.
    private const string Note = "() => { window.focusedBefore = document.activeElement; }";

    // Answers what is wrong, or "".
    private const string Look = """
        back => {
          const at = document.activeElement, before = window.focusedBefore;
          if (!at || at === document.body) return "";
          const box = at.getBoundingClientRect(), style = getComputedStyle(at);
          const name = at.outerHTML.slice(0, 120);
          if (box.width === 0 || box.height === 0 || style.visibility === "hidden") return "not to be seen: " + name;
          if (box.bottom <= 0 || box.top >= innerHeight) return "outside of the window: " + name;
          if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) return "without an outline: " + name;
          if (at.tabIndex > 0) return "out of order by tabindex: " + name;
          if (!before || !before.isConnected || before === document.body) return "";
          const follows = before.compareDocumentPosition(at) & (back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING);
          return follows ? "" : "after what stands behind it: " + name;
        }
        """;

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => page.Keyboard.InsertTextAsync(text);

    /// <summary>Tab until the element has the focus; a whole round through the page without it is a failure.</summary>
    public async Task TabToAsync(string selector, bool back = false)
    {
        for (var i = 0; i < Patience; i++)
        {
            await page.EvaluateAsync(Note);
            await page.Keyboard.PressAsync(back ? "Shift+Tab" : "Tab");
            var wrong = await page.EvaluateAsync<string>(Look, back);
            Assert.True(wrong.Length == 0, $"{page.Url}: the focus is {wrong}");
            if (await IsOnAsync(selector)) return;
        }
        Assert.Fail($"{page.Url}: {Patience} times Tab do not reach {selector}.");
    }

    public Task<bool> IsOnAsync(string selector) => page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector);

    /// <summary>Tab to a field and type.</summary>
    public async Task FillAsync(string selector, string text)
    {
        await TabToAsync(selector);
        await TypeAsync(text);
    }

    /// <summary>Tab to a link or button, Enter, and wait for the page it leads to.</summary>
    public async Task FollowAsync(string selector, string url)
    {
        await TabToAsync(selector);
        await GoAsync("Enter", url);
    }

    /// <summary>The key, and the address that it leads to (a glob).</summary>
    public async Task GoAsync(string key, string url)
    {
        await page.Keyboard.PressAsync(key);
        await page.ArriveAsync(url);
    }
}
