using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tags;

/// <summary>Closes a tag (it can't be given any more, has no page and isn't shown on threads), or opens it again.</summary>
public sealed class CloseTag(ForumDb db, TagDesk desk, Outbox outbox)
{
    public async Task<Refusal?> RunAsync(Viewer who, int id, bool close, CancellationToken cancel)
    {
        var found = await desk.FindAsync(who, id, cancel);
        if (found.Refusal is { } refused) return refused;
        var done = await db.InTransactionAsync(async () =>
        {
            if (await db.Tags.Where(t => t.Id == id && t.IsClosed != close).ExecuteUpdateAsync(t => t.SetProperty(x => x.IsClosed, close), cancel) == 0) return false;
            await desk.FollowAsync(who, close ? "tag.close" : "tag.open", id, new { tag = found.Value.Name }, cancel);
            return true;
        }, cancel);
        if (!done) return new Refusal(RefusalKind.Conflict, "AlreadyDone");
        outbox.Wake();
        return null;
    }
}
