using ForumEngine.Storage;

namespace ForumEngine.Tests.Storage;

public sealed class IdSourceTests
{
    [Theory, EveryDatabase]
    public async Task Many_writers_on_two_nodes_never_get_the_same_id(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        using var otherNode = new IdSource(forum.Service<Microsoft.EntityFrameworkCore.IDbContextFactory<ForumDb>>());
        IdSource[] nodes = [forum.Service<IdSource>(), otherNode];

        var ids = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => nodes[i % 2].NextPostIdAsync(default))));

        Assert.Equal(400, ids.Distinct().Count());
    }

    [Theory, EveryDatabase]
    public async Task A_bulk_load_reserves_a_row_of_ids(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var first = await forum.Service<IdSource>().TakeAsync(1000, default);
        Assert.True(await forum.Service<IdSource>().NextPostIdAsync(default) >= first + 1000);
    }
}
