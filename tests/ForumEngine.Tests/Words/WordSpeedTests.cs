using System.Diagnostics;
using ForumEngine.Words;

namespace ForumEngine.Tests.Words;

public sealed class WordSpeedTests(ITestOutputHelper output)
{
    private const int Rounds = 15, Posts = 400, Length = 2000;

    [Fact]
    public void A_post_over_50_000_words_takes_less_than_five_milliseconds()
    {
        var entries = MadeWords.Of(50_000).Select((w, i) => MadeWords.Entry(i + 1, w)).ToList();
        var before = GC.GetTotalMemory(true);
        var list = new WordList(1, entries);
        var memory = GC.GetTotalMemory(true) - before;
        List<List<WordField>> posts = [.. Enumerable.Range(0, Posts).Select(i => new List<WordField> { new("Body", MadeWords.Text(i, Length), HasMarkup: true) })];
        foreach (var post in posts) CheckWords.Judge(list, null, post);
        var (allocated, collected) = (GC.GetAllocatedBytesForCurrentThread(), GC.CollectionCount(0));
        double[][] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => Times(list, posts))];
        allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (Rounds * Posts);
        double[] all = [.. rounds.SelectMany(r => r).Order()];
        // Of each post the middle one of its runs: what another program took meanwhile isn't the filter's.
        double[] own = [.. Enumerable.Range(0, Posts).Select(p => rounds.Select(r => r[p]).Order().ElementAt(Rounds / 2)).Order()];
        output.WriteLine($"50,000 words: {list.Nodes} nodes, built in {list.BuiltIn.TotalMilliseconds:0} ms, {list.Memory / 1e6:0.0} MB tables, {memory / 1e6:0.0} MB in all; {Posts} posts of {Length} characters, {Rounds} times: "
            + $"p50 {At(own, 0.5):0.000} ms, p99 {At(own, 0.99):0.000} ms; with what else ran p50 {At(all, 0.5):0.000} ms, p99 {At(all, 0.99):0.000} ms; {Length * 3 / 1e3 / At(own, 0.5):0.0} MB/s; {allocated} bytes a post, {GC.CollectionCount(0) - collected} collections");
        Assert.True(At(own, 0.99) < 5, $"p99 {At(own, 0.99)}");
        // The tokens of the markup alone; letters are in borrowed arrays.
        Assert.True(allocated < 16 * 1024, $"{allocated} bytes a post");
    }

    /// <summary>Milliseconds, in the order of the posts.</summary>
    private static double[] Times(WordList list, List<List<WordField>> posts)
    {
        var times = new double[posts.Count];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            CheckWords.Judge(list, null, posts[i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return times;
    }

    private static double At(double[] sorted, double part) => sorted[(int)(sorted.Length * part)];
}
