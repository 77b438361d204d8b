using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Scheduling;

/// <summary>
/// Takes a thread's time away; its text stays in the list. One that has no time any more, or failed, is thrown away: so nothing
/// is lost with one press.
/// </summary>
public sealed class StopScheduled(ForumDb db)
{
    public async Task<Refusal?> RunAsync(Viewer who, long id, CancellationToken cancel)
    {
        var mine = db.Drafts.Where(d => d.Id == id && d.MemberId == who.MemberId && d.Key.StartsWith(ScheduledThread.KeyStart));
        if (await mine.Where(d => d.PublishAt != null && d.Failure == null)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.PublishAt, (DateTime?)null).SetProperty(x => x.Version, x => x.Version + 1), cancel) == 1) return null;
        return Refusal.NotFound;
    }

    /// <summary>Only what isn't going to be published.</summary>
    public async Task<Refusal?> DiscardAsync(Viewer who, long id, CancellationToken cancel) =>
        await db.Drafts.Where(d => d.Id == id && d.MemberId == who.MemberId && d.Key.StartsWith(ScheduledThread.KeyStart) && (d.PublishAt == null || d.Failure != null))
            .ExecuteDeleteAsync(cancel) == 1 ? null : Refusal.NotFound;
}
