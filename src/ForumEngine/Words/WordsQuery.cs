using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Words;

/// <summary>Which entries are asked for; null is all.</summary>
public sealed record WordSearch(string? Text, string? Category, WordAction? Action, int? Before);

/// <summary>An entry with how often it was found in the last 30 days.</summary>
public sealed record WordRow(Word Word, int Hits);

/// <summary>A stretch of the list, newest first.</summary>
public sealed record WordPage(IReadOnlyList<WordRow> Rows, int? Next, IReadOnlyList<string> Categories);

/// <summary>How often a word was found; and all words of a day together.</summary>
public sealed record WordHitRow(int WordId, string Text, WordAction Action, string Category, int Hits);

public sealed record WordHitPage(int Days, IReadOnlyList<WordHitRow> Words, IReadOnlyList<(DateOnly Day, int Hits)> PerDay);

/// <summary>Reads the list and its figures.</summary>
public sealed class WordsQuery(ForumDb db, SettingsSource settings, TimeProvider clock)
{
    public const int PageSize = 50;
    private const int MostCategories = 200;

    public async Task<WordPage> RunAsync(WordSearch search, CancellationToken cancel)
    {
        var words = db.Words.AsQueryable();
        if (search.Text is { Length: > 0 } text)
        {
            var key = WordRules.KeyOf(text);
            words = key.Length > 0 ? words.Where(w => w.Text.Contains(text) || w.Key.Contains(key)) : words.Where(w => w.Text.Contains(text));
        }
        if (search.Category is { Length: > 0 } category) words = words.Where(w => w.Category == category);
        if (search.Action is { } action) words = words.Where(w => w.Action == action);
        if (search.Before is { } before) words = words.Where(w => w.Id < before);
        var since = (await TodayAsync(cancel)).AddDays(-29);
        var rows = await words.OrderByDescending(w => w.Id).Take(PageSize + 1)
            .Select(w => new WordRow(w, db.WordDays.Where(d => d.WordId == w.Id && d.Day >= since).Sum(d => d.Hits))).ToListAsync(cancel);
        return new WordPage([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Word.Id : null, await CategoriesAsync(cancel));
    }

    public Task<List<string>> CategoriesAsync(CancellationToken cancel) =>
        db.Words.Where(w => w.Category != "").Select(w => w.Category).Distinct().OrderBy(c => c).Take(MostCategories).ToListAsync(cancel);

    /// <summary>The hundred words found most often in the last days, and each day's sum.</summary>
    public async Task<WordHitPage> HitsAsync(int days, CancellationToken cancel)
    {
        days = Math.Clamp(days, 1, 366);
        var since = (await TodayAsync(cancel)).AddDays(1 - days);
        var found = db.WordDays.Where(d => d.Day >= since);
        var sums = await found.GroupBy(d => d.WordId).Select(g => new { Id = g.Key, Hits = g.Sum(d => d.Hits) }).OrderByDescending(g => g.Hits).ThenBy(g => g.Id).Take(100).ToListAsync(cancel);
        int[] ids = [.. sums.Select(s => s.Id)];
        var words = await db.Words.Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancel);
        var perDay = await found.GroupBy(d => d.Day).Select(g => new { Day = g.Key, Hits = g.Sum(d => d.Hits) }).OrderByDescending(g => g.Day).Take(366).ToListAsync(cancel);
        return new WordHitPage(days, [.. sums.Select(s => (s.Hits, Word: words[s.Id])).Select(s => new WordHitRow(s.Word.Id, s.Word.Text, s.Word.Action, s.Word.Category, s.Hits))],
            [.. perDay.Select(d => (d.Day, d.Hits))]);
    }

    private async Task<DateOnly> TodayAsync(CancellationToken cancel) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, (await settings.CurrentAsync(cancel)).Zone()));
}
