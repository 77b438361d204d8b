using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.RecycleBin;
using ForumEngine.Tests.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Acts;

/// <summary>
/// Every role × every staff act × own board, sub-board with and without inheritance, foreign board: done by the use case on a thread of
/// its own, and compared with the table in docs/thread-acts.md.
/// </summary>
public sealed class ThreadMatrixTests(ITestOutputHelper output)
{
    private sealed record Target(Forum Forum, Thread Thread, long PostId, Thread Other, Board To);

    private static readonly Dictionary<string, Func<Viewer, Target, Task<string?>>> Acts = new()
    {
        ["delete"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Delete = true }),
        ["restore"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Restore = true }),
        ["close"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Closed = true }),
        ["open"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Closed = false }),
        ["stick 1"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Sticky = 1 }),
        ["stick 2"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Sticky = 2 }),
        ["stick 3"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Sticky = 3 }),
        ["digest 1"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Digest = 1 }),
        ["digest 3"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Digest = 3 }),
        ["highlight"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Highlight = new Highlight(1, true, false, false, 0) }),
        ["bump"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Place = ThreadPlace.Bump }),
        ["sink"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Place = ThreadPlace.Sink }),
        ["type"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { TypeId = 0 }),
        ["stamp"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Stamp = Stamps.Official }),
        ["move"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { Move = new MoveOrder(t.To.Id, null) }),
        ["copy"] = (who, t) => ThreadAsync(who, t, new ThreadOrder { CopyTo = t.To.Id }),
        ["merge"] = async (who, t) => (await t.Forum.MergeAsync(who, t.Thread, t.Other)).Refusal?.Code,
        ["split"] = async (who, t) => (await t.Forum.SplitAsync(who, t.Thread, 2)).Refusal?.Code,
        ["undo"] = async (who, t) => (await t.Forum.UndoAsync(who, await t.Forum.Rows(d => d.ThreadRecords.Where(r => r.ThreadId == t.Thread.Id).MaxAsync(r => r.Id))))?.Code,
        ["delete post"] = (who, t) => PostAsync(who, t, PostAct.Delete),
        ["restore post"] = (who, t) => PostAsync(who, t, PostAct.Restore),
        ["block post"] = (who, t) => PostAsync(who, t, PostAct.Block),
        ["unblock post"] = (who, t) => PostAsync(who, t, PostAct.Unblock),
        ["pin reply"] = (who, t) => PostAsync(who, t, PostAct.Pin),
        ["edit post"] = async (who, t) => (await t.Forum.EditAsync(who, t.PostId, "Other text")).Refusal?.Code,
        ["see address"] = (who, t) => t.Forum.Use<SeeAddress, string?>(async u => (await u.RunAsync(who, t.PostId, "why", default))?.Code),
        ["list bin"] = async (who, t) => (await t.Forum.Use<BinPageQuery, BinPage>(u => u.RunAsync(who, new BinQuery(false, t.Thread.BoardId, null, null, null), default)))
            .Lines.Any(l => l.ThreadId == t.Thread.Id) ? null : "NeedsStaffRight",
        ["purge"] = async (who, t) => (await t.Forum.Use<Purge, Refusal?>(async u => await u.RunAsync(who,
            await t.Forum.Rows(d => d.BinItems.Where(i => i.ThreadId == t.Thread.Id).Select(i => i.Id).SingleAsync()), ActNote.Silent, default)))?.Code,
    };

    [Fact]
    public async Task Every_cell_is_as_the_table_says()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var cells = await new Matrix<Target>("thread-acts.md", Acts, PrepareAsync).RunAsync(forum);
        output.WriteLine($"{cells} cells: {MatrixScene.Roles.Count} roles × {Acts.Count} acts × 4 boards");
    }

    private static async Task<Target> PrepareAsync(MatrixScene scene, string act, Board board)
    {
        var (forum, author) = (scene.Forum, scene.Author);
        var (thread, other) = (await forum.ThreadAsync(board, author, replies: 1), await forum.ThreadAsync(board, author));
        if (act == "type") await forum.Rows(d => d.Threads.Where(t => t.Id == thread.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.TypeId, 1)));
        var post = (await forum.FloorsAsync(thread.Id))[1];
        if (act is "restore" or "list bin" or "purge") await forum.ActAsync(forum.System, thread, new ThreadOrder { Delete = true });
        if (act is "open" or "undo") await forum.ActAsync(forum.System, thread, new ThreadOrder { Closed = true });
        if (act == "restore post") await forum.PostActAsync(forum.System, post, PostAct.Delete);
        if (act == "unblock post") await forum.PostActAsync(forum.System, post, PostAct.Block);
        return new Target(forum, thread, post, other, scene.To);
    }

    private static async Task<string?> ThreadAsync(Viewer who, Target target, ThreadOrder order) => (await target.Forum.ActAsync(who, target.Thread, order))?.Code;

    private static async Task<string?> PostAsync(Viewer who, Target target, PostAct act) => (await target.Forum.PostActAsync(who, target.PostId, act))?.Code;
}
