using System.Diagnostics;
using ForumEngine.Markup;

namespace ForumEngine.Bench.Markup;

/// <summary>100,000 different posts, each timed alone, after a round to warm up.</summary>
internal static class Percentiles
{
    private const int Count = 100_000;

    public static void Print()
    {
        var posts = Corpus.Make(Count);
        foreach (var post in posts.AsSpan(0, 20_000))
            PostMarkup.Render(post);
        var times = new double[Count];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            PostMarkup.Render(posts[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
        var seconds = clock.Elapsed.TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(times);
        Console.WriteLine($"posts {Count}, {posts.Average(post => post.Length):F0} characters on average, {posts.Max(post => post.Length)} at most");
        Console.WriteLine($"p50 {times[Count / 2]:F0} µs, p99 {times[Count * 99 / 100]:F0} µs, p99.9 {times[Count * 999 / 1000]:F0} µs, max {times[^1]:F0} µs");
        Console.WriteLine($"{Count / seconds:F0} posts a second on one core, {allocated / Count / 1024.0:F1} KiB allocated per post");
    }
}
