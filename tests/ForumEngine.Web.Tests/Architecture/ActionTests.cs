using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Tests.Architecture;

public sealed class ActionTests
{
    [Fact]
    public async Task Every_action_says_who_may_call_it()
    {
        var routes = Route.Of(await Site.OnAsync(Db.Sqlite));
        Assert.NotEmpty(routes);
        Expect.None(routes.Where(r => !r.Action.EndpointMetadata.OfType<AccessAttribute>().Any()).Select(r => $"{r.Method} {r.Template}"));
    }

    [Fact]
    public async Task Every_action_of_the_panel_says_which_page_it_belongs_to()
    {
        var routes = Route.Of(await Site.OnAsync(Db.Sqlite)).Where(r => r.Action.EndpointMetadata.OfType<AccessAttribute>().Last().Audience == Audience.Administrators).ToList();
        Assert.NotEmpty(routes);
        Expect.None(routes.Where(r => !r.Action.EndpointMetadata.OfType<AdminPageAttribute>().Any()).Select(r => $"{r.Method} {r.Template} ({r.Action.ControllerName})"));
    }

    [Fact]
    public async Task No_action_is_exempt_from_the_antiforgery_token()
    {
        var routes = Route.Of(await Site.OnAsync(Db.Sqlite));
        Expect.None(routes.Where(r => r.Action.EndpointMetadata.Any(m => m is IgnoreAntiforgeryTokenAttribute or IAntiforgeryMetadata { RequiresValidation: false }))
            .Select(r => $"{r.Method} {r.Template}"));
    }

    [Fact]
    public async Task Every_action_that_changes_something_refuses_a_request_without_a_token()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        using var founder = await site.FounderAsync();
        foreach (var route in Route.Of(site).Where(r => !r.IsRead))
        {
            var answer = await founder.SendAsync(new HttpRequestMessage(new HttpMethod(route.Method), route.Url()) { Content = new FormUrlEncodedContent([]) });
            Assert.True(answer.Code == 400, $"{route.Method} {route.Template} without a token: {answer.Code} {answer.Location}");
            Assert.Contains("expired", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Addresses_are_lower_case_and_have_no_slash_at_the_end()
    {
        var routes = Route.Of(await Site.OnAsync(Db.Sqlite));
        Expect.None(routes.Select(r => r.Template).Where(t => t.Length > 1 && (t.EndsWith('/') || t.Split('/').Any(s => !s.StartsWith('{') && s.Any(char.IsUpper)))));
    }

    [Theory, EveryDatabase]
    public async Task What_no_route_knows_is_404_for_every_method(Db db)
    {
        var site = await Site.OnAsync(db);
        using var visitor = site.Visitor();
        foreach (var method in (string[])["GET", "POST", "PUT", "DELETE", "PATCH"])
            (await visitor.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/no/such/page"))).Is(404);
    }
}
