using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tags;

/// <summary>Threads that carry a tag, the newest first; <paramref name="Next"/> is the id to go on before.</summary>
public sealed record TagPage(Tag Tag, IReadOnlyList<ThreadRow> Rows, long? Next, bool CanManage);

/// <summary>Reads a tag's page, for whoever may see one of its threads; for others it isn't there.</summary>
public sealed class TagPageQuery(ForumDb db, BoardTrees trees, SettingsSource settings)
{
    public const int PageSize = 20;

    /// <summary>A merged tag answers with the name of the one it went into.</summary>
    public async Task<Outcome<TagPage>> RunAsync(Viewer who, string name, long? before, CancellationToken cancel)
    {
        var folded = TagNames.Fold(name);
        if (folded.Length is 0 or > 200) return Refusal.NotFound;
        var tag = await db.Tags.SingleOrDefaultAsync(t => t.Folded == folded, cancel);
        if (tag is null) return Refusal.NotFound;
        if (tag.MergedIntoId is { } into) return await MovedAsync(who, into, cancel);

        var tree = await trees.CurrentAsync(cancel);
        var mayManage = who.May(StaffRight.ManageTags);
        var found = await RowsAsync(who, tree, tag.Id, before, cancel);
        if (found.Count == 0 && !mayManage) return Refusal.NotFound;
        if (tag.IsClosed && !mayManage) return new Refusal(RefusalKind.Gone, "TagPageClosed");
        var perPage = (await settings.CurrentAsync(cancel)).Reading.PostsPerPage;
        return new TagPage(tag, [.. found.Take(PageSize).Select(r => r.Complete(tree, perPage, null))],
            found.Count > PageSize ? found[PageSize - 1].Id : null, mayManage);
    }

    private async Task<Outcome<TagPage>> MovedAsync(Viewer who, int into, CancellationToken cancel)
    {
        var target = await db.Tags.SingleAsync(t => t.Id == into, cancel);
        return (await RowsAsync(who, await trees.CurrentAsync(cancel), into, null, cancel)).Count == 0 && !who.May(StaffRight.ManageTags)
            ? Refusal.NotFound : new Refusal(RefusalKind.Moved, "TagMerged", target.Name);
    }

    private Task<List<ThreadRow>> RowsAsync(Viewer who, BoardTree tree, int tagId, long? before, CancellationToken cancel)
    {
        var carrying = db.ThreadTags.Where(x => x.TagId == tagId && (before == null || x.ThreadId < before));
        return db.Threads.VisibleTo(who, tree).Where(t => t.RedirectToThreadId == null)
            .Join(carrying, t => t.Id, x => x.ThreadId, (t, x) => new { t, x }).OrderByDescending(j => j.x.ThreadId).Select(j => j.t)
            .Take(PageSize + 1).AsRows().ToListAsync(cancel);
    }
}
