using System.Text.Json;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>
/// Attacks of every class, posted, in a real browser whose Content-Security-Policy is switched off: what stops them is the markup
/// alone. Needs the corpora beside the repository.
/// </summary>
public sealed class HostileMarkupTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const int OfEachClass = 12, OfEachLiving = 3;

    /// <summary>Whatever an attack calls when it has got in; in frames too.</summary>
    private const string Trap = """
        for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = (...said) => { window.reportRun?.(`${name}(${said})`); };
        """;

    /// <summary>What a reader's mouse and keyboard would set off; links of the web lead away and are left alone.</summary>
    private const string Touch = """
        for (const e of document.querySelectorAll(".txt *, body.raw, body.raw *")) {
          for (const kind of ["mouseover", "mouseenter", "mousemove", "pointerover", "focus", "focusin", "animationstart", "animationend", "transitionend", "toggle", "input"])
            e.dispatchEvent(new Event(kind, { bubbles: true }));
          if (/^\s*(javascript|data|vbscript)/i.test(e.getAttribute?.("href") ?? "")) e.click();
        }
        """;

    /// <summary>Handlers and addresses that could run, whether or not they did.</summary>
    private const string Live = """
        () => [...document.querySelectorAll(".txt *, body.raw, body.raw *")].filter(e =>
            ["SCRIPT", "STYLE", "IFRAME", "OBJECT", "EMBED", "FORM", "BASE", "META", "LINK", "SVG", "MATH"].includes(e.tagName.toUpperCase())
            || [...e.attributes].some(a => /^on|^style$|^srcdoc$|^formaction$/i.test(a.name) || (/^(href|src|action|background)$/i.test(a.name) && !/^(https?:|mailto:|ftp:|\/|#)/i.test(a.value))))
          .map(e => e.outerHTML.slice(0, 200))
        """;

    [Fact]
    public async Task No_attack_runs_or_asks_another_host_for_anything()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.WithoutWaitingAsync();
        await site.SetAsync("Markup.LinkedImages", "false");
        await site.SetAsync("Reading.PostsPerPage", "100");
        var thread = await PostAsync(site, [.. Samples().Select(s => s.Text), .. Codes()]);

        await using var watched = await WatchAsync(site);
        for (var page = 1; page <= Paging.Pages(thread.LastFloor, 100); page++)
        {
            await watched.Tab.Page.GotoAsync($"/threads/{thread.Id}?page={page}");
            await TouchAsync(watched);
            Expect.None(await watched.Tab.Page.EvaluateAsync<string[]>(Live));
        }
        Expect.None(watched.Ran);
        Expect.None(watched.Asked);
    }

    /// <summary>The same eyes on the same attacks, unescaped.</summary>
    [Fact]
    public async Task The_detector_sees_attacks_that_are_alive()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        var living = Samples().Where(s => s.Ran || s.Asked).GroupBy(s => (s.Class, s.Ran)).SelectMany(g => g.Take(OfEachLiving)).ToList();
        var missed = new List<string>();
        await using var watched = await WatchAsync(site);
        var html = "";
        await watched.Tab.Page.RouteAsync("**/raw", route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!DOCTYPE html><body class=raw>{html}</body>" }));
        foreach (var sample in living)
        {
            html = sample.Text;
            var before = watched.Ran.Count + watched.Asked.Count;
            await watched.Tab.Page.GotoAsync("/raw", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await TouchAsync(watched);
            var seen = watched.Ran.Count + watched.Asked.Count > before || await FoundAsync(watched.Tab.Page);
            if (!seen) missed.Add(sample.Text);
        }
        Assert.True(watched.Ran.Count > living.Count / 4, $"Only {watched.Ran.Count} of {living.Count} ran");
        Expect.None(missed);
    }

    private static async Task<bool> FoundAsync(IPage page)
    {
        try
        {
            return (await page.EvaluateAsync<string[]>(Live)).Length > 0;
        }
        catch (PlaywrightException)
        {
            // The attack led the page away.
            return true;
        }
    }

    private static async Task TouchAsync(Watched watched)
    {
        try
        {
            await watched.Tab.Page.EvaluateAsync(Touch);
            await watched.Tab.Page.WaitForTimeoutAsync(50);
        }
        catch (PlaywrightException error)
        {
            watched.Ran.Add($"led the page away: {error.Message}");
        }
    }

    private sealed record Watched(Tab Tab, List<string> Ran, List<string> Asked) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Tab.DisposeAsync();
    }

    private async Task<Watched> WatchAsync(Site site)
    {
        var watched = new Watched(await chromium.OpenAsync(site, Screen.Desktop, policy: false), [], []);
        var context = watched.Tab.Page.Context;
        await context.ExposeFunctionAsync("reportRun", (string what) => watched.Ran.Add(what));
        await context.AddInitScriptAsync(Trap);
        await context.RouteAsync(url => !url.StartsWith(site.Url.ToString(), StringComparison.Ordinal), route =>
        {
            watched.Asked.Add(route.Request.Url);
            return route.AbortAsync();
        });
        return watched;
    }

    private static async Task<Thread> PostAsync(Site site, IReadOnlyList<string> texts)
    {
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        var who = await site.AdministratorAsync();
        foreach (var text in texts)
        {
            var posted = await site.ReplyAsync(who, thread, text);
            if (posted.Refusal is { Code: not ("BodyTooShort" or "BodyMissing" or "BodyTooLong") } refused) Assert.Fail($"{refused.Code}: {text}");
        }
        return await site.Rows(db => db.Threads.SingleAsync(t => t.Id == thread.Id));
    }

    private sealed record Sample(string Class, string Text, bool Ran, bool Asked);

    /// <summary>Of every source of attacks some that ran as typed, some that asked another host, and some that did neither.</summary>
    private static IEnumerable<Sample> Samples() => Lines("xss/payloads.jsonl")
        .Select(row => (Row: row, Raw: row.GetProperty("raw_in_chromium")))
        .Select(x => new Sample(x.Row.GetProperty("src").GetString()!, x.Row.GetProperty("payload").GetString()!,
            x.Raw.GetProperty("ran").GetBoolean(), x.Raw.GetProperty("outside_request").GetBoolean()))
        .Where(s => !s.Text.Contains('\0', StringComparison.Ordinal) && s.Text.Length < 15_000)
        .GroupBy(s => (s.Class, s.Ran, s.Asked)).SelectMany(g => g.Take(OfEachClass));

    private static IEnumerable<string> Codes() => Lines("bbcode/xss_in_bbcode.jsonl").Select(row => row.GetProperty("input").GetString()!)
        .Where(text => !text.Contains('\0', StringComparison.Ordinal) && text.Length < 15_000);

    private static IEnumerable<JsonElement> Lines(string path)
    {
        foreach (var line in File.ReadLines(Checkout.Shared("data/corpora/" + path)).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.Clone();
        }
    }
}
