using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Drafts;

/// <summary>Throws a draft away; the writer's own only, and never one that waits for its time.</summary>
public sealed class DiscardDraft(ForumDb db)
{
    public async Task<Outcome<DraftKey>> RunAsync(Viewer who, long id, CancellationToken cancel)
    {
        if (who.MemberId is not { } member) return Refusal.SignInFirst;
        var key = await db.Drafts.Where(d => d.Id == id && d.MemberId == member && d.PublishAt == null).Select(d => d.Key).SingleOrDefaultAsync(cancel);
        if (key is null || DraftKey.Read(key) is not { } form) return Refusal.NotFound;
        await db.Drafts.Where(d => d.Id == id).ExecuteDeleteAsync(cancel);
        return form;
    }

    /// <summary>In the transaction that posts the text: what was posted is no draft any more, on any device.</summary>
    public static Task PostedAsync(ForumDb db, Viewer who, PostChoices choices, CancellationToken cancel) =>
        choices.DraftKey is not { Length: > 0 } key ? Task.CompletedTask : db.Drafts.Where(d => d.MemberId == who.MemberId && d.Key == key && d.PublishAt == null).ExecuteDeleteAsync(cancel);
}
