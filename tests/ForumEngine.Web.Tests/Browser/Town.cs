using ForumEngine.Accounts;
using ForumEngine.Acts;
using ForumEngine.Attachments;
using ForumEngine.Avatars;
using ForumEngine.Boards;
using ForumEngine.Codes;
using ForumEngine.Drafts;
using ForumEngine.Groups;
using ForumEngine.Permissions;
using ForumEngine.Polls;
using ForumEngine.Posts;
using ForumEngine.Reports;
using ForumEngine.Sanctions;
using ForumEngine.Scheduling;
using ForumEngine.Setup;
using ForumEngine.Staff;
using ForumEngine.Tests.Attachments;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>
/// The demo community, with one of everything that a page can show: what the walks over all pages look at. The site is its
/// own, since the demo wants a database without threads, and in Development, where the style page is.
/// </summary>
internal sealed record Town(Site Site, Member Member, Member Moderator, Board Board, Board Empty, Board StaffOnly, Thread Thread, Thread Mine, Thread Closed, Thread Deleted, Sanction Sanction, Code Code, long Unnamed)
{
    /// <summary>A thread with a poll, tagged, in which the moderator has voted.</summary>
    public long Poll { get; private init; }

    public int Tag { get; private init; }

    /// <summary>A board with a password.</summary>
    public required Board Locked { get; init; }

    /// <summary>What the founder did to the member's thread; the next one is theirs too.</summary>
    public long Record { get; private init; }

    /// <summary>A reply that stands on top of it.</summary>
    public long Pinned { get; private init; }

    /// <summary>The deleted thread's.</summary>
    public long BinItem { get; private init; }
    /// <summary>A sanction with evidence, and its appeal, which waits.</summary>
    public int Appealed { get; private init; }

    public int Appeal { get; private init; }

    /// <summary>A sanction on the town's member that they may appeal: no links in an empty board.</summary>
    public int Appealable { get; private init; }

    /// <summary>The member's own.</summary>
    public long WarnedPost { get; private init; }

    public int Warning { get; private init; }

    /// <summary>A mass clean-up that was done.</summary>
    public int Sweep { get; private init; }

    /// <summary>A thread of the founder's that waits for its time.</summary>
    public long Scheduled { get; private init; }

    /// <summary>A case that somebody without an account brought.</summary>
    public long Complained { get; private init; }

    /// <summary>Waits to be approved as a member.</summary>
    public int Applicant { get; private init; }

    /// <summary>A reply of somebody's that waits for review, and a rejected thread of the member's own.</summary>
    public long Pending { get; private init; }

    public long OwnPending { get; private init; }
    public int Word { get; private init; }
    public int Policy { get; private init; }
    public int DryRun { get; private init; }

    /// <summary>Of administrators.</summary>
    public int Role { get; private init; }

    /// <summary>A picture in a reply of the member's own.</summary>
    public required Attachment File { get; init; }

    /// <summary>Has an avatar.</summary>
    public required Member Pictured { get; init; }

    private const string MemberName = "山脚下的邮递员";

    public static async Task<Town> BuildAsync()
    {
        var site = await Site.StartAsync(Db.Sqlite, null, "--environment=Development");
        await SeedAsync(site);
        var board = await site.Rows(db => db.Boards.Where(b => b.Slug == "teahouse").SingleAsync());
        var moderator = await site.MemberAsync("值班的版主", Group.Moderators);
        await site.ModeratorAsync(board, moderator);
        var member = await site.MemberAsync(MemberName);
        var mine = await site.ThreadAsync(board, member, "修好了楼道的灯，顺便问问谁家有梯子", replies: 1);
        var closed = await site.ThreadAsync(board, moderator, "本版的老规矩，看完再发帖", adjust: t => (t.IsClosed, t.Sticky) = (true, Sticky.Board));
        var deleted = await site.ThreadAsync(board, member, "发错版块的出租信息");
        await site.ThreadAsync(board, member, new string('长', 80));
        await site.ThreadAsync(board, member, "AVeryLongWordWithoutAnySpaceInItThatNoScreenIsWideEnoughForSoItHasToBeBroken", replies: 12);
        await site.RunJobsAsync();
        using var staff = await site.VisitorAsync(moderator, "zh-CN");
        (await staff.PostFormAsync($"/desk/threads/{deleted.Id}/delete", new { Reason = "与本版无关" })).Is(303);
        var who = await site.ViewerAsync(moderator);
        Assert.Null((await site.ReplyAsync(who, mine, "我家有，晚上八点以后来拿。")).Refusal);
        var other = await site.Rows(db => db.Posts.Where(p => p.ThreadId == mine.Id && p.Floor == 2).Select(p => p.Id).SingleAsync());
        Assert.Empty(await site.Use<ReportPost, IReadOnlyList<Refusal>>(u => u.RunAsync(who, other, CaseCategory.Spam, "同一条广告，上午也发过。", default)));
        var thread = await site.Rows(db => db.Threads.Where(t => t.State == ContentState.Published).OrderByDescending(t => t.Replies).FirstAsync());
        for (var i = 0; i < 12; i++) Assert.Null((await site.ReplyAsync(who, thread, $"接着说第 {i + 1} 句，iPhone 17 与 RSS 都试过了。")).Refusal);
        var writer = await site.ViewerAsync(member);
        foreach (var (key, title, text) in (IEnumerable<(string, string, string)>)[($"board-{board.Id}", "想找人一起拼车去机场", "周六早上六点出发，还有两个座位。"), ($"reply-{thread.Id}", "", "同意楼上，[b]不过[/b]要先问过物业。")])
            Assert.Null((await site.Use<SaveDraft, Outcome<DraftKept>>(u => u.RunAsync(writer, new DraftText(key, title, text, "", 0), default))).Refusal);
        var troll = await site.MemberAsync("深夜刷屏的人");
        var pictured = await site.ViewerAsync(troll);
        Assert.Null(await site.Use<SetAvatar, Refusal?>(s => s.RunAsync(pictured, new MemoryStream(Uploads.Png(300, 300)), default, default)));
        var file = await HangAsync(site, await site.ViewerAsync(member), board, mine);
        var sanction = await site.SanctionAsync(troll, SanctionKind.Mute, board, TimeSpan.FromDays(3));
        await site.RunJobsAsync();
        await AntiSpam.FillAsync(site);
        await TownSite.AddAsync(site);
        var (warned, warning) = await AntiSpam.WarnAsync(site, await site.ViewerAsync(moderator), mine);
        var empty = await site.BoardAsync("还没有人写过的版块", await site.Rows(db => db.Boards.FirstAsync(b => b.Kind == BoardKind.Category)));
        var staffOnly = await site.Rows(db => db.Boards.Where(b => b.Slug == "announcements").SingleAsync());
        await site.Rows(async db =>
        {
            db.Codes.Add(new Code { Tag = "tip", Template = "<blockquote>{content}</blockquote>", Explanation = "一句提示" });
            return await db.SaveChangesAsync();
        });
        await BackUpAsync(site);
        var stored = await site.Rows(db => db.Codes.SingleAsync());
        await site.Rows(db => db.Posts.Where(p => p.ThreadId == closed.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsAnonymous, true)));
        var unnamed = await site.Rows(db => db.Posts.Where(p => p.ThreadId == closed.Id).Select(p => p.Id).SingleAsync());
        var filter = await TownReview.AddAsync(site, board, mine, member, troll);
        var sanctions = await TownSanctions.AddAsync(site, moderator, member, board, empty);
        var locked = await TownBoards.AddAsync(site, board, member.UserName!);
        return new Town(site, member, moderator, board, empty, staffOnly, thread, mine, closed, deleted, sanction, stored, unnamed)
        {
            File = file,
            Locked = locked,
            Pictured = troll,
            Role = await TownDoors.AddAsync(site, member),
            Pending = filter.Pending,
            OwnPending = filter.Own,
            Word = filter.Word,
            Policy = filter.Policy,
            DryRun = filter.DryRun,
            Appealed = sanctions.Appealed,
            Appeal = sanctions.Appeal,
            Appealable = sanctions.Appealable,
            WarnedPost = warned,
            Warning = warning,
            Sweep = await AntiSpam.SweepAsync(site, board),
            Poll = await PollAsync(site, board, member, who),
            Tag = await site.Rows(db => db.Tags.Where(t => t.Name == "电工").Select(t => t.Id).SingleAsync()),
            Scheduled = await ScheduledAsync(site, board),
            Pinned = other,
            Record = await ActAsync(site, mine, other),
            BinItem = await site.Rows(db => db.BinItems.Where(i => i.PostId == null).Select(i => i.Id).FirstAsync()),
            Complained = await ComplainAsync(site),
            Applicant = await ApplyAsync(site),
        };
    }

    /// <summary>One backup that is there and one that failed, by the log.</summary>
    private static async Task BackUpAsync(Site site)
    {
        var folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "backups"));
        await System.IO.File.WriteAllBytesAsync(Path.Combine(folder.FullName, "forum-20261125-200003.tar"), new byte[2048]);
        await site.Rows(db =>
        {
            db.StaffActs.Add(new StaffAct { At = site.Now, ActorName = "backup", Act = "backup.made", Details = """{"file":"forum-20261125-200003.tar","bytes":734003200,"rows":2140033,"files":81020,"seconds":214}""" });
            db.StaffActs.Add(new StaffAct { At = site.Now, ActorName = Template.Founder, Act = "backup.failed", Details = """{"file":"forum-20261126-010203.tar","error":"No space left on device : '/srv/forum/data/backups/forum-20261126-010203.tar.part'"}""" });
            return db.SaveChangesAsync();
        });
    }

    private static async Task<long> PollAsync(Site site, Board board, Member member, Viewer voter)
    {
        var draft = new PollDraft([new("周六上午"), new("周六下午，雨天顺延"), new("周日")], MaxChoices: 2, Days: 30, VotersArePublic: true);
        var thread = (await site.StartAsync(await site.ViewerAsync(member), board, "哪天一起修路灯？", "定一天，带上梯子和电笔。", choices: new PostChoices { Poll = draft, Tags = "路灯,电工,周末" })).Value.ThreadId;
        var options = await site.Rows(db => db.PollOptions.Where(o => o.ThreadId == thread).OrderBy(o => o.Position).Select(o => o.Id).ToListAsync());
        Assert.Null(await site.Use<VoteInPoll, Refusal?>(u => u.RunAsync(voter, thread, options[..2], default)));
        return thread;
    }

    /// <summary>Something of what staff do, and its first record.</summary>
    private static async Task<long> ActAsync(Site site, Thread thread, long reply)
    {
        var founder = await site.ViewerAsync(await site.Rows(db => db.Members.SingleAsync(m => m.UserName == Template.Founder)));
        var order = new ThreadOrder { Digest = 2, Highlight = new Highlight(6, true, false, false, 4), Stamp = Stamps.Solved, Until = site.Now.AddDays(30), Note = ActNote.Of("写得清楚，推荐给大家。") };
        var done = (await site.Use<ActOnThreads, Outcome<IReadOnlyList<ThreadResult>>>(u => u.RunAsync(founder, [thread.Id], order, default))).Value[0];
        Assert.Null(done.Refusal);
        Assert.Null((await site.Use<OnPost, Outcome<ThreadRecord>>(u => u.RunAsync(founder, reply, PostAct.Pin, ActNote.Silent, default))).Refusal);
        return done.Records[0];
    }

    private static async Task<int> ApplyAsync(Site site)
    {
        var applicant = await site.MemberAsync("新邻居", Group.Waiting);
        return await site.Rows(async db =>
        {
            db.Applications.Add(new Application { MemberId = applicant.Id, Reason = "住在三号楼，想看看大家怎么修路灯。", At = site.Now });
            await db.SaveChangesAsync();
            return applicant.Id;
        });
    }

    private static async Task<long> ComplainAsync(Site site)
    {
        var guest = await site.GuestAsync();
        var typed = new NewComplaint("澄江摄影工作室", "studio@example.test", "https://forum.example.test/threads/3", CaseCategory.Other, "著作权", "帖子里的照片是我们拍的，没有得到许可。", true);
        Assert.Empty((await site.Use<SendComplaint, (string Code, IReadOnlyList<Refusal> Problems)>(u => u.RunAsync(guest, typed, default))).Problems);
        return await site.Rows(db => db.Complaints.Select(c => c.CaseId).SingleAsync());
    }

    private static async Task<long> ScheduledAsync(Site site, Board board)
    {
        var founder = await site.ViewerAsync(await site.Rows(db => db.Members.SingleAsync(m => m.UserName == Template.Founder)));
        var form = new NewThread(board.Id, "周末活动的通知", "周五晚上八点发。", null, Guid.NewGuid()) { Choices = new PostChoices { PublishAt = founder.Now.AddDays(2) } };
        return (await site.Use<ScheduleThread, Outcome<long>>(u => u.RunAsync(founder, form, null, null, default))).Value;
    }

    /// <summary>A reply with a picture in its text, and a picture and a file below it.</summary>
    private static async Task<Attachment> HangAsync(Site site, Viewer who, Board board, Thread thread)
    {
        var shown = (await site.UploadAsync(who, board, "楼道的灯.png", Uploads.Png(900, 600))).Value;
        var below = (await site.UploadAsync(who, board, "梯子.png", Uploads.Png(500, 700))).Value;
        var plan = (await site.UploadAsync(who, board, "线路图.pdf", Uploads.Text())).Value;
        Assert.Null((await site.Use<ReplyToThread, Outcome<PostPlace>>(u => u.RunAsync(who, new Reply(thread.Id, $"修好以后：[attachimg]{shown.Id}[/attachimg]", null, null)
        {
            Choices = new PostChoices { Files = [shown.Id, below.Id, plan.Id] },
        }, default))).Refusal);
        return shown;
    }

    /// <summary>The test template has no boards; set up once more, it gets the city's.</summary>
    private static async Task SeedAsync(Site site)
    {
        await site.Rows(db => db.Settings.Where(s => s.Key == "Site.IsSetUp").ExecuteDeleteAsync());
        var order = new SiteOrder("澄江社区", Template.Founder, "founder@example.test", Template.Password);
        Assert.Null((await site.Use<SetUpSite, Outcome<SiteMade>>(s => s.RunAsync(order, default))).Refusal);
        Assert.Null((await site.Use<SeedDemo, Outcome<int>>(s => s.RunAsync(null, default))).Refusal);
        await site.SetAsync("Site.Tagline", "住在澄江的人");
        await site.SetAsync("Site.Icp", "滇ICP备2026000001号");
        await site.SetAsync("Site.ContactQq", "10000");
    }
}
