using System.Text.Json;

namespace ForumEngine.Web.Tests.Drafts;

/// <summary>Drafts over HTTP: what scripts send, what forms offer without them.</summary>
public sealed class DraftPagesTests
{
    [Theory, EveryDatabase]
    public async Task A_form_offers_its_draft_and_goes_on_with_all_that_was_filled_in(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        using var member = await site.NewVisitorAsync();
        var form = $"/boards/{board.Id}/new";
        var kept = await SaveAsync(member, form, $"board-{board.Id}", "Half a text", title: "A title", fields: """{"NoSmilies":"true","Options":"1","SubmissionId":"x","Board":"y"}""");
        kept.Is(200);

        var offered = (await member.GetAsync(form)).Is(200);
        Assert.NotNull(offered.Html.QuerySelector(".note.offer"));
        Assert.Equal("", Visitor.FieldsOf(Visitor.FormOn(offered, form))["Body"]);

        var goesOn = (await member.GetAsync($"{form}?draft=1")).Is(200);
        Assert.Null(goesOn.Html.QuerySelector(".note.offer"));
        var fields = Visitor.FieldsOf(Visitor.FormOn(goesOn, form));
        Assert.Equal(("Half a text", "A title", $"board-{board.Id}"), (fields["Body"], fields["Title"], fields["DraftKey"]));
        Assert.True(Guid.TryParse(fields["SubmissionId"], out _));
        Assert.NotNull(goesOn.Html.QuerySelector("[name=NoSmilies][checked]"));

        (await member.SubmitAsync(Visitor.FormOn(goesOn, form), form, new { Body = "Half a text and its end" })).Is(303);
        Assert.Null((await member.GetAsync(form)).Is(200).Html.QuerySelector(".note.offer"));
    }

    [Theory, EveryDatabase]
    public async Task A_draft_is_listed_and_thrown_away_without_scripts(Db db)
    {
        var site = await Site.OnAsync(db);
        var thread = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync(), "A thread to answer");
        using var member = await site.NewVisitorAsync();
        var form = $"/threads/{thread.Id}/reply";
        (await SaveAsync(member, form, $"reply-{thread.Id}", "An [b]answer[/b] to be")).Is(200);
        var list = (await member.GetAsync("/account/posts/drafts")).Is(200);
        var line = Assert.Single(list.Html.QuerySelectorAll(".drafts > li"));
        Assert.Contains("An answer to be", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("A thread to answer", line.TextContent, StringComparison.Ordinal);
        var delete = line.QuerySelector("form")!.GetAttribute("action")!;
        using (var stranger = await site.NewVisitorAsync())
        {
            Assert.Empty((await stranger.GetAsync("/account/posts/drafts")).Is(200).Html.QuerySelectorAll(".drafts > li"));
        }
        var gone = await member.PostFormAsync(delete, page: "/account/posts/drafts");
        gone.Is(303);
        Assert.Equal("/account/posts/drafts", gone.Location);
        Assert.Empty((await member.GetAsync("/account/posts/drafts")).Is(200).Html.QuerySelectorAll(".drafts > li"));
    }

    [Theory, EveryDatabase]
    public async Task Scripts_are_answered_in_json_and_the_older_device_is_told(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        using var member = await site.NewVisitorAsync();
        var (form, key) = ($"/boards/{board.Id}/new", $"board-{board.Id}");
        Assert.Equal(204, (await member.GetAsync($"/drafts?key={key}")).Code);
        (await SaveAsync(member, form, key, "One")).Is(200);
        using var found = JsonDocument.Parse((await member.GetAsync($"/drafts?key={key}")).Is(200).Text);
        Assert.Equal("One", found.RootElement.GetProperty("body").GetString());
        using var told = JsonDocument.Parse((await SaveAsync(member, form, key, "Two")).Is(409).Text);
        Assert.Equal(1, told.RootElement.GetProperty("version").GetInt32());
        Assert.NotEqual("", told.RootElement.GetProperty("error").GetString());
        (await SaveAsync(member, form, "nonsense", "x")).Is(404);
        using var guest = site.Visitor();
        Assert.StartsWith("/account/login", (await guest.GetAsync($"/drafts?key={key}")).Location, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await guest.GetAsync("/members/find?q=a")).Location, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task The_preview_is_a_page_with_the_rendered_text_and_keeps_nothing(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        using var member = await site.NewVisitorAsync();
        var token = Visitor.FieldsOf(Visitor.FormOn((await member.GetAsync($"/boards/{board.Id}/new")).Is(200), $"/boards/{board.Id}/new"))["__RequestVerificationToken"];
        var shown = await member.PostAsync("/posts/preview", [new("Body", "[b]Bold[/b]<script>"), new("__RequestVerificationToken", token)]);
        Assert.Equal("Bold", shown.Is(200).Html.QuerySelector(".preview .txt b")?.TextContent);
        Assert.Null(shown.Html.QuerySelector(".preview script"));
    }

    private static async Task<Answer> SaveAsync(Visitor member, string form, string key, string body, string title = "", string fields = "", int version = 0)
    {
        var token = Visitor.FieldsOf(Visitor.FormOn((await member.GetAsync(form)).Is(200), form))["__RequestVerificationToken"];
        return await member.PostAsync("/drafts",
        [
            new("Key", key), new("Title", title), new("Body", body), new("Fields", fields), new("Version", $"{version}"), new("__RequestVerificationToken", token),
        ]);
    }
}
