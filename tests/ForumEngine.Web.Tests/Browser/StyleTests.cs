namespace ForumEngine.Web.Tests.Browser;

/// <summary>The style page is for those who work on the engine; <see cref="EveryPageTests"/> looks at it as at every other.</summary>
public sealed class StyleTests
{
    [Fact]
    public async Task Only_Development_has_it()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        (await site.Visitor().GetAsync("/style")).Is(404);
    }
}
