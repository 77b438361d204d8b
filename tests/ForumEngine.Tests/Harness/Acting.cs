using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Checks;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Statistics;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tests.Harness;

/// <summary>Acts in a line each, and what they leave.</summary>
public static class Acting
{
    public static Task<Refusal?> ActAsync(this TestForum forum, Viewer who, Thread thread, ThreadOrder order) =>
        forum.Use<ActOnThreads, Refusal?>(u => u.RunAsync(who, thread.Id, order, default));

    public static Task<Outcome<ThreadRecord>> MergeAsync(this TestForum forum, Viewer who, Thread into, Thread from) =>
        forum.Use<MergeThreads, Outcome<ThreadRecord>>(u => u.RunAsync(who, into.Id, from.Id, ActNote.Of(""), default));

    public static Task<Outcome<(long Thread, ThreadRecord Record)>> SplitAsync(this TestForum forum, Viewer who, Thread thread, params int[] floors) =>
        forum.Use<SplitThread, Outcome<(long, ThreadRecord)>>(u => u.RunAsync(who, thread.Id, floors, "Split off", ActNote.Of(""), default));

    public static Task<Refusal?> PostActAsync(this TestForum forum, Viewer who, long post, PostAct act) =>
        forum.Use<OnPost, Refusal?>(async u => (await u.RunAsync(who, post, act, ActNote.Of(""), default)).Refusal);

    public static Task<Refusal?> UndoAsync(this TestForum forum, Viewer who, long record) =>
        forum.Use<UndoAct, Refusal?>(async u => (await u.RunAsync(who, record, ActNote.Silent, default)).Refusal);

    public static Task<Refusal?> UndoLastAsync(this TestForum forum, Viewer who) =>
        forum.Use<UndoAct, Refusal?>(async u => (await u.RunAsync(who, await forum.Rows(d => d.ThreadRecords.MaxAsync(r => r.Id)), ActNote.Silent, default)).Refusal);

    public static Task<Thread> ReloadAsync(this TestForum forum, Thread thread) => forum.Rows(d => d.Threads.SingleAsync(t => t.Id == thread.Id));

    /// <summary>The thread as its use case wrote it.</summary>
    public static async Task<Thread> StartedAsync(this TestForum forum, Viewer who, Board board, string title = "A title", string body = "Some text")
    {
        var place = (await forum.StartAsync(who, board, title, body)).Value;
        return await forum.Rows(d => d.Threads.SingleAsync(t => t.Id == place.ThreadId));
    }

    /// <summary>Post ids by floor.</summary>
    public static Task<List<long>> FloorsAsync(this TestForum forum, long threadId) =>
        forum.Rows(d => d.Posts.Where(p => p.ThreadId == threadId).OrderBy(p => p.Floor).Select(p => p.Id).ToListAsync());

    /// <summary>`forum check` finds nothing; members that <see cref="Builder"/> wrote were counted by nobody, and are counted first.</summary>
    public static async Task AssertCleanAsync(this TestForum forum)
    {
        await forum.Rows(async db =>
        {
            var members = await db.Members.CountAsync();
            await db.SiteCounters.Where(c => c.Name == SiteCounter.Members).ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, members));
            var zone = (await forum.Service<SettingsSource>().CurrentAsync(default)).Zone();
            foreach (var day in (await db.Members.Select(m => m.JoinedAt).ToListAsync()).GroupBy(at => at.DayIn(zone)))
            {
                var joined = day.Count();
                if (await db.SiteDays.Where(d => d.Day == day.Key).ExecuteUpdateAsync(d => d.SetProperty(x => x.Members, joined)) == 0)
                    db.SiteDays.Add(new SiteDay { Day = day.Key, Members = joined });
            }
            await db.SaveChangesAsync();
            return true;
        });
        var report = await forum.Use<CheckForum, CheckReport>(u => u.RunAsync(false, default));
        Expect.None(report.Findings.Where(f => !f.Holds).Select(f => $"{f.Check}: {string.Join("; ", f.Examples)}"));
    }
}
