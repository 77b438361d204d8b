using System.Collections.Concurrent;
using ForumEngine.Jobs;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Words;

/// <summary>Counts what the filter finds, by word and day; in memory first, so that writing a post waits for no counter. Kept for 400 days.</summary>
public sealed class WordHits(IDbContextFactory<ForumDb> dbs, SettingsSource settings, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);
    private ConcurrentDictionary<(int Word, DateTime Hour), int> waiting = new();

    public TimeSpan Every => TimeSpan.FromSeconds(5);
    public bool OnEveryNode => true;

    /// <summary>Each word once for a text, however often it stands in it.</summary>
    public void Add(IReadOnlyList<WordFound> found, DateTime now)
    {
        if (found.Count == 0) return;
        var hour = new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc);
        foreach (var word in found.Select(f => f.WordId).Distinct()) waiting.AddOrUpdate((word, hour), 1, (_, n) => n + 1);
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        var batch = Interlocked.Exchange(ref waiting, new());
        if (batch.IsEmpty) return;
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await settings.CurrentAsync(cancel)).Site.TimeZone);
        var days = batch.GroupBy(b => (b.Key.Word, Day: DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(b.Key.Hour, zone))))
            .Select(g => (g.Key.Word, g.Key.Day, Hits: g.Sum(b => b.Value))).OrderBy(d => d.Word).ThenBy(d => d.Day).ToList();
        var old = DateOnly.FromDateTime(clock.Now() - Kept);
        await using var db = await dbs.CreateDbContextAsync(cancel);
        foreach (var (word, day, hits) in days)
            try
            {
                await db.InTransactionAsync(() => CountAsync(db, word, day, hits, cancel), cancel);
            }
            catch (DbUpdateException error) when (error.IsDuplicateKey())
            {
                // Another node counted the first of the day at the same moment.
                await db.InTransactionAsync(() => CountAsync(db, word, day, hits, cancel), cancel);
            }
        await db.WordDays.Where(d => d.Day < old).ExecuteDeleteAsync(cancel);
    }

    private static async Task CountAsync(ForumDb db, int word, DateOnly day, int hits, CancellationToken cancel)
    {
        if (await db.WordDays.Where(d => d.WordId == word && d.Day == day).ExecuteUpdateAsync(d => d.SetProperty(x => x.Hits, x => x.Hits + hits), cancel) > 0) return;
        // A word that was taken off the list meanwhile isn't counted any more.
        if (!await db.Words.AnyAsync(w => w.Id == word, cancel)) return;
        db.WordDays.Add(new WordDay { WordId = word, Day = day, Hits = hits });
        await db.SaveChangesAsync(cancel);
    }
}
