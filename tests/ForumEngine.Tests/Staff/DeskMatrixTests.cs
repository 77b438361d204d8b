using ForumEngine.Accounts;
using ForumEngine.Addresses;
using ForumEngine.Boards;
using ForumEngine.Cleaning;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Reports;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Staff;
using ForumEngine.Tests.Permissions;
using ForumEngine.Warnings;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Staff;

/// <summary>
/// Every role × what is done at the desk × own board, sub-board with and without inheritance, foreign board: done by the use case to a
/// member of its own, and compared with the table in docs/desk.md.
/// </summary>
public sealed class DeskMatrixTests(ITestOutputHelper output)
{
    /// <summary><paramref name="Id"/> is of what the act is about: a sanction, warning, case or pending post.</summary>
    private sealed record Target(Forum Forum, Member Member, Board Board, Thread Thread, long Id, int Number);

    private static readonly Dictionary<string, Func<Viewer, Target, Task<string?>>> Acts = new()
    {
        ["mute in board"] = (who, t) => SanctionAsync(who, t, SanctionKind.Mute, t.Board.Id),
        ["review in board"] = (who, t) => SanctionAsync(who, t, SanctionKind.Review, t.Board.Id),
        ["block in board"] = (who, t) => SanctionAsync(who, t, SanctionKind.Block, t.Board.Id),
        ["mute everywhere"] = (who, t) => SanctionAsync(who, t, SanctionKind.Mute, null),
        ["block everywhere"] = (who, t) => SanctionAsync(who, t, SanctionKind.Block, null),
        ["lock"] = (who, t) => SanctionAsync(who, t, SanctionKind.Lock, null),
        ["lift mute"] = async (who, t) => (await t.Forum.Use<LiftSanction, Refusal?>(u => u.RunAsync(who, (int)t.Id, "why", default)))?.Code,
        ["hide sanction"] = async (who, t) => (await t.Forum.Use<ChangePublicity, Refusal?>(u => u.RunAsync(who, (int)t.Id, false, PrivacyReason.Minor, "", default)))?.Code,
        ["warn for post"] = async (who, t) => (await t.Forum.Use<WarnMember, Outcome<Warned>>(u => u.PostAsync(who, t.Id, new NewWarning("1", "30", "why"), default))).Refusal?.Code,
        ["warn as member"] = async (who, t) => (await t.Forum.Use<WarnMember, Outcome<Warned>>(u => u.MemberAsync(who, t.Member.Id, new NewWarning("1", "30", "why"), default))).Refusal?.Code,
        ["revoke warning"] = async (who, t) => (await t.Forum.Use<RevokeWarning, Outcome<Warning>>(u => u.RunAsync(who, (int)t.Id, "why", default))).Refusal?.Code,
        ["dismiss case"] = (who, t) => DecideAsync(who, t, new CaseVerdict(CaseDecision.None, "why")),
        ["delete on case"] = (who, t) => DecideAsync(who, t, new CaseVerdict(CaseDecision.Delete, "why")),
        ["mute on case"] = (who, t) => DecideAsync(who, t, new CaseVerdict(CaseDecision.Mute, "why") { Days = "1" }),
        ["approve"] = async (who, t) => (await t.Forum.Use<ApprovePending, Outcome<PostPlace>>(u => u.RunAsync(who, t.Id, null, default))).Refusal?.Code,
        ["reject"] = async (who, t) => (await t.Forum.Use<RejectPending, Refusal?>(u => u.RunAsync(who, t.Id, null, "why", default)))?.Code,
        ["clean up"] = async (who, t) => (await t.Forum.Use<RunSweep, Outcome<int>>(u => u.RunAsync(who,
            new SweepOrder(new SweepFilter(t.Member.UserName, null, null, t.Board.Id, null), null, "why"), default))).Refusal?.Code,
        ["ban address"] = async (who, t) => (await t.Forum.Use<BanAddress, Outcome<int>>(u => u.RunAsync(who,
            new NewAddressBan($"198.51.100.{t.Number}", AddressScope.Writing, "1", "why"), default))).Refusal?.Code,
        ["look up shared addresses"] = async (who, t) => (await t.Forum.Use<LookUpAlts, Refusal?>(u => u.RunAsync(who, t.Member.Id, false, "why", default)))?.Code,
        ["read log"] = async (who, t) => (await t.Forum.Use<LogSearch, Outcome<StaffLogList>>(u => u.ReadAsync(who, new LogFilter { Board = t.Board.Id }, default)))
            is { Refusal: null, Value.Lines.Count: > 0 } ? null : "NeedsStaffRight",
    };

    [Fact]
    public async Task Every_cell_is_as_the_table_says()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var cells = await new Matrix<Target>("desk.md", Acts, PrepareAsync).RunAsync(forum);
        output.WriteLine($"{cells} cells: {MatrixScene.Roles.Count} roles × {Acts.Count} acts × 4 boards");
    }

    /// <summary>A member of its own, since sanctions, warnings and cases of the same one would get in each other's way.</summary>
    private static async Task<Target> PrepareAsync(MatrixScene scene, string act, Board board)
    {
        var forum = scene.Forum;
        var number = await forum.Rows(d => d.Members.CountAsync());
        var member = await forum.MemberAsync($"author-{number}");
        var thread = await forum.ThreadAsync(board, member);
        var target = new Target(forum, member, board, thread, (await forum.FloorsAsync(thread.Id))[0], number % 250);
        var administrator = scene.Viewers["admin"];
        switch (act)
        {
            case "lift mute" or "hide sanction":
                await SanctionAsync(administrator, target, SanctionKind.Mute, board.Id);
                return target with { Id = await forum.Rows(d => d.Sanctions.Where(s => s.MemberId == member.Id).Select(s => s.Id).SingleAsync()) };
            case "revoke warning":
                await Acts["warn for post"](administrator, target);
                return target with { Id = await forum.Rows(d => d.Warnings.Where(w => w.MemberId == member.Id).Select(w => w.Id).SingleAsync()) };
            case "dismiss case" or "delete on case" or "mute on case":
                var reporter = await forum.ViewerAsync($"reporter-{number}");
                Assert.Empty(await forum.Use<ReportPost, IReadOnlyList<Refusal>>(async u => await u.RunAsync(reporter, target.Id, await AnyCategoryAsync(forum), "look", default)));
                return target with { Id = await forum.Rows(d => d.ReportCases.Where(c => c.PostId == target.Id).Select(c => c.Id).SingleAsync()) };
            case "approve" or "reject":
                await forum.SanctionAsync(member, SanctionKind.Review);
                return target with { Id = (await forum.ReplyAsync(await forum.ViewerAsync(member), thread, $"A text of {number}")).Value.PendingId!.Value };
            case "read log":
                await SanctionAsync(administrator, target, SanctionKind.Mute, board.Id);
                return target;
            default: return target;
        }
    }

    private static Task<int> AnyCategoryAsync(Forum forum) => forum.Rows(d => d.ReportCategories.Where(c => !c.NeedsWords && !c.IsRetired).Select(c => c.Id).FirstAsync());

    private static async Task<string?> SanctionAsync(Viewer who, Target target, SanctionKind kind, int? board) =>
        (await target.Forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(who, new NewSanction(target.Member.UserName!, kind, board, "1", null, "why"), default))).Refusal?.Code;

    private static async Task<string?> DecideAsync(Viewer who, Target target, CaseVerdict verdict) =>
        (await target.Forum.Use<DecideCase, Refusal?>(u => u.RunAsync(who, target.Id, verdict, default)))?.Code;
}
