namespace ForumEngine.Web.Tests.Browser;

/// <summary>The style page shows every part without a barrier in either scheme, and only to those who work on the engine.</summary>
public sealed class StyleTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Only_Development_has_it()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        (await site.Visitor().GetAsync("/style")).Is(404);
    }

    [Theory]
    [InlineData(Screen.Desktop, false)]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    [InlineData(Screen.Phone, true)]
    public async Task All_parts_are_accessible(Screen screen, bool dark)
    {
        await using var site = await Site.StartAsync(Db.Sqlite, null, "--environment=Development");
        await using var tab = await chromium.OpenAsync(site, screen, dark: dark);
        Assert.Equal(200, (await tab.Page.GotoAsync("/style"))!.Status);
        await tab.IsAccessibleAsync();
        await tab.FitsAsync();
        tab.HasNoComplaints();
    }
}
