using ForumEngine.Drafts;
using ForumEngine.Notices;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Scheduling;

/// <summary>
/// Publishes a thread that was waiting, through the very use case that the form calls: rights, board and sanctions are those of
/// this moment. Exactly once: a crash before the row is gone finds the first's post by its submission, and so does another node.
/// </summary>
public sealed class PublishDraft(ForumDb db, StartThread start, Viewers viewers)
{
    /// <summary>As its writer, when its time has come. A refusal is kept with the text and told to the writer, but for "too soon", which waits.</summary>
    public async Task RunAsync(long id, CancellationToken cancel)
    {
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.Id == id && d.PublishAt != null && d.Failure == null, cancel);
        if (draft is null) return;
        var fields = ScheduledThread.Read(draft);
        var who = await viewers.ForAsync(draft.MemberId, fields.Address, fields.Port, cancel);
        if (draft.PublishAt > who.Now) return;
        var done = await PublishAsync(who, draft, cancel);
        if (done.Refusal is { Kind: not RefusalKind.TooSoon } refused) await FailAsync(draft, refused, who.Now, cancel);
        if (done.Refusal is null && done.Value.PendingId is not null) await TellAsync(draft, who.Now, cancel);
    }

    /// <summary>By the writer, before its time.</summary>
    public async Task<Outcome<PostPlace>> NowAsync(Viewer who, Draft draft, CancellationToken cancel) => await PublishAsync(who, draft, cancel);

    private async Task<Outcome<PostPlace>> PublishAsync(Viewer who, Draft draft, CancellationToken cancel)
    {
        var place = await start.RunAsync(who, ScheduledThread.ToThread(draft), cancel);
        if (place.Refusal is not null) return place;
        var row = db.Drafts.Where(d => d.Id == draft.Id);
        // Changed in the very moment: the newer text stays in the list instead of being lost.
        if (await row.Where(d => d.Version == draft.Version).ExecuteDeleteAsync(cancel) == 0)
            await row.ExecuteUpdateAsync(d => d.SetProperty(x => x.PublishAt, (DateTime?)null), cancel);
        return place;
    }

    /// <summary>It waits for review now, among what they have sent there.</summary>
    private async Task TellAsync(Draft draft, DateTime now, CancellationToken cancel)
    {
        await db.InTransactionAsync(async () =>
        {
            await Notify.AddAsync(db, new Notice { MemberId = draft.MemberId, Kind = NoticeKind.ScheduledHeld, At = now, Title = draft.Title }, cancel);
            await db.SaveChangesAsync(cancel);
        }, cancel);
        viewers.Forget(draft.MemberId);
    }

    private async Task FailAsync(Draft draft, Refusal refused, DateTime now, CancellationToken cancel)
    {
        var told = await db.InTransactionAsync(async () =>
        {
            var failed = await db.Drafts.Where(d => d.Id == draft.Id && d.Version == draft.Version && d.Failure == null)
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.Failure, refused.Code).SetProperty(x => x.Version, x => x.Version + 1), cancel);
            if (failed == 0) return false;
            await Notify.AddAsync(db, new Notice { MemberId = draft.MemberId, Kind = NoticeKind.ScheduledFailed, At = now, Title = draft.Title, Reason = refused.Code }, cancel);
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
        if (told) viewers.Forget(draft.MemberId);
    }
}
