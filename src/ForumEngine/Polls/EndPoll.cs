using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Polls;

/// <summary>The author or staff end a poll early; its results are everybody's from then on.</summary>
public sealed class EndPoll(ForumDb db, FindPoll find)
{
    public async Task<Refusal?> RunAsync(Viewer who, long threadId, CancellationToken cancel)
    {
        var found = await find.ForChangingAsync(who, threadId, cancel);
        if (found.Refusal is { } refused) return refused;
        var thread = found.Value.Thread;
        return await db.InTransactionAsync<Refusal?>(async () =>
        {
            var ended = await db.Polls.Where(p => p.ThreadId == threadId && (p.EndsAt == null || p.EndsAt > who.Now))
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.EndsAt, who.Now), cancel);
            if (ended == 0) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
            if (!who.Is(thread.AuthorId)) db.Log(who, "poll.end", "", thread.BoardId, thread.Id, null, thread.IsAnonymous ? null : thread.AuthorId);
            await db.SaveChangesAsync(cancel);
            return null;
        }, cancel);
    }
}
