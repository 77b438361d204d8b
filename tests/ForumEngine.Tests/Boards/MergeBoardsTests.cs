using ForumEngine.Boards;
using ForumEngine.Checks;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Sanctions;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Boards;

public sealed class MergeBoardsTests
{
    [Theory, EveryDatabase]
    public async Task A_merged_board_takes_threads_counters_moderators_and_sanctions_along(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        await forum.WithoutWaitingAsync();
        var admin = await forum.AdministratorAsync();
        var category = await forum.CategoryAsync();
        var (old, into) = (await forum.BoardAsync("Old", category), await forum.BoardAsync("Into", category));
        var (keeper, muted, writer) = (await forum.MemberAsync("keeper", 3), await forum.MemberAsync("muted"), await forum.ViewerAsync("writer"));
        await forum.ModeratorAsync(old, keeper);
        await forum.SanctionAsync(muted, SanctionKind.Mute, old);
        await forum.Use<SetThreadTypes, Refusal?>(s => s.RunAsync(admin, old.Id, ["News", "Only here"], default));
        await forum.Use<SetThreadTypes, Refusal?>(s => s.RunAsync(admin, into.Id, ["News"], default));
        var news = await forum.Rows(d => d.ThreadTypes.Where(t => t.BoardId == old.Id && t.Name == "News").Select(t => t.Id).SingleAsync());
        var started = new List<long>();
        for (var i = 0; i < 3; i++) started.Add((await forum.Use<StartThread, Outcome<PostPlace>>(u => u.RunAsync(writer, new NewThread(old.Id, $"Thread {i}", $"Text {i}", news, null), default))).Value.ThreadId);
        await forum.StartAsync(writer, into, "There before");
        // Counters of the old board still wait in the outbox: they must find their way too.

        Assert.Equal("NameMismatch", (await MergeAsync("old"))?.Code);
        Assert.Null(await MergeAsync("Old"));
        await forum.RunJobsAsync();

        var tree = await forum.Service<BoardTrees>().CurrentAsync(default);
        Assert.Null(tree.Find(old.Id));
        Assert.Equal(into.Id, tree.FindMerged(old.Id)?.Id);
        Assert.Equal(4, await forum.Rows(d => d.Threads.CountAsync(t => t.BoardId == into.Id)));
        Assert.Equal((4, 4, 0), await forum.Rows(async d => ((await d.BoardStats.SingleAsync(s => s.BoardId == into.Id)).Threads, (await d.BoardStats.SingleAsync(s => s.BoardId == into.Id)).Posts, (await d.BoardStats.SingleAsync(s => s.BoardId == old.Id)).Threads)));
        Assert.Equal(["News", "Only here"], tree.Find(into.Id)!.Types.Select(t => t.Name));
        var moved = await forum.Rows(d => d.Threads.Where(t => started.Contains(t.Id)).Select(t => t.TypeId).Distinct().ToListAsync());
        Assert.Equal([tree.Find(into.Id)!.Types[0].Id], moved);
        Assert.True((await forum.ViewerAsync(keeper)).IsStaff(tree.Find(into.Id)!));
        Assert.Equal(DecidedBy.Sanction, BoardAccess.Decide(await forum.ViewerAsync(muted), BoardRight.Reply, tree.Find(into.Id)!).By);
        Assert.DoesNotContain((await forum.Use<CheckForum, CheckReport>(c => c.RunAsync(repair: false, default))).Findings, f => !f.Holds && (f.Check.StartsWith("board.", StringComparison.Ordinal) || f.Check.StartsWith("ledger.", StringComparison.Ordinal)));
        Assert.Equal([LedgerAct.Adopted, LedgerAct.Moved], await forum.Rows(d => d.LedgerEntries.OrderBy(e => e.Number).Select(e => e.Act).ToListAsync()));

        // A thread that was begun while others still saw the old board.
        await forum.ThreadAsync(old, keeper, "Straggler");
        forum.Clock.Advance(TimeSpan.FromSeconds(4));
        await forum.RunJobsAsync();
        Assert.False(await forum.Rows(d => d.Threads.AnyAsync(t => t.BoardId == old.Id)));

        Task<Refusal?> MergeAsync(string typed) => forum.Use<MergeBoards, Refusal?>(m => m.RunAsync(admin, old.Id, into.Id, typed, default));
    }

    [Theory, EveryDatabase]
    public async Task Only_an_empty_board_is_deleted_and_its_moderators_leave_the_group(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var admin = await forum.AdministratorAsync();
        var category = await forum.CategoryAsync("Category");
        var (full, empty) = (await forum.BoardAsync("Full", category), await forum.BoardAsync("Empty", category));
        await forum.ThreadAsync(full, await forum.MemberAsync("writer"), adjust: t => t.State = ContentState.Recycled);
        var keeper = await forum.MemberAsync("keeper");
        Assert.Null(await forum.Use<SetModerators, Refusal?>(s => s.RunAsync(admin, empty.Id, ["keeper"], default)));
        Assert.Null(await forum.Use<ChangeBoard, Refusal?>(c => c.RunAsync(admin, new BoardChange(empty.Id, new Dictionary<string, string?> { ["Slug"] = "free" }), default)));

        Assert.Equal("BoardNotEmpty", (await DeleteAsync(full.Id, "Full"))?.Code);
        Assert.Equal("BoardHasChildren", (await DeleteAsync(category.Id, "Category"))?.Code);
        Assert.Equal("NameMismatch", (await DeleteAsync(empty.Id, "Full"))?.Code);
        Assert.Null(await DeleteAsync(empty.Id, "Empty"));
        Assert.Equal(RefusalKind.NotFound, (await DeleteAsync(empty.Id, "Empty"))?.Kind);

        Assert.Null((await forum.Service<BoardTrees>().CurrentAsync(default)).Find(empty.Id));
        Assert.Equal(10, await forum.Rows(d => d.Members.Where(m => m.Id == keeper.Id).Select(m => m.GroupId).SingleAsync()));
        // Its address name is free again.
        Assert.Null(await forum.Use<ChangeBoard, Refusal?>(c => c.RunAsync(admin, new BoardChange(full.Id, new Dictionary<string, string?> { ["Slug"] = "free" }), default)));

        Task<Refusal?> DeleteAsync(int id, string typed) => forum.Use<DeleteBoard, Refusal?>(d => d.RunAsync(admin, id, typed, default));
    }
}
