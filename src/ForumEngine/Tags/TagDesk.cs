using ForumEngine.Boards;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Tags;

/// <summary>All tags for those who manage them; <paramref name="Next"/> is the folded name to go on after.</summary>
public sealed record TagDeskList(string Beginning, IReadOnlyList<TagOnDesk> Tags, string? Next);

public sealed record TagOnDesk(int Id, string Name, int Threads, bool IsClosed, string? MergedInto);

/// <summary>Looks up what staff with <see cref="StaffRight.ManageTags"/> act on; to others it isn't there.</summary>
public sealed class TagDesk(ForumDb db)
{
    private const int PageSize = 50;

    public async Task<Outcome<TagDeskList>> ReadAsync(Viewer who, string? beginning, string? after, CancellationToken cancel)
    {
        if (!who.May(StaffRight.ManageTags)) return Refusal.NotFound;
        var folded = TagNames.Fold(Posts.PostText.CleanTitle(beginning));
        var tags = db.Tags.AsQueryable();
        if (folded.Length is > 0 and <= 200) tags = tags.Where(t => t.Folded.StartsWith(folded));
        if (after is not null) tags = tags.After(after);
        var found = await tags.OrderBy(t => t.Folded).Take(PageSize + 1).Select(t => new
        {
            t.Folded,
            Tag = new TagOnDesk(t.Id, t.Name, t.Threads, t.IsClosed, db.Tags.Where(m => m.Id == t.MergedIntoId).Select(m => m.Name).FirstOrDefault()),
        }).ToListAsync(cancel);
        return new TagDeskList(Posts.PostText.CleanTitle(beginning), [.. found.Take(PageSize).Select(t => t.Tag)], found.Count > PageSize ? found[PageSize - 1].Folded : null);
    }

    /// <summary>One that wasn't merged into another.</summary>
    public async Task<Outcome<Tag>> FindAsync(Viewer who, int id, CancellationToken cancel) =>
        who.May(StaffRight.ManageTags) && await db.Tags.SingleOrDefaultAsync(t => t.Id == id && t.MergedIntoId == null, cancel) is { } tag
            ? tag : Refusal.NotFound;

    /// <summary>In the transaction of the act: the line in the log, and the threads follow from the outbox.</summary>
    internal async Task FollowAsync(Viewer who, string act, int tagId, object details, CancellationToken cancel)
    {
        db.Log(who, act, details: BoardLog.Json(details));
        Outbox.Add(db, TagRewrite.Kind, new TagRewrite(tagId, 0), who.Now);
        await db.SaveChangesAsync(cancel);
    }
}
