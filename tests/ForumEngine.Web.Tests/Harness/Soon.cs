namespace ForumEngine.Web.Tests.Harness;

/// <summary>Waits for what happens behind the pages.</summary>
internal static class Soon
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The first answer that isn't null.</summary>
    public static async Task<T> FindAsync<T>(Func<Task<T?>> look, string what) where T : class
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } found) return found;
            Assert.True(clock.Elapsed < Patience, $"Within {Patience.TotalSeconds} seconds there was no {what}.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public static Task IsAsync(Func<Task<bool>> look, string what) => FindAsync<object>(async () => await look() ? what : null, what);
}
