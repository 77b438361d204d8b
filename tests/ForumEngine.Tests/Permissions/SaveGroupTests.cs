using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Permissions;

public sealed class SaveGroupTests
{
    [Theory, EveryDatabase]
    public async Task A_group_is_copied_changed_and_deleted_and_its_members_go_on(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var board = await forum.BoardAsync("Market", await forum.CategoryAsync());
        await forum.CellAsync(board, 11, BoardRight.Reply, false);
        var id = (await forum.Use<SaveGroup, Outcome<int>>(s => s.AddAsync(admin, 11, GroupKind.Special, "Dealers", null, default))).Value;
        var member = await forum.MemberAsync("dealer", id);
        Assert.False((await forum.ViewerAsync(member)).May(BoardRight.Reply, await BoardAsync(forum, board.Id)));

        var draft = await DraftAsync(forum, id);
        var changed = draft with { Title = "Merchants", Rights = new Dictionary<string, int>(draft.Rights) { ["MentionLimit"] = 33, ["Search"] = 0 } };
        Assert.Null(await forum.Use<SaveGroup, Refusal?>(s => s.RunAsync(admin, id, changed, draft.Stamp(), default)));
        var viewer = await forum.ViewerAsync(member);
        Assert.Equal((33, 0), (viewer.Level(GroupRight.MentionLimit), viewer.Level(GroupRight.Search)));
        var line = await forum.Rows(d => d.StaffActs.Where(a => a.Act == "group.change").Select(a => a.Details).SingleAsync());
        Assert.Contains("\"MentionLimit\":\"10\"", line, StringComparison.Ordinal);
        Assert.Contains("\"MentionLimit\":\"33\"", line, StringComparison.Ordinal);
        // Whoever opened the form before is told.
        Assert.Equal((RefusalKind.Conflict, "GroupChangedMeanwhile"), Of(await forum.Use<SaveGroup, Refusal?>(s => s.RunAsync(admin, id, changed with { Title = "Late" }, draft.Stamp(), default))));

        Assert.Equal("GroupHasMembers", (await forum.Use<SaveGroup, Refusal?>(s => s.DeleteAsync(admin, id, null, default)))?.Code);
        Assert.Null(await forum.Use<SaveGroup, Refusal?>(s => s.DeleteAsync(admin, id, 11, default)));
        Assert.Equal(11, await forum.Rows(d => d.Members.Where(m => m.Id == member.Id).Select(m => m.GroupId).SingleAsync()));
        Assert.False(await forum.Rows(d => d.BoardCells.AnyAsync(c => c.GroupId == id)));
    }

    [Fact]
    public async Task Nobody_changes_their_own_rank_or_above_makes_their_equal_or_deletes_what_stays()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var admin = await forum.AdministratorAsync();
        var member = await forum.ViewerAsync("member");
        var founders = await DraftAsync(forum, Group.Administrators);
        Assert.Equal("EqualRank", (await SaveAsync(admin, Group.Administrators, founders with { Title = "Kings" }))?.Code);
        Assert.Equal(RefusalKind.NotFound, (await SaveAsync(member, 16, await DraftAsync(forum, 16)))?.Kind);
        Assert.Equal("RankTooHigh", (await SaveAsync(admin, 16, await DraftAsync(forum, 16) with { Rank = Rank.Administrator }))?.Code);
        Assert.Equal("CreditsTaken", (await SaveAsync(admin, 12, await DraftAsync(forum, 12) with { CreditsFrom = 50 }))?.Code);
        Assert.Equal("NumberOutOfRange", (await SaveAsync(admin, 12, await DraftAsync(forum, 12) with { Rights = new Dictionary<string, int> { ["ReadLevel"] = 256 } }))?.Code);
        Assert.Equal("BoardNameHtml", (await SaveAsync(admin, 12, await DraftAsync(forum, 12) with { Title = "<b>x</b>" }))?.Code);
        foreach (var stays in new[] { Group.Guests, Group.Moderators, Group.Newcomers })
            Assert.Equal("GroupStays", (await forum.Use<SaveGroup, Refusal?>(s => s.DeleteAsync(admin, stays, 11, default)))?.Code);
        var copy = (await forum.Use<SaveGroup, Outcome<int>>(s => s.AddAsync(admin, Group.Administrators, GroupKind.Special, "Copy", null, default))).Value;
        Assert.Equal(Rank.Member, (await forum.Service<GroupSets>().CurrentAsync(default)).Find(copy)!.Rank);

        Task<Refusal?> SaveAsync(Viewer who, int id, GroupDraft draft) => forum.Use<SaveGroup, Refusal?>(s => s.RunAsync(who, id, draft, null, default));
    }

    [Theory, EveryDatabase]
    public async Task The_last_group_that_sees_anything_keeps_its_sight(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var board = await forum.BoardAsync("Only one", await forum.CategoryAsync("Hidden", hidden: true));
        var ordinary = (await forum.Service<GroupSets>().CurrentAsync(default)).All.Where(g => g.Rank == Rank.Member).Select(g => g.Id).ToList();
        var all = ordinary.ConvertAll(g => new CellChange(new CellPlace(board.Id, g, BoardRight.View), false, null));

        Assert.Equal("NobodySees", (await forum.Use<SetCells, Refusal?>(s => s.RunAsync(admin, all, default)))?.Code);
        Assert.False(await forum.Rows(d => d.BoardCells.AnyAsync()));
        Assert.Null(await forum.Use<SetCells, Refusal?>(s => s.RunAsync(admin, all[1..], default)));
        Assert.Equal("NobodySees", (await forum.Use<SetCells, Refusal?>(s => s.RunAsync(admin, all[..1], default)))?.Code);
        Assert.Equal(all.Count - 1, await forum.Rows(d => d.BoardCells.CountAsync()));
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "board.rights")));
    }

    [Theory, EveryDatabase]
    public async Task Copying_rights_that_hide_everything_changes_nothing_of_the_settings_either(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var (closed, open) = (await forum.BoardAsync("Closed"), await forum.BoardAsync("Open"));
        foreach (var group in (await forum.Service<GroupSets>().CurrentAsync(default)).All.Where(g => g.Rank == Rank.Member)) await forum.CellAsync(closed, group.Id, BoardRight.View, allow: false);
        await forum.Rows(d => d.Boards.Where(b => b.Id == closed.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.Rules, "Copied")));
        var cells = await forum.Rows(d => d.BoardCells.CountAsync());

        var copy = new BoardCopy(closed.Id, ["Rules"], Rights: true, [open.Id]);
        Assert.Equal("NobodySees", (await forum.Use<CopyBoard, Refusal?>(c => c.RunAsync(admin, copy, default)))?.Code);
        Assert.Equal((cells, ""), await forum.Rows(async d => (await d.BoardCells.CountAsync(), await d.Boards.Where(b => b.Id == open.Id).Select(b => b.Rules).SingleAsync())));
        Assert.Null(await forum.Use<CopyBoard, Refusal?>(c => c.RunAsync(admin, copy with { Rights = false }, default)));
        Assert.Equal("Copied", await forum.Rows(d => d.Boards.Where(b => b.Id == open.Id).Select(b => b.Rules).SingleAsync()));
        Assert.Equal(RefusalKind.NotFound, (await forum.Use<CopyBoard, Refusal?>(c => c.RunAsync(admin, copy with { ToIds = [987654] }, default)))?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task Cells_are_set_logged_in_force_and_not_lost_between_two_who_save(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var board = await forum.BoardAsync("Market", await forum.CategoryAsync());
        var member = await forum.ViewerAsync("member");
        var at = new CellPlace(board.Id, 11, BoardRight.Reply);
        Assert.Null(await SetAsync(new CellChange(at, false, null)));
        Assert.False(member.May(BoardRight.Reply, await BoardAsync(forum, board.Id)));
        Assert.Equal((RefusalKind.Conflict, "CellsChangedMeanwhile"), Of(await SetAsync(new CellChange(at, true, null))));
        Assert.Null(await SetAsync(new CellChange(at, null, false)));
        Assert.True(member.May(BoardRight.Reply, await BoardAsync(forum, board.Id)));
        Assert.Equal(["""{"from":{"11.Reply":"inherit"},"to":{"11.Reply":"deny"}}""", """{"from":{"11.Reply":"deny"},"to":{"11.Reply":"inherit"}}"""],
            await forum.Rows(d => d.StaffActs.Where(a => a.Act == "board.rights").OrderBy(a => a.Id).Select(a => a.Details!).ToListAsync()));

        Task<Refusal?> SetAsync(CellChange change) => forum.Use<SetCells, Refusal?>(s => s.RunAsync(admin, [change], default));
    }

    [Theory, EveryDatabase]
    public async Task Of_those_who_set_one_cell_at_once_the_first_wins_and_the_log_takes_it_back(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var board = await forum.BoardAsync("Market", await forum.CategoryAsync());
        var at = new CellPlace(board.Id, 11, BoardRight.Reply);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            forum.Use<SetCells, Refusal?>(s => s.RunAsync(admin, [new CellChange(at, i % 2 == 0, null)], default)))));
        Assert.Equal(3, answers.Count(a => a?.Code == "CellsChangedMeanwhile"));
        var line = await forum.Rows(d => d.StaffActs.SingleAsync(a => a.Act == "board.rights"));
        Assert.Null(await forum.Use<BoardHistory, Refusal?>(h => h.RestoreAsync(admin, board.Id, line.Id, default)));
        Assert.False(await forum.Rows(d => d.BoardCells.AnyAsync()));
        Assert.Equal(2, (await forum.Use<BoardHistory, BoardPast>(h => h.ReadAsync(board.Id, null, default))).Lines.Count);

        var draft = await DraftAsync(forum, 12);
        var saves = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => Task.Run(() =>
            forum.Use<SaveGroup, Refusal?>(s => s.RunAsync(admin, 12, draft with { Stars = i + 4 }, draft.Stamp(), default)))));
        Assert.Single(saves, s => s is null);
        Assert.Equal(1, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "group.change")));
    }

    [Theory, EveryDatabase]
    public async Task A_personal_right_holds_at_once_until_its_day_and_never_over_an_equal(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var other = await forum.MemberAsync("other", Group.Administrators);
        var board = await forum.BoardAsync("Market", await forum.CategoryAsync());
        await forum.CellAsync(board, 11, BoardRight.Reply, false);
        var member = await forum.MemberAsync("seller");

        Assert.Null(await SetAsync("SELLER", 30));
        Assert.True((await forum.ViewerAsync(member)).May(BoardRight.Reply, await BoardAsync(forum, board.Id)));
        forum.Clock.Advance(TimeSpan.FromDays(30));
        Assert.False((await forum.ViewerAsync(member)).May(BoardRight.Reply, await BoardAsync(forum, board.Id)));
        Assert.Equal("EqualRank", (await SetAsync("other", 1))?.Code);
        Assert.Equal("NotOnYourself", (await SetAsync("admin", 1))?.Code);
        Assert.Equal("MemberUnknown", (await SetAsync("nobody here", 1))?.Code);
        Assert.Equal("NumberOutOfRange", (await SetAsync("seller", 4000))?.Code);
        Assert.Null(await forum.Use<SetException, Refusal?>(s => s.RemoveAsync(admin, member.Id, board.Id, BoardRight.Reply, default)));
        Assert.False(await forum.Rows(d => d.BoardOverrides.AnyAsync()));
        Assert.Equal(2, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "member.right" && a.MemberId == member.Id)));

        Task<Refusal?> SetAsync(string name, int days) => forum.Use<SetException, Refusal?>(s => s.RunAsync(admin with { Now = forum.Now }, new ExceptionDraft(name, board.Id, BoardRight.Reply, true, days, "helps out"), default));
    }

    private static (RefusalKind, string) Of(Refusal? refusal) => (refusal!.Kind, refusal.Code);

    private static async Task<GroupDraft> DraftAsync(TestForum forum, int id) => await forum.Service<GroupSets>().CurrentAsync(default) is var set ? set.DraftOf(set.Find(id)!) : null!;

    private static async Task<BoardNode> BoardAsync(TestForum forum, int id) => (await forum.Service<BoardTrees>().CurrentAsync(default)).Find(id)!;
}
