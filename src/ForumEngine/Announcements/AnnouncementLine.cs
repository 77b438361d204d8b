using ForumEngine.Markup;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Announcements;

/// <summary>An announcement, rendered.</summary>
public sealed record AnnouncementText(int Id, string Title, string Html, DateTime From, DateTime? Until, int? AuthorId, string AuthorName)
{
    public bool IsInForce(DateTime now) => From <= now && (Until is null || now < Until);
}

/// <summary>All announcements, in memory: for the line above the index and for their pages.</summary>
public sealed class AnnouncementLine(Snapshots snapshots)
{
    /// <summary>Those in force now, in the staff's order.</summary>
    public async Task<IReadOnlyList<AnnouncementText>> InForceAsync(DateTime now, CancellationToken cancel) =>
        [.. (await AllAsync(cancel)).Where(a => a.IsInForce(now))];

    /// <summary>Those that have begun, the newest first; the ones that have ended stay readable.</summary>
    public async Task<IReadOnlyList<AnnouncementText>> BegunAsync(DateTime now, CancellationToken cancel) =>
        [.. (await AllAsync(cancel)).Where(a => a.From <= now).OrderByDescending(a => a.From)];

    public async Task<AnnouncementText?> FindAsync(int id, DateTime now, CancellationToken cancel) =>
        (await AllAsync(cancel)).FirstOrDefault(a => a.Id == id && a.From <= now);

    private ValueTask<List<AnnouncementText>> AllAsync(CancellationToken cancel) =>
        snapshots.GetAsync(Kinds.Announcements, LoadAsync, cancel);

    private static async Task<List<AnnouncementText>> LoadAsync(ForumDb db, CancellationToken cancel)
    {
        var rows = await db.Announcements.OrderBy(a => a.Position).ThenByDescending(a => a.Id).ToListAsync(cancel);
        return rows.ConvertAll(a => new AnnouncementText(a.Id, a.Title, PostMarkup.ToHtml(a.Body), a.From, a.Until, a.AuthorId, a.AuthorName));
    }
}
