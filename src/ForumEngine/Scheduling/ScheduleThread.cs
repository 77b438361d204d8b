using ForumEngine.Drafts;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Scheduling;

/// <summary>
/// Keeps a thread for a later time, or changes one that is kept. What the form of a new thread refuses is refused now; at its
/// time everything is asked again.
/// </summary>
public sealed class ScheduleThread(ForumDb db, StartThread start)
{
    /// <summary>
    /// <paramref name="id"/> is the one to change, null a new one. The time is that of the form's choices. Answers with its id.
    /// Conflict "ScheduledGone": it was published, changed or thrown away meanwhile.
    /// </summary>
    public async Task<Outcome<long>> RunAsync(Viewer who, NewThread form, long? id, int? version, CancellationToken cancel)
    {
        if (who.MemberId is not { } member) return Refusal.SignInFirst;
        if (form.Choices.PublishAt is not { } at) return Refusal.Invalid("PublishAt", "PublishAtMissing");
        if (ScheduleRules.WhyNot(who, at) is { } refused) return refused;
        if (await start.WhyNotAsync(who, form, cancel) is { } wrong) return wrong;

        var fields = new ScheduledThread(form.TypeId, form.SubmissionId ?? Guid.NewGuid(), who.Address, who.Port, form.Choices with { PublishAt = null, DraftKey = null });
        return id is { } known ? await ChangeAsync(who, member, form, known, version, at, fields, cancel) : await AddAsync(who, member, form, at, fields, cancel);
    }

    private async Task<Outcome<long>> AddAsync(Viewer who, int member, NewThread form, DateTime at, ScheduledThread fields, CancellationToken cancel)
    {
        // The form's own id is its key: sent twice, it waits once.
        var key = form.SubmissionId is { } submission ? $"{ScheduledThread.KeyStart}{submission:N}" : ScheduledThread.NewKey();
        var mine = db.Drafts.Where(d => d.MemberId == member && d.Key.StartsWith(ScheduledThread.KeyStart));
        if (await mine.Where(d => d.Key == key).Select(d => (long?)d.Id).SingleOrDefaultAsync(cancel) is { } before) return before;
        if (await mine.Take(ScheduleRules.MostPerMember).CountAsync(cancel) == ScheduleRules.MostPerMember)
            return Refusal.Invalid("PublishAt", "TooManyScheduled", ScheduleRules.MostPerMember);
        var draft = new Draft
        {
            MemberId = member,
            Key = key,
            BoardId = form.BoardId,
            Title = PostText.CleanTitle(form.Title),
            Body = PostText.CleanBody(form.Body),
            Fields = fields.Write(),
            PublishAt = at,
            UpdatedAt = who.Now,
            Version = 1,
        };
        try
        {
            await db.InTransactionAsync(async () =>
            {
                db.Drafts.Add(draft);
                if (form.Choices.DraftKey is { } typed)
                    await db.Drafts.Where(d => d.MemberId == member && d.Key == typed && d.PublishAt == null).ExecuteDeleteAsync(cancel);
                await db.SaveChangesAsync(cancel);
            }, cancel);
            return draft.Id;
        }
        catch (DbUpdateException error) when (error.IsDuplicateKey())
        {
            db.ChangeTracker.Clear();
            return await mine.Where(d => d.Key == key).Select(d => d.Id).SingleAsync(cancel);
        }
    }

    private async Task<Outcome<long>> ChangeAsync(
        Viewer who, int member, NewThread form, long id, int? version, DateTime at, ScheduledThread fields, CancellationToken cancel)
    {
        var changed = await db.Drafts
            .Where(d => d.Id == id && d.MemberId == member && d.Key.StartsWith(ScheduledThread.KeyStart) && (version == null || d.Version == version))
            .ExecuteUpdateAsync(d => d
                .SetProperty(x => x.Title, PostText.CleanTitle(form.Title)).SetProperty(x => x.Body, PostText.CleanBody(form.Body))
                .SetProperty(x => x.Fields, fields.Write()).SetProperty(x => x.PublishAt, at).SetProperty(x => x.Failure, (string?)null)
                .SetProperty(x => x.UpdatedAt, who.Now).SetProperty(x => x.Version, x => x.Version + 1), cancel);
        return changed == 1 ? id : new Refusal(RefusalKind.Conflict, "ScheduledGone");
    }
}
