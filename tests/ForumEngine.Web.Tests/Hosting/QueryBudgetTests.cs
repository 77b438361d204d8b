namespace ForumEngine.Web.Tests.Hosting;

/// <summary>What a page may cost the database once the caches are warm. Who raises a budget says why.</summary>
public sealed class QueryBudgetTests
{
    [Theory, EveryDatabase]
    public async Task Pages_keep_to_their_budget(Db db)
    {
        await using var site = await Site.StartAsync(db);
        var category = await site.CategoryAsync();
        var board = await site.BoardAsync("Board", category);
        for (var i = 0; i < 5; i++) await site.BoardAsync($"Board {i}", category);
        var author = await site.NewMemberAsync();
        var thread = await site.ThreadAsync(board, author, replies: 25);
        for (var i = 0; i < 25; i++) await site.ThreadAsync(board, author, $"Thread {i}");
        await site.RunJobsAsync();
        using var guest = site.Visitor();
        using var member = await site.NewVisitorAsync();
        (string Url, int Budget)[] pages = [("/", 3), ($"/boards/{board.Id}", 5), ($"/boards/{board.Id}?page=2", 5), ($"/threads/{thread.Id}", 6), ($"/threads/{thread.Id}?page=3", 6)];
        List<string> over = [];
        foreach (var (url, budget) in pages)
            foreach (var (who, visitor) in (IEnumerable<(string, Visitor)>)[("guest", guest), ("member", member)])
                if ((await visitor.WarmAsync(url)).Queries is var cost && cost > budget) over.Add($"{url} as {who}: {cost} queries, {budget} allowed");
        Expect.None(over);
    }
}
