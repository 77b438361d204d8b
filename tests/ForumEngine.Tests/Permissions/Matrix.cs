using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Permissions;

/// <summary>Boards as their moderators have them.</summary>
public enum Where
{
    Own, Inherited, BelowWithoutInheritance, Foreign,
}

/// <summary>
/// Roles × acts × boards, each cell done for real and compared with a table of the docs. Cells are all, own (boards given to
/// them and those below that inherit) or –.
/// </summary>
/// <typeparam name="T">What an act is done to; what was refused is untouched and serves for the next role.</typeparam>
internal sealed class Matrix<T>(string doc, IReadOnlyDictionary<string, Func<Viewer, T, Task<string?>>> acts, Func<MatrixScene, string, Board, Task<T>> prepare)
{
    /// <summary>Who may not do it may do nothing: no other refusal hides a right that is there.</summary>
    private static readonly string[] NoRight =
        ["NeedsStaffRight", "NotFound", "SignInFirst", "NotYours", "StickTooHigh", "DigestTooHigh", "OnlyInYourBoards", "NeedsAdministrator", "NothingToClean"];

    /// <summary>Cells done; all as the table says, or the test fails.</summary>
    public async Task<int> RunAsync(Forum forum)
    {
        var table = ReadTable();
        Assert.Equal(acts.Keys.Order(), table.Keys.Select(k => k.Act).Distinct().Order());
        Assert.Equal(MatrixScene.Roles.Keys.Order(), table.Keys.Select(k => k.Role).Distinct().Order());
        var scene = await MatrixScene.OnAsync(forum);
        var wrong = new List<string>();
        var untouched = new Dictionary<(string, Where), T>();
        foreach (var ((act, role), expected) in table)
            foreach (var place in Enum.GetValues<Where>())
            {
                if (!untouched.Remove((act, place), out var target)) target = await prepare(scene, act, scene.Boards[place]);
                var code = await acts[act](scene.Viewers[role], target);
                if (code is not null) untouched[(act, place)] = target;
                var allowed = expected == "all" || (expected == "own" && place is Where.Own or Where.Inherited && MatrixScene.Roles[role].HasBoards);
                if (allowed ? code is not null : !NoRight.Contains(code)) wrong.Add($"{act} by {role} in {place}: {code ?? "done"}, table says {expected}");
            }
        Expect.None(wrong);
        return table.Count * Enum.GetValues<Where>().Length;
    }

    private Dictionary<(string Act, string Role), string> ReadTable()
    {
        var rows = File.ReadAllLines(Path.Combine(Checkout.Root, "docs", doc))
            .SkipWhile(l => !l.StartsWith("| Act |", StringComparison.Ordinal)).TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)).ToList();
        var roles = rows[0][1..];
        return rows.Skip(2).SelectMany(row => roles.Select((role, i) => (Key: (row[0], role), Cell: row[i + 1]))).ToDictionary(c => c.Key, c => c.Cell);
    }
}

/// <summary>One viewer for each role, boards in each place, and the author of what is acted upon.</summary>
internal sealed record MatrixScene(Forum Forum, IReadOnlyDictionary<Where, Board> Boards, Board To, Member Author)
{
    /// <summary>Columns of the tables; the group, and whether boards are given to them.</summary>
    public static readonly Dictionary<string, (int? Group, bool HasBoards)> Roles = new()
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

    public Dictionary<string, Viewer> Viewers { get; } = [];

    public static async Task<MatrixScene> OnAsync(Forum forum)
    {
        await forum.WithoutWaitingAsync();
        var scene = new MatrixScene(forum, await BoardsAsync(forum), await forum.BoardAsync("Target"), await forum.MemberAsync("author"));
        scene.Viewers["guest"] = await forum.GuestAsync();
        var elsewhere = await forum.BoardAsync("Elsewhere");
        foreach (var (role, (group, hasBoards)) in Roles.Where(r => r.Value.Group is not null))
        {
            var member = await forum.MemberAsync($"role-{role}", group!.Value);
            if (role == "founder") await forum.Rows(d => d.Members.Where(m => m.Id == member.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.IsFounder, true)));
            if (role == "elsewhere") await forum.ModeratorAsync(elsewhere, member);
            if (hasBoards) await forum.ModeratorAsync(scene.Boards[Where.Own], member);
            var plain = scene.Boards[Where.BelowWithoutInheritance].ParentId!.Value;
            if (hasBoards) await forum.ChangeBoardsAsync(d => d.BoardModerators.Add(new BoardModerator { BoardId = plain, MemberId = member.Id }));
            scene.Viewers[role] = await forum.ViewerAsync(member);
        }
        return scene;
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
}
