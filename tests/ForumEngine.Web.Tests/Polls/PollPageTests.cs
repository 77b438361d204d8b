using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Polls;
using ForumEngine.Posts;

namespace ForumEngine.Web.Tests.Polls;

public sealed class PollPageTests
{
    [Theory, EveryDatabase]
    public async Task A_poll_is_made_without_scripts_voted_in_and_read(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        using var author = await site.NewVisitorAsync();
        var url = $"/boards/{board.Id}/new";
        var form = Visitor.FormOn((await author.GetAsync(url)).Is(200), url);
        Assert.Equal(4, form.QuerySelectorAll("[name=PollOptions]").Length);

        // More places: the form comes again with everything kept, and nothing is written.
        var typed = Fields(form, ["Tea", "Coffee", "Water", "Juice"], ("Title", "What to drink?"), ("Body", "Tell us what to buy."), ("PollMaxChoices", "2"), ("Tags", "drinks"));
        var again = (await author.PostAsync(url, [.. typed, new("AddPollOption", "1")])).Is(200);
        form = Visitor.FormOn(again, url);
        Assert.Equal(["Tea", "Coffee", "Water", "Juice", "", ""], form.QuerySelectorAll("[name=PollOptions]").Select(i => i.GetAttribute("value") ?? ""));
        Assert.Equal(("What to drink?", "drinks"), (form.QuerySelector("[name=Title]")!.GetAttribute("value"), form.QuerySelector("[name=Tags]")!.GetAttribute("value")));
        var wrong = (await author.PostAsync(url, Fields(form, ["Tea", "Coffee", "Tea"]))).Is(422);
        Assert.Contains("twice", wrong.Html.QuerySelector("#errors")!.TextContent, StringComparison.Ordinal);
        var thread = (await author.PostAsync(url, Fields(form, ["Tea", "Coffee", "Water"], ("PollMaxChoices", "2")))).Is(303).Location!.Split('?')[0];

        using var voter = await site.NewVisitorAsync();
        var page = (await voter.GetAsync(thread)).Is(200);
        var options = page.Html.QuerySelectorAll("#poll [name=Choices]").Select(i => i.GetAttribute("value")!).ToList();
        Assert.Equal(3, options.Count);
        var token = Visitor.FieldsOf(Visitor.FormOn(page, $"{thread}/vote"))["__RequestVerificationToken"];
        var many = (await voter.PostAsync($"{thread}/vote", [new("__RequestVerificationToken", token), .. options.Select(o => KeyValuePair.Create("Choices", o))])).Is(422);
        Assert.NotNull(many.Html.QuerySelector("#poll #Choices-error"));
        Assert.Equal(3, many.Html.QuerySelectorAll("#poll [name=Choices][checked]").Length);
        var done = await voter.PostAsync($"{thread}/vote", [new("__RequestVerificationToken", token), new("Choices", options[0]), new("Choices", options[2])]);
        Assert.Equal($"{thread}#poll", done.Is(303).Location);
        (await voter.PostAsync($"{thread}/vote", [new("__RequestVerificationToken", token), new("Choices", options[1])])).Is(409);

        var results = (await voter.GetAsync(thread)).Html.QuerySelector("#poll")!;
        Assert.Null(results.QuerySelector("form"));
        Assert.Equal(["1 vote 100.00%", "0 votes 0.00%", "1 vote 100.00%"], results.QuerySelectorAll(".got").Select(g => string.Join(' ', g.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal(2, results.QuerySelectorAll(".mine").Length);
        SecurityPolicy.Check(await voter.GetAsync(thread));
    }

    [Fact]
    public async Task Guests_see_results_and_the_way_to_sign_in_and_no_form()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var (thread, _) = await PollAsync(site);
        using var guest = site.Visitor();
        var page = (await guest.GetAsync($"/threads/{thread}")).Is(200);
        Assert.Empty(page.Html.QuerySelectorAll("form[method=post]"));
        Assert.NotNull(page.Html.QuerySelector("#poll a[href^='/account/login']"));
        Assert.Equal(2, page.Html.QuerySelectorAll("#poll .got").Length);
        Assert.StartsWith("/account/login", (await guest.GetAsync($"/threads/{thread}/vote")).Is(302).Location, StringComparison.Ordinal);
        Assert.Null((await guest.GetAsync($"/threads/{thread}?page=1&order=desc")).Html.QuerySelector("#nothing"));

        var (secret, _) = await PollAsync(site, afterVote: true);
        page = (await guest.GetAsync($"/threads/{secret}")).Is(200);
        Assert.Empty(page.Html.QuerySelectorAll("#poll .got, #poll svg.share"));
        (await guest.GetAsync($"/threads/{secret}/voters")).Is(404);
    }

    [Theory, EveryDatabase]
    public async Task A_poll_costs_its_page_one_query_more_and_plain_threads_none(Db db)
    {
        var site = await Site.OnAsync(db);
        var (thread, board) = await PollAsync(site);
        var plain = await site.ThreadAsync(board, await site.NewMemberAsync());
        using var reader = await site.NewVisitorAsync();
        Assert.Equal((await reader.WarmAsync($"/threads/{plain.Id}")).Queries + 1, (await reader.WarmAsync($"/threads/{thread}")).Queries);
    }

    [Fact]
    public async Task The_author_adds_an_option_and_ends_the_poll_and_others_may_not()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        var member = await site.NewMemberAsync();
        var (thread, _) = await PollAsync(site, author: await site.ViewerAsync(member));
        using var author = await site.VisitorAsync(member);
        using var other = await site.NewVisitorAsync();
        var url = $"/threads/{thread}/poll";
        (await other.GetAsync(url)).Is(403);
        Assert.Null((await other.GetAsync($"/threads/{thread}")).Html.QuerySelector($"a[href='{url}']"));
        Assert.NotNull((await author.GetAsync($"/threads/{thread}")).Html.QuerySelector($"a[href='{url}']"));
        var more = (await author.PostFormAsync(url, new { AddPollOption = "1" })).Is(200);
        Assert.True(more.Html.QuerySelectorAll("[name=PollOptions]").Length > 2);
        (await author.PostFormAsync(url, new { PollOptions = "Three" })).Is(303);
        Assert.Equal(["One", "Two", "Three"], (await author.GetAsync($"/threads/{thread}")).Html.QuerySelectorAll("#poll .opt > span[dir]").Select(s => s.TextContent.Trim()));
        (await author.PostFormAsync($"{url}/end", null, url)).Is(303);
        Assert.Null((await other.GetAsync($"/threads/{thread}")).Html.QuerySelector("#poll form"));
    }

    /// <summary>A thread with a poll of two options.</summary>
    internal static async Task<(long Thread, Board Board)> PollAsync(Site site, bool afterVote = false, bool votersArePublic = false, Viewer? author = null)
    {
        var board = await site.BoardAsync();
        var who = author ?? await site.ViewerAsync(await site.NewMemberAsync());
        var draft = new PollDraft([new("One"), new("Two")], ResultsAfterVote: afterVote, VotersArePublic: votersArePublic);
        return ((await site.StartAsync(who, board, "A poll", choices: new PostChoices { Poll = draft })).Value.ThreadId, board);
    }

    /// <summary>The form's fields with these options, which are several of one name.</summary>
    private static List<KeyValuePair<string, string>> Fields(AngleSharp.Html.Dom.IHtmlFormElement form, string[] options, params (string Name, string Value)[] typed)
    {
        var fields = Visitor.FieldsOf(form);
        fields.Remove("PollOptions");
        fields.Remove("PollImages");
        foreach (var (name, value) in typed) fields[name] = value;
        return [.. fields, .. options.SelectMany(o => new[] { KeyValuePair.Create("PollOptions", o), KeyValuePair.Create("PollImages", "") })];
    }
}
