using System.Collections.Immutable;
using ForumEngine.Acts;
using ForumEngine.Boards;
using ForumEngine.Markup;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Threads;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Feeds;

/// <summary>A thread as a feed shows it; the author is empty when anonymous, the text when it is withheld.</summary>
public sealed record FeedThread(long Id, string Title, string Author, DateTime CreatedAt, DateTime ChangedAt, string Html);

/// <summary>The newest threads that guests may read, with their first posts (features.md A7: 20).</summary>
public sealed class ThreadFeed(ForumDb db, BoardTrees trees, Viewers viewers, PostRenderer renderer, FreshPosts posts, SettingsSource settings, HideTexts texts, QuotesInReach quotes, TimeProvider clock)
{
    private const int Count = 20;

    public async Task<IReadOnlyList<FeedThread>> OfSiteAsync(CancellationToken cancel) =>
        await ReadAsync((await ReadableAsync(cancel)).OrderByDescending(t => t.Id).Take(Count), cancel);

    /// <summary>Null for a board that guests may not see.</summary>
    public async Task<(BoardNode Board, IReadOnlyList<FeedThread> Threads)?> OfBoardAsync(int boardId, CancellationToken cancel)
    {
        if ((await trees.CurrentAsync(cancel)).FindVisible(boardId, await viewers.GuestAsync(cancel)) is not { } board) return null;
        var below = board.SelfAndBelow.Select(b => b.Id).ToArray();
        var threads = (await ReadableAsync(cancel)).Where(t => below.Contains(t.BoardId));
        // Two ranges of the index (BoardId, State, Sticky, Id), each read from its end.
        var newest = threads.Where(t => t.Sticky == Sticky.No).OrderByDescending(t => t.Id).Take(Count)
            .Concat(threads.Where(t => t.Sticky != Sticky.No).OrderByDescending(t => t.Id).Take(Count));
        return (board, await ReadAsync(newest.OrderByDescending(t => t.Id).Take(Count), cancel));
    }

    private async Task<IQueryable<Thread>> ReadableAsync(CancellationToken cancel) =>
        db.Threads.ReadableBy(await viewers.GuestAsync(cancel), await trees.CurrentAsync(cancel));

    private async Task<IReadOnlyList<FeedThread>> ReadAsync(IQueryable<Thread> newest, CancellationToken cancel)
    {
        var version = await renderer.VersionAsync(cancel);
        var rows = await (from t in newest
                          join p in db.Posts on new { ThreadId = t.Id, Floor = 1 } equals new { p.ThreadId, p.Floor }
                          orderby t.Id descending
                          select new
                          {
                              t.Id,
                              t.Title,
                              t.AuthorName,
                              t.IsAnonymous,
                              t.CreatedAt,
                              PostId = p.Id,
                              p.Version,
                              p.Options,
                              p.EditedAt,
                              p.State,
                              p.IsBlocked,
                              p.Html,
                              p.HiddenHtml,
                              Body = p.RendererVersion != version ? p.Body : null
                          }).ToListAsync(cancel);
        var fresh = await posts.OfAsync([.. rows.Where(r => r.Body is not null).Select(r => new StalePost(r.PostId, r.Id, 1, r.Version, new PostSource(r.Body!, r.Options)))], cancel);
        var days = (await settings.CurrentAsync(cancel)).Markup.HideEndsAfterDays;
        var withheld = await quotes.WithheldAsync(await viewers.GuestAsync(cancel), rows.Select(r => fresh.GetValueOrDefault(r.PostId)?.Html ?? r.Html), ImmutableDictionary<long, bool>.Empty, cancel);
        return [.. rows.Select(r => new FeedThread(r.Id, r.Title, r.IsAnonymous ? "" : r.AuthorName, r.CreatedAt, r.EditedAt ?? r.CreatedAt,
            r.State != ContentState.Published || r.IsBlocked ? "" : BlockedQuotes.TakeOut(Resolve(fresh.GetValueOrDefault(r.PostId)?.Html ?? r.Html, fresh.TryGetValue(r.PostId, out var f) ? f.Hidden : r.HiddenHtml, r.CreatedAt, days), withheld)))];
    }

    /// <summary>As a guest reads it.</summary>
    private string Resolve(string html, string? hidden, DateTime written, int days) => PostMarkup.Resolve(html, hidden,
        new ReaderFacts { PostAge = clock.Now() - written, HideEndsAfterDays = days, Withheld = texts.Withheld });
}
