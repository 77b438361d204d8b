using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Legal;

public sealed class LegalCentreTests
{
    [Fact]
    public async Task Changed_terms_are_asked_about_at_the_next_page_and_no_text_is_lost()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        await site.WithoutWaitingAsync();
        var board = await site.BoardAsync();
        using var member = await site.NewVisitorAsync();
        using var founder = await site.FounderAsync();
        var writing = Visitor.FormOn(await member.OpenAsync($"/boards/{board.Id}/new"), $"/boards/{board.Id}/new");

        (await founder.PostFormAsync("/admin/pages", new Dictionary<string, string> { ["Texts[en].Body"] = "All is different now.", ["Texts[en].Note"] = "Everything", ["IsMaterial"] = "true", ["Act"] = "publish" }, page: "/admin/pages/terms")).Is(303);
        site.Service<Versions>().Forget();
        // What was begun before is still taken.
        var posted = (await member.SubmitAsync(writing, $"/boards/{board.Id}/new", new { Title = "Begun before", Body = "and sent after" })).Is(303);
        var asked = (await HtmlAsync(member, posted.Location!)).Is(302);
        Assert.StartsWith("/account/agree?returnUrl=", asked.Location, StringComparison.Ordinal);
        (await HtmlAsync(member, "/pages/terms")).Is(200);
        (await HtmlAsync(site.Visitor(), "/")).Is(200);

        var form = await member.OpenAsync(asked.Location!);
        Assert.Contains("Everything", form.Text, StringComparison.Ordinal);
        Assert.Contains("All is different now", (await member.OpenAsync("/pages/terms/versions/2")).Html.QuerySelector(".diff ins")!.TextContent, StringComparison.Ordinal);
        (await member.SubmitAsync(Visitor.FormOn(form, "/account/agree"), "/account/agree", null)).Is(422);
        var agreed = (await member.SubmitAsync(Visitor.FormOn(form, "/account/agree"), "/account/agree", new { agreed = "true" })).Is(303);
        (await HtmlAsync(member, agreed.Location!)).Is(200);

        var file = (await founder.GetAsync("/admin/pages/agreements.csv")).Is(200).Body;
        Assert.Contains(",terms,2,127.0.0.1", file, StringComparison.Ordinal);
        // Whoever registers now has read the new ones.
        using var newcomer = site.Visitor();
        (await newcomer.RegisterAsync("newcomer-1")).Is(303);
        (await HtmlAsync(newcomer, "/")).Is(200);
    }

    [Fact]
    public async Task A_page_of_ones_own_is_previewed_published_and_shown_and_a_wrong_one_comes_back()
    {
        await using var site = await Site.StartAsync(Db.Sqlite);
        using var founder = await site.FounderAsync();
        var typed = new Dictionary<string, string> { ["Slug"] = "minors", ["Texts[zh-Hans].Title"] = "未成年人保护", ["Texts[zh-Hans].Body"] = "[b]保护[/b]孩子", ["Act"] = "preview" };
        var preview = (await founder.PostFormAsync("/admin/pages", typed, page: "/admin/pages/new")).Is(200);
        Assert.NotNull(preview.Html.QuerySelector(".prose b, .prose strong"));
        Assert.False(await site.Rows(d => d.DocumentVersions.AnyAsync(v => v.Slug == "minors")));
        typed["EffectiveAt"] = "someday";
        typed["Act"] = "publish";
        var wrong = (await founder.SubmitAsync(Visitor.FormOn(preview, "/admin/pages"), "/admin/pages", typed)).Is(422);
        Assert.Contains("[b]保护[/b]孩子", wrong.Html.GetElementById("b-zh-Hans")!.TextContent, StringComparison.Ordinal);
        typed["EffectiveAt"] = "";
        (await founder.SubmitAsync(Visitor.FormOn(wrong, "/admin/pages"), "/admin/pages", typed)).Is(303);
        Assert.Contains("保护", (await site.Visitor().GetAsync("/pages/minors")).Is(200).Text, StringComparison.Ordinal);
        (await founder.PostFormAsync("/admin/pages", typed, page: "/admin/pages/new")).Is(409);
    }

    private static Task<Answer> HtmlAsync(Visitor visitor, string url)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("Accept", "text/html");
        return visitor.SendAsync(request);
    }
}
