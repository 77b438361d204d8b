using ForumEngine.Acts;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.RecycleBin;
using ForumEngine.Reports;
using ForumEngine.Review;
using ForumEngine.Sanctions;
using ForumEngine.Tests.Acts;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.RecycleBin;

/// <summary>Whichever way something is removed: it lies in the bin, every invariant holds, and it comes back from there.</summary>
public sealed class RemovalsTests
{
    [Theory, EveryDatabase]
    public async Task What_a_decision_on_a_case_deletes_lies_in_the_bin_and_its_record_can_be_undone(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var reply = (await forum.ReplyAsync(author, thread, "An answer")).Value.PostId;
        var first = (await forum.FloorsAsync(thread.Id))[0];
        var reader = await forum.ViewerAsync("reader");
        foreach (var (post, whole, decision) in new[] { (reply, false, CaseDecision.Delete), (first, true, CaseDecision.DeleteAndMute) })
        {
            Assert.Empty(await forum.Use<ReportPost, IReadOnlyList<Refusal>>(u => u.RunAsync(reader, post, CaseCategory.Spam, "look", default)));
            var id = await forum.Rows(d => d.ReportCases.Where(c => c.PostId == post).Select(c => c.Id).SingleAsync());
            Assert.Null(await forum.Use<DecideCase, Refusal?>(u => u.RunAsync(staff, id, new CaseVerdict(decision, "Sold what isn't there") { Days = "3" }, default)));
            await LiesInTheBinAsync(forum, staff, thread, whole ? null : post, "admin", "Sold what isn't there");
            Assert.Null(await forum.UndoLastAsync(staff));
            await IsBackAsync(forum, thread, post);
        }
        Assert.Equal(2, await forum.Rows(d => d.StaffActs.CountAsync(a => a.Act == "thread.delete" || a.Act == "post.delete")));
    }

    [Theory, EveryDatabase]
    public async Task A_published_post_whose_change_is_rejected_lies_in_the_bin_and_its_record_can_be_undone(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var reply = (await forum.ReplyAsync(author, thread, "An answer")).Value.PostId;
        var first = (await forum.FloorsAsync(thread.Id))[0];
        var member = await forum.Rows(d => d.Members.SingleAsync(m => m.Id == author.MemberId));
        await forum.SanctionAsync(member, SanctionKind.Review);
        author = await forum.ViewerAsync(member);
        foreach (var (post, whole) in new[] { (reply, false), (first, true) })
        {
            Assert.Null((await forum.EditAsync(author, post, "Another text", whole ? "A title" : null)).Refusal);
            await forum.AssertCleanAsync();
            var id = await forum.Rows(d => d.PendingPosts.Where(p => p.PostId == post).Select(p => p.Id).SingleAsync());
            Assert.Null(await forum.Use<RejectPending, Refusal?>(u => u.RunAsync(staff, id, null, "Not so", default)));
            await LiesInTheBinAsync(forum, staff, thread, whole ? null : post, "admin", "Not so");
            Assert.Null(await forum.UndoLastAsync(staff));
            await IsBackAsync(forum, thread, post);
        }
        // Nothing says to the author any more that it was sent back.
        Assert.Equal(0, await forum.Rows(d => d.PendingPosts.CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task What_authors_take_back_lies_in_the_bin_and_staff_restore_it(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var reply = (await forum.ReplyAsync(author, thread, "An answer")).Value.PostId;
        var first = (await forum.FloorsAsync(thread.Id))[0];
        Assert.Null((await forum.Use<DeleteOwnPost, Outcome<PostInPlace>>(u => u.RunAsync(author, reply, default))).Refusal);
        await LiesInTheBinAsync(forum, staff, thread, reply, "author", "");
        Assert.Null((await forum.Use<DeleteOwnPost, Outcome<PostInPlace>>(u => u.RunAsync(author, first, default))).Refusal);
        await LiesInTheBinAsync(forum, staff, thread, null, "author", "");
        Assert.Null(await forum.PostActAsync(staff, first, PostAct.Restore));
        Assert.Null(await forum.PostActAsync(staff, reply, PostAct.Restore));
        await IsBackAsync(forum, thread, reply);
    }

    [Theory, EveryDatabase]
    public async Task What_a_clean_up_takes_names_who_ordered_it_and_what_others_deleted_since_stays(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var (staff, author, thread) = await MarkTests.SceneAsync(forum);
        var other = await forum.StartedAsync(await forum.ViewerAsync("other"), await forum.Rows(d => d.Boards.SingleAsync()), "Another title");
        var (taken, again) = ((await forum.ReplyAsync(author, other, "Buy this")).Value.PostId, (await forum.ReplyAsync(author, other, "Buy that")).Value.PostId);
        var wish = new NewSanction("author", SanctionKind.Mute, null, "3", null, "advertising") { CleanUp = new(0, ProfileParts.None) };
        var id = (await forum.Use<SanctionMember, Outcome<int>>(u => u.RunAsync(staff, wish, default))).Value;
        while (await forum.Rows(d => d.CleanUps.AnyAsync(c => c.State == CleanUpState.Running))) await forum.RunJobsAsync();
        await LiesInTheBinAsync(forum, staff, thread, null, "admin", "advertising");
        await LiesInTheBinAsync(forum, staff, other, taken, "admin", "advertising");
        Assert.Null(await forum.PostActAsync(staff, taken, PostAct.Restore));
        Assert.Null(await forum.PostActAsync(staff, again, PostAct.Restore));
        // Its author, who leaves no line in the staff log.
        Assert.Null((await forum.Use<DeleteOwnPost, Outcome<PostInPlace>>(async u => await u.RunAsync(author with { Now = forum.Now }, again, default))).Refusal);

        Assert.Null(await forum.Use<LiftSanction, Refusal?>(u => u.RunAsync(staff, id, "mistake", default)));
        while (await forum.Rows(d => d.CleanUps.AnyAsync(c => c.State == CleanUpState.Undoing))) await forum.RunJobsAsync();
        Assert.Equal((ContentState.Published, ContentState.Recycled), await forum.Rows(async d => (await d.Threads.Where(t => t.Id == thread.Id).Select(t => t.State).SingleAsync(),
            await d.Posts.Where(p => p.Id == again).Select(p => p.State).SingleAsync())));
        await LiesInTheBinAsync(forum, staff, other, again, "author", "");
    }

    private static async Task LiesInTheBinAsync(Forum forum, Viewer staff, Thread thread, long? post, string by, string reason)
    {
        await forum.AssertCleanAsync();
        var page = await forum.Use<BinPageQuery, BinPage>(u => u.RunAsync(staff, new BinQuery(post is not null, null, null, null, null), default));
        var line = Assert.Single(page.Lines, l => l.ThreadId == thread.Id && l.PostId == post);
        Assert.Equal((by, reason), (line.ByName, line.Reason));
    }

    private static async Task IsBackAsync(Forum forum, Thread thread, long post)
    {
        await forum.AssertCleanAsync();
        Assert.Equal((0, ContentState.Published, ContentState.Published), await forum.Rows(async d => (await d.BinItems.CountAsync(),
            await d.Threads.Where(t => t.Id == thread.Id).Select(t => t.State).SingleAsync(), await d.Posts.Where(p => p.Id == post).Select(p => p.State).SingleAsync())));
    }
}
