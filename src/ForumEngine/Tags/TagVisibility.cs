using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Threads;

namespace ForumEngine.Tags;

/// <summary>A tag is there for those who may see a thread that carries it: a name from a hidden board is as secret as its threads.</summary>
internal static class TagVisibility
{
    /// <summary>Those whose folded name comes after that one.</summary>
    public static IQueryable<Tag> After(this IQueryable<Tag> tags, string folded) =>
#pragma warning disable CA1309 // becomes > in SQL
        tags.Where(t => string.Compare(t.Folded, folded) > 0);
#pragma warning restore CA1309

    public static IQueryable<Tag> VisibleTo(this IQueryable<Tag> tags, ForumDb db, Viewer viewer, BoardTree tree)
    {
        var threads = db.Threads.VisibleTo(viewer, tree);
        return tags.Where(t => !t.IsClosed && t.MergedIntoId == null && t.Threads > 0
            && db.ThreadTags.Any(x => x.TagId == t.Id && threads.Any(v => v.Id == x.ThreadId)));
    }
}
