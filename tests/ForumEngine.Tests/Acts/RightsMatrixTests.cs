using ForumEngine.Accounts;
using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.RecycleBin;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Acts;

/// <summary>
/// Every role × every staff act × own board, sub-board with and without inheritance, foreign board: done by the use case on a thread of
/// its own, and compared with the table in docs/thread-acts.md.
/// </summary>
public sealed class RightsMatrixTests(ITestOutputHelper output)
{
    /// <summary>Boards as their moderators have them.</summary>
    private enum Where
    {
        Own, Inherited, BelowWithoutInheritance, Foreign,
    }

    /// <summary>Columns of the table; the group, and whether boards are given to them.</summary>
    private static readonly Dictionary<string, (int? Group, bool HasBoards)> Roles = new()
    {
        ["guest"] = (null, false),
        ["member"] = (11, false),
        ["moderator"] = (Group.Moderators, true),
        ["elsewhere"] = (Group.Moderators, false),
        ["trainee"] = (16, true),
        ["reviewer"] = (19, true),
        ["editor"] = (17, false),
        ["inspector"] = (18, false),
        ["super"] = (Group.SuperModerators, false),
        ["admin"] = (Group.Administrators, false),
        ["founder"] = (Group.Administrators, false),
    };

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
        var table = ReadTable();
        Assert.Equal(Acts.Keys.Order(), table.Keys.Select(k => k.Act).Distinct().Order());
        Assert.Equal(Roles.Keys.Order(), table.Keys.Select(k => k.Role).Distinct().Order());
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        await forum.WithoutWaitingAsync();
        var boards = await BoardsAsync(forum);
        var to = await forum.BoardAsync("Target");
        var author = await forum.MemberAsync("author");
        var viewers = await RolesAsync(forum, boards);
        var wrong = new List<string>();
        var cells = 0;
        // What was refused is untouched and serves for the next role.
        var untouched = new Dictionary<(string, Where), Target>();
        foreach (var ((act, role), expected) in table)
            foreach (var place in Enum.GetValues<Where>())
            {
                if (!untouched.Remove((act, place), out var target)) target = await PrepareAsync(forum, boards[place], to, author, act);
                var code = await Acts[act](viewers[role], target);
                if (code is not null) untouched[(act, place)] = target;
                var allowed = expected == "all" || (expected == "own" && place is Where.Own or Where.Inherited && Roles[role].HasBoards);
                // Who may not do it may do nothing: no other refusal hides a right that is there.
                if (allowed ? code is not null : code is not ("NeedsStaffRight" or "NotFound" or "SignInFirst" or "NotYours" or "StickTooHigh" or "DigestTooHigh"))
                    wrong.Add($"{act} by {role} in {place}: {code ?? "done"}, table says {expected}");
                cells++;
            }
        output.WriteLine($"{cells} cells: {Roles.Count} roles × {Acts.Count} acts × {Enum.GetValues<Where>().Length} boards");
        Expect.None(wrong);
        Assert.Equal(Roles.Count * Acts.Count * 4, cells);
    }

    /// <summary>Cells are all, own (boards given to them and those below that inherit) or –.</summary>
    private static Dictionary<(string Act, string Role), string> ReadTable()
    {
        var rows = File.ReadAllLines(Path.Combine(Checkout.Root, "docs", "thread-acts.md"))
            .SkipWhile(l => !l.StartsWith("| Act |", StringComparison.Ordinal)).TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        var roles = rows[0][1..];
        return rows.Skip(2).SelectMany(row => roles.Select((role, i) => (Key: (row[0], role), Cell: row[i + 1]))).ToDictionary(c => c.Key, c => c.Cell);
    }

    private static async Task<Dictionary<Where, Board>> BoardsAsync(Forum forum)
    {
        var (own, plain) = (await forum.BoardAsync("Own"), await forum.BoardAsync("Plain"));
        var boards = new Dictionary<Where, Board>
        {
            [Where.Own] = own,
            [Where.Inherited] = await forum.BoardAsync("Sub", own),
            [Where.BelowWithoutInheritance] = await forum.BoardAsync("Sub of plain", plain),
            [Where.Foreign] = await forum.BoardAsync("Foreign"),
        };
        await forum.ChangeBoardsAsync(d =>
        {
            d.Boards.Where(b => b.Id == own.Id).ExecuteUpdate(b => b.SetProperty(x => x.ModeratorsInherit, true));
            d.Boards.Where(b => b.Id == plain.Id).ExecuteUpdate(b => b.SetProperty(x => x.ModeratorsInherit, false));
        });
        return boards;
    }

    private static async Task<Dictionary<string, Viewer>> RolesAsync(Forum forum, Dictionary<Where, Board> boards)
    {
        var elsewhere = await forum.BoardAsync("Elsewhere");
        var members = new Dictionary<string, Member>();
        foreach (var (role, (group, hasBoards)) in Roles.Where(r => r.Value.Group is not null))
        {
            var member = members[role] = await forum.MemberAsync($"role-{role}", group!.Value);
            if (role == "founder") await forum.Rows(d => d.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.IsFounder, true)));
            if (role == "elsewhere") await forum.ModeratorAsync(elsewhere, member);
            if (!hasBoards) continue;
            await forum.ModeratorAsync(boards[Where.Own], member);
            var plain = boards[Where.BelowWithoutInheritance].ParentId;
            await forum.ChangeBoardsAsync(d => d.BoardModerators.Add(new BoardModerator { BoardId = plain!.Value, MemberId = member.Id }));
        }
        var viewers = new Dictionary<string, Viewer> { ["guest"] = await forum.GuestAsync() };
        foreach (var (role, member) in members) viewers[role] = await forum.ViewerAsync(member);
        return viewers;
    }

    private static async Task<Target> PrepareAsync(Forum forum, Board board, Board to, Member author, string act)
    {
        var (thread, other) = (await forum.ThreadAsync(board, author, replies: 1), await forum.ThreadAsync(board, author));
        if (act == "type") await forum.Rows(d => d.Threads.Where(t => t.Id == thread.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.TypeId, 1)));
        var post = (await forum.FloorsAsync(thread.Id))[1];
        if (act is "restore" or "list bin" or "purge") await forum.ActAsync(forum.System, thread, new ThreadOrder { Delete = true });
        if (act is "open" or "undo") await forum.ActAsync(forum.System, thread, new ThreadOrder { Closed = true });
        if (act == "restore post") await forum.PostActAsync(forum.System, post, PostAct.Delete);
        if (act == "unblock post") await forum.PostActAsync(forum.System, post, PostAct.Block);
        return new Target(forum, thread, post, other, to);
    }

    private static async Task<string?> ThreadAsync(Viewer who, Target target, ThreadOrder order) => (await target.Forum.ActAsync(who, target.Thread, order))?.Code;

    private static async Task<string?> PostAsync(Viewer who, Target target, PostAct act) => (await target.Forum.PostActAsync(who, target.PostId, act))?.Code;
}
