using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Sanctions;

public sealed class DarkroomTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Lists_newest_first_page_by_page_and_filters(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (quiet, loud) = (await forum.MemberAsync("quiet"), await forum.MemberAsync("Loud 喇叭"));
        for (var i = 0; i < 24; i++) await forum.SanctionAsync(quiet, SanctionKind.Mute, lasts: TimeSpan.FromHours(1));
        await forum.SanctionAsync(loud, SanctionKind.Block);
        forum.Clock.Advance(TimeSpan.FromHours(1));
        var guest = await forum.GuestAsync();

        var first = await ReadAsync(forum, guest, new());
        var second = await ReadAsync(forum, guest, new(Before: first.Next));
        Assert.Equal((20, 5, null), (first.Rows.Count, second.Rows.Count, second.Next));
        var ids = first.Rows.Concat(second.Rows).Select(r => r.Id).ToList();
        Assert.Equal(ids.OrderDescending(), ids);
        Assert.Equal((SanctionState.Active, "Loud 喇叭"), (first.Rows[0].State, first.Rows[0].MemberName));
        Assert.All(first.Rows.Skip(1), r => Assert.Equal(SanctionState.Ended, r.State));

        Assert.Equal(24, await CountAsync(new(DarkroomState.Ended)));
        Assert.Equal(1, await CountAsync(new(DarkroomState.Active)));
        Assert.Equal(0, await CountAsync(new(DarkroomState.Lifted)));
        Assert.Equal(1, await CountAsync(new(Kind: SanctionKind.Block)));
        Assert.Equal(1, await CountAsync(new(Member: "lOUD")));
        Assert.Equal(1, await CountAsync(new(Member: $"{loud.Id}")));
        Assert.Equal(0, await CountAsync(new(Member: "%")));

        async Task<int> CountAsync(DarkroomFilter filter)
        {
            var page = await ReadAsync(forum, guest, filter);
            return page.Rows.Count + (page.Next is { } next ? (await ReadAsync(forum, guest, filter with { Before = next })).Rows.Count : 0);
        }
    }

    [Fact]
    public async Task Hides_what_is_not_public_and_the_names_of_hidden_boards_and_of_operators()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var member = await forum.MemberAsync("loud");
        await forum.SanctionAsync(member, SanctionKind.Mute, await forum.BoardAsync("Secret", hidden: true));
        var secret = await forum.SanctionAsync(member, SanctionKind.Mute);
        await forum.Rows(d => d.Sanctions.Where(s => s.Id == secret.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsPublic, false)));
        var (guest, staff) = (await forum.GuestAsync(), await forum.AdministratorAsync());

        var row = Assert.Single((await ReadAsync(forum, guest, new())).Rows);
        Assert.Equal((false, null, null), (row.Scope.IsSite, row.Scope.Board, row.Operator));
        Assert.Equal("NotFound", (await forum.Use<DarkroomPage, Outcome<DarkroomRow>>(p => p.FindAsync(guest, secret.Id, default))).Refusal!.Code);
        Assert.Null((await forum.Use<DarkroomPage, Outcome<DarkroomRow>>(async p => await p.FindAsync(await forum.ViewerAsync(member), secret.Id, default))).Refusal);
        var all = (await ReadAsync(forum, staff, new())).Rows;
        Assert.Equal((2, "Secret"), (all.Count, all[1].Scope.Board?.Name));

        await forum.SetAsync("Darkroom.ShowOperator", "true");
        Assert.Equal("admin", (await ReadAsync(forum, guest, new())).Rows[0].Operator);
        await forum.SetAsync("Darkroom.IsPublic", "false");
        Assert.Equal("NotFound", (await forum.Use<DarkroomPage, Outcome<DarkroomList>>(p => p.ReadAsync(guest, new(), default))).Refusal!.Code);
        Assert.Equal(2, (await ReadAsync(forum, staff, new())).Rows.Count);
    }

    [Theory, EveryDatabase]
    public async Task What_is_released_stays_for_its_days_and_then_only_all_finds_it(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (member, board) = (await forum.MemberAsync("loud"), await forum.BoardAsync());
        var below = await forum.BoardAsync("Below", board);
        await forum.SetAsync("Darkroom.GreyDays", "10");
        var ended = await forum.SanctionAsync(member, SanctionKind.Mute, below, TimeSpan.FromDays(1));
        var lifted = await forum.SanctionAsync(member, SanctionKind.Block);
        var active = await forum.SanctionAsync(member, SanctionKind.NoLinks);
        forum.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Null(await forum.Use<LiftSanction, Refusal?>(async u => await u.RunAsync(await forum.AdministratorAsync(), lifted.Id, "sorry", default)));
        Assert.Equal([active.Id, lifted.Id, ended.Id], await IdsAsync(new()));
        forum.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal([active.Id, lifted.Id], await IdsAsync(new()));
        forum.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal([active.Id], await IdsAsync(new()));
        Assert.Equal([active.Id, lifted.Id, ended.Id], await IdsAsync(new(DarkroomState.All)));
        Assert.Equal([ended.Id], await IdsAsync(new(DarkroomState.All) { BoardId = board.Id }));
        Assert.Empty(await IdsAsync(new(DarkroomState.Appealed)));

        async Task<List<int>> IdsAsync(DarkroomFilter filter) => [.. (await ReadAsync(forum, await forum.GuestAsync(), filter)).Rows.Select(r => r.Id)];
    }

    private static async Task<DarkroomList> ReadAsync(Forum forum, Viewer who, DarkroomFilter filter) =>
        (await forum.Use<DarkroomPage, Outcome<DarkroomList>>(p => p.ReadAsync(who, filter, default))).Value;
}
