namespace ForumEngine.Web.Tests.Hosting;

public sealed class HealthTests
{
    [Theory, EveryDatabase]
    public async Task A_site_that_is_set_up_is_alive_and_ready(Db db)
    {
        var site = await Site.OnAsync(db);
        using var visitor = site.Visitor();
        (await visitor.GetAsync("/health/live")).Is(200);
        (await visitor.GetAsync("/health/ready")).Is(200);
    }

    [Theory, EveryDatabase]
    public async Task What_is_not_there_is_404_in_the_face_of_the_site_and_in_the_language_of_the_browser(Db db)
    {
        var site = await Site.OnAsync(db);
        using var english = site.Visitor();
        using var chinese = site.Visitor("zh-CN");
        Assert.Contains("Not found", (await english.GetAsync("/nothing-here")).Is(404).Text, StringComparison.Ordinal);
        var page = (await chinese.GetAsync("/nothing-here")).Is(404);
        Assert.DoesNotContain("Not found", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("footer"));
    }
}
