using ForumEngine.Sanctions;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;

namespace ForumEngine.Web.Tests.Live;

/// <summary>The address for news and the hub tell the same as the page would, and nothing more.</summary>
public sealed class NewsTests
{
    [Theory, EveryDatabase]
    public async Task News_are_counted_for_those_who_may_read_the_page(Db db)
    {
        var site = await Site.OnAsync(db);
        var board = await site.BoardAsync();
        var thread = await site.ThreadAsync(board, await site.NewMemberAsync(), replies: 4);
        using var guest = site.Visitor();
        Assert.Equal("""{"count":3}""", (await guest.GetAsync($"/threads/{thread.Id}/news?after=2")).Is(200).Body);
        Assert.Equal("""{"count":0}""", (await guest.GetAsync($"/threads/{thread.Id}/news?after=5")).Is(200).Body);
        Assert.Equal("""{"count":1}""", (await guest.GetAsync($"/boards/{board.Id}/news?after=0")).Is(200).Body);
        var list = (await guest.GetAsync($"/boards/{board.Id}")).Is(200).Html.QuerySelector("[data-news]")!.GetAttribute("data-news")!;
        Assert.Equal("""{"count":0}""", (await guest.GetAsync(list)).Is(200).Body);
    }

    [Theory, EveryDatabase]
    public async Task Of_hidden_boards_neither_the_address_nor_the_hub_says_anything(Db db)
    {
        var site = await Site.OnAsync(db);
        var hidden = await site.BoardAsync("Closed", hidden: true);
        var secret = await site.ThreadAsync(hidden, await site.NewMemberAsync(), replies: 2);
        var open = await site.ThreadAsync(await site.BoardAsync(), await site.NewMemberAsync());
        using var guest = site.Visitor();
        foreach (var url in (string[])[$"/threads/{secret.Id}/news", $"/boards/{hidden.Id}/news", "/threads/999999/news", "/boards/999999/news"])
            (await guest.GetAsync(url)).Is(404);

        await using var socket = await LiveSocket.OpenAsync(site);
        Assert.True(await socket.WatchAsync($"/threads/{open.Id}"));
        foreach (var subject in (string[])[$"/threads/{secret.Id}", $"/boards/{hidden.Id}", "/threads/999999", "/members/1", "", "/threads/-1"])
            Assert.False(await socket.WatchAsync(subject), subject);
    }

    [Fact]
    public async Task Other_sites_and_blocked_members_get_no_connection()
    {
        var site = await Site.OnAsync(Db.Sqlite);
        await using (var foreign = await LiveSocket.OpenAsync(site, origin: "https://elsewhere.test")) await foreign.EndsAsync();
        var blocked = await site.NewMemberAsync();
        using var visitor = await site.VisitorAsync(blocked);
        await site.SanctionAsync(blocked, SanctionKind.Block);
        await using var socket = await LiveSocket.OpenAsync(site, visitor);
        await socket.EndsAsync();
    }

    [Fact]
    public async Task Hubs_say_who_may_call_them()
    {
        var hubs = (await Site.OnAsync(Db.Sqlite)).Service<EndpointDataSource>().Endpoints.Where(e => e.Metadata.GetMetadata<HubMetadata>() is not null).ToList();
        Assert.NotEmpty(hubs);
        Expect.None(hubs.Where(h => h.Metadata.GetMetadata<AccessAttribute>() is null).Select(h => h.DisplayName ?? "?"));
    }
}
