using ForumEngine.Permissions;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Drafts;

/// <summary>The draft that a form offers to go on with: the writer's own, never one that waits for its time.</summary>
public sealed class FindDraft(ForumDb db)
{
    public Task<Draft?> RunAsync(Viewer who, string key, CancellationToken cancel) =>
        who.MemberId is not { } member ? Task.FromResult<Draft?>(null)
            : db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.MemberId == member && d.Key == key && d.PublishAt == null, cancel);
}
