using ForumEngine.Boards;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace ForumEngine.Threads;

/// <summary>What was searched for and found: titles only, by last reply.</summary>
public sealed record SearchPage(string Text, int? BoardId, int Page, IReadOnlyList<ThreadRow> Rows, bool HasNext, IReadOnlyList<BoardLink> Boards);

/// <summary>Searches titles behind the visibility filter, until the real index comes. One search every few seconds for each visitor.</summary>
public sealed class SearchTitles(ForumDb db, BoardTrees trees, SettingsSource settings, IMemoryCache cache)
{
    public const int MaxLength = 80;
    private const int MaxPages = 25;

    public async Task<Outcome<SearchPage>> RunAsync(Viewer viewer, string? text, int? boardId, int page, CancellationToken cancel)
    {
        var tree = await trees.CurrentAsync(cancel);
        BoardLink[] boards = [.. tree.All.Where(b => b.Kind != BoardKind.Category && viewer.May(BoardRight.View, b)).Select(b => new BoardLink(b.Id, b.Name))];
        var words = Posts.PostText.CleanTitle(text);
        if (words.Length == 0) return new SearchPage("", boardId, 1, [], false, boards);
        if (!viewer.Has(GroupRight.Search)) return viewer.IsGuest ? Refusal.SignInFirst : Refusal.Forbidden("NoSearchRight");
        if (words.Length > MaxLength) return Refusal.Invalid("q", "SearchTooLong", MaxLength);
        if (page > MaxPages) return Refusal.NotFound;
        var reading = (await settings.CurrentAsync(cancel)).Reading;
        if (TooSoon(viewer, words, reading.SearchSeconds) is { } wait) return wait;

        var rows = await Matching(viewer, tree, words, boardId)
            .OrderByDescending(t => t.LastPostAt).ThenByDescending(t => t.Id)
            .Skip((page - 1) * reading.ThreadsPerPage).Take(reading.ThreadsPerPage + 1).AsRows().ToListAsync(cancel);
        return new SearchPage(words, boardId, page,
            [.. rows.Take(reading.ThreadsPerPage).Select(r => r.Complete(tree, reading.PostsPerPage, null))],
            rows.Count > reading.ThreadsPerPage && page < MaxPages, boards);
    }

    /// <summary>% and _ are what was typed, not wildcards; letters match whatever their case.</summary>
    private IQueryable<Thread> Matching(Viewer viewer, BoardTree tree, string words, int? boardId)
    {
        var found = db.Threads.VisibleTo(viewer, tree).Where(t => t.RedirectToThreadId == null);
        if (boardId is { } board) found = found.Where(t => t.BoardId == board);
        foreach (var word in words.Split(' ').Take(5))
        {
            var pattern = "%" + word.ToLowerInvariant().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_") + "%";
#pragma warning disable CA1304, CA1311 // becomes lower() in SQL
            found = found.Where(t => EF.Functions.Like(t.Title.ToLower(), pattern, @"\"));
#pragma warning restore CA1304, CA1311
        }
        return found;
    }

    private Refusal? TooSoon(Viewer viewer, string words, int seconds)
    {
        if (seconds == 0 || viewer.Rank > Rank.Member) return null;
        var key = ("search", viewer.MemberId, Convert.ToHexString(viewer.Address ?? []));
        if (cache.TryGetValue(key, out (string Words, DateTime At) last) && last.Words != words && viewer.Now - last.At < TimeSpan.FromSeconds(seconds))
            return Refusal.TooSoon(TimeSpan.FromSeconds(seconds) - (viewer.Now - last.At));
        cache.Set(key, (words, viewer.Now), TimeSpan.FromSeconds(seconds));
        return null;
    }
}
