using ForumEngine.Acts;
using ForumEngine.Attachments;
using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Threads;

/// <summary>What a page needs besides its rows to show the posts to this viewer.</summary>
internal sealed record Shown(ReaderFacts Reader, IReadOnlyDictionary<long, PostBody> Fresh, IReadOnlyDictionary<int, string> Signatures, bool HistoryIsPublic, FilesOnPage Files)
{
    /// <summary>Blocked posts that the page quotes and the viewer may not read.</summary>
    public IReadOnlySet<long> Blocked { get; init; } = new HashSet<long>();
}

/// <summary>Prepares the floors of a page: forms that are behind are renewed, and what the viewer has done is asked where a post asks for it.</summary>
public sealed class FloorShow(ForumDb db, SettingsSource settings, PostRenderer renderer, FreshPosts posts, FreshSignatures signatures, HideTexts texts, PostFiles attachments, QuotesInReach quotes)
{
    internal ValueTask<int> VersionAsync(CancellationToken cancel) => renderer.VersionAsync(cancel);

    internal async Task<Shown> OfAsync(Viewer viewer, BoardNode board, Thread thread, List<FloorRow> rows, CancellationToken cancel)
    {
        var site = await settings.CurrentAsync(cancel);
        var fresh = await posts.OfAsync([.. rows.Where(r => r.StaleBody is not null).Select(StaleOf)], cancel);
        var files = await attachments.OnAsync(viewer, board, [.. rows.Where(r => r.Files > 0).Select(r => r.PostId)], cancel);
        var reader = new ReaderFacts
        {
            SeesHidden = viewer.IsStaff(board),
            HideEndsAfterDays = site.Markup.HideEndsAfterDays,
            Withheld = texts.Withheld,
            Shown = texts.Shown,
            Attachment = files.Html,
        };
        if (!reader.SeesHidden && rows.Any(r => (fresh.GetValueOrDefault(r.PostId)?.Hidden ?? r.HiddenHtml) is not null && !viewer.Is(r.AuthorId)))
            reader = reader with { HasReplied = await HasRepliedAsync(viewer, thread, cancel) };
        var stale = rows.Where(r => r.Member?.StaleSignature is not null).DistinctBy(r => r.AuthorId).ToDictionary(r => r.AuthorId!.Value, r => r.Member!.StaleSignature!);
        return new Shown(reader, fresh, await signatures.OfAsync(stale, cancel), site.Posting.HistoryIsPublic, files)
        {
            Blocked = await quotes.WithheldAsync(viewer, rows.Select(r => fresh.GetValueOrDefault(r.PostId)?.Html ?? r.Html),
                rows.DistinctBy(r => r.PostId).ToDictionary(r => r.PostId, r => r.IsBlocked && !reader.SeesHidden), cancel),
        };
    }

    /// <summary>One query for the page, and only where something on it is hidden.</summary>
    private async Task<bool> HasRepliedAsync(Viewer viewer, Thread thread, CancellationToken cancel) => viewer.MemberId is { } member
        && await db.Posts.AnyAsync(p => p.ThreadId == thread.Id && p.AuthorId == member && p.Floor > 1 && p.State == ContentState.Published, cancel);

    private static StalePost StaleOf(FloorRow row) => new(row.PostId, row.ThreadId, row.Floor, row.Version, new PostSource(row.StaleBody!, row.Options));
}
