using ForumEngine.Keeping;
using ForumEngine.Links;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Links;

/// <summary>Lists that administrators keep, told with links: nothing is lost, neither to another administrator nor to a wrong press.</summary>
public sealed class KeepListTests
{
    [Theory, EveryDatabase]
    public async Task Every_change_leaves_a_line_and_each_can_be_taken_back(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        Assert.Empty(await SaveAsync(forum, admin, Link("论坛地图", "/map")));
        var link = await OneAsync(forum);
        Assert.Empty(await SaveAsync(forum, admin, Link("地图", "/maps", link)));
        link = await OneAsync(forum);
        Assert.Null(await forum.Use<KeepList<SiteLink>, Refusal?>(l => l.DeleteAsync(admin, link.Id, link.Version, default)));

        var past = (await PastAsync(forum)).Lines;
        Assert.Equal(["delete", "change", "add"], past.Select(l => l.Verb));
        Assert.Equal([new KeptField("Name", "论坛地图", "地图"), new KeptField("Url", "/map", "/maps")], past[1].Fields);
        Assert.Equal([true, false, false], past.Select(l => l.Stands));

        Assert.Null(await UndoAsync(forum, admin, past[0].Id));
        Assert.Equal(("地图", "/maps", link.Id), ((await OneAsync(forum)).Name, (await OneAsync(forum)).Url, (await OneAsync(forum)).Id));
        Assert.Null(await UndoAsync(forum, admin, past[1].Id));
        Assert.Equal(("论坛地图", "/map"), ((await OneAsync(forum)).Name, (await OneAsync(forum)).Url));
        Assert.Null(await UndoAsync(forum, admin, past[2].Id));
        Assert.False(await forum.Rows(d => d.SiteLinks.AnyAsync()));
        Assert.Equal("EntryChanged", (await UndoAsync(forum, admin, past[1].Id))!.Code);
    }

    [Theory, EveryDatabase]
    public async Task Of_many_who_save_one_entry_at_once_one_does_and_the_others_see_the_conflict(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        Assert.Empty(await SaveAsync(forum, admin, Link("One", "/one")));
        var link = await OneAsync(forum);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SaveAsync(forum, admin, Link($"Try {i}", "/one", link))));
        Assert.Single(answers, a => a.Count == 0);
        Assert.All(answers.Where(a => a.Count > 0), a => Assert.Equal((RefusalKind.Conflict, "EntryChanged"), (a.Single().Kind, a.Single().Code)));
        Assert.Equal(2, (await OneAsync(forum)).Version);
        Assert.Equal(2, (await PastAsync(forum)).Lines.Count);
    }

    [Theory, EveryDatabase]
    public async Task Of_many_who_rename_an_entry_of_the_engine_for_the_first_time_one_does(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SaveAsync(forum, admin, new SiteLink { SystemKey = "NavForum", Place = LinkPlace.Main, Name = $"首页 {i}" })));
        Assert.Single(answers, a => a.Count == 0);
        Assert.StartsWith("首页", (await SetAsync(forum)).Own("NavForum")!.Name, StringComparison.Ordinal);
    }

    [Theory, EveryDatabase]
    public async Task What_the_engine_brings_is_hidden_and_renamed_but_never_lost(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        Assert.Empty(await SaveAsync(forum, admin, new SiteLink { SystemKey = "Disclaimer", Place = LinkPlace.More, Name = "免责", IsOn = false, Url = "https://elsewhere.example/" }));
        var own = (await SetAsync(forum)).Own("Disclaimer")!;
        Assert.Equal(("免责", "", false, LinkPlace.More), (own.Name, own.Url, own.IsOn, own.Place));
        Assert.Null(await forum.Use<KeepList<SiteLink>, Refusal?>(l => l.DeleteAsync(admin, own.Id, own.Version, default)));
        var back = (await SetAsync(forum)).Own("Disclaimer")!;
        Assert.Equal(("", true, LinkPlace.Footer), (back.Name, back.IsOn, back.Place));
        Assert.Equal(RefusalKind.NotFound, Assert.Single(await SaveAsync(forum, admin, new SiteLink { SystemKey = "Nonsense", Place = LinkPlace.Main })).Kind);
        Assert.Equal(RefusalKind.NotFound, Assert.Single(await SaveAsync(forum, admin, new SiteLink { SystemKey = "NavForum", Place = LinkPlace.Friend })).Kind);
    }

    [Theory]
    [InlineData("/announcements", LinkPlace.Main, null)]
    [InlineData("https://example.test/a?b=c#d", LinkPlace.Footer, null)]
    [InlineData("http://example.test/", LinkPlace.Friend, null)]
    [InlineData("", LinkPlace.Badge, null)]
    [InlineData("", LinkPlace.Main, "LinkAddressMissing")]
    [InlineData("http://example.test/", LinkPlace.Main, "LinkAddress")]
    [InlineData("//example.test/", LinkPlace.Main, "LinkAddress")]
    [InlineData("/\\example.test/", LinkPlace.Main, "LinkAddress")]
    [InlineData("/\t/example.test/", LinkPlace.Main, "LinkAddress")]
    [InlineData("javascript:alert(1)", LinkPlace.Main, "LinkAddress")]
    [InlineData("JavaScript:alert(1)", LinkPlace.Friend, "FriendAddress")]
    [InlineData("data:text/html,x", LinkPlace.Footer, "LinkAddress")]
    [InlineData("https://bank.example@example.test/", LinkPlace.Main, "LinkAddress")]
    [InlineData("https:\\\\example.test/", LinkPlace.Main, "LinkAddress")]
    [InlineData("https://", LinkPlace.Main, "LinkAddress")]
    [InlineData("/a\"b", LinkPlace.Main, "LinkAddress")]
    [InlineData("/friends", LinkPlace.Friend, "FriendAddress")]
    public async Task An_address_is_a_page_of_the_site_or_https(string url, LinkPlace place, string? code)
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var link = Link("x", url);
        link.Place = place;
        Assert.Equal(code, (await SaveAsync(forum, await forum.AdministratorAsync(), link)).SingleOrDefault()?.Code);
    }

    [Fact]
    public async Task Only_administrators_keep_lists()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var member = await forum.ViewerAsync("somebody");
        Assert.Equal(RefusalKind.NotFound, Assert.Single(await SaveAsync(forum, member, Link("x", "/x"))).Kind);
        Assert.Equal(RefusalKind.NotFound, (await UndoAsync(forum, member, 1))!.Kind);
        Assert.False(await forum.Rows(d => d.SiteLinks.AnyAsync()));
    }

    internal static SiteLink Link(string name, string url, SiteLink? was = null) => new() { Id = was?.Id ?? 0, Version = was?.Version ?? 0, Place = LinkPlace.Main, Name = name, Url = url };

    private static Task<IReadOnlyList<Refusal>> SaveAsync(Forum forum, Viewer who, SiteLink link) => forum.Use<KeepList<SiteLink>, IReadOnlyList<Refusal>>(l => l.SaveAsync(who, link, default));

    private static Task<KeptPast> PastAsync(Forum forum) => forum.Use<KeptHistory<SiteLink>, KeptPast>(h => h.ReadAsync(null, default));

    private static Task<Refusal?> UndoAsync(Forum forum, Viewer who, long line) => forum.Use<KeptHistory<SiteLink>, Refusal?>(h => h.UndoAsync(who, line, default));

    private static Task<SiteLink> OneAsync(Forum forum) => forum.Rows(d => d.SiteLinks.SingleAsync());

    private static Task<LinkSet> SetAsync(Forum forum) => forum.Rows(d => SiteLinks.LoadAsync(d, default));
}
