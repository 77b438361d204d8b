using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace ForumEngine.Web.Commands;

/// <summary>Long work shows a bar on a terminal, and a plain line every few seconds elsewhere.</summary>
internal static class Progress
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    public static Task<T> ShowAsync<T>(string what, int total, Func<IProgress<int>, Task<T>> work) =>
        AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected
            ? AnsiConsole.Progress().StartAsync(bars => work(new Bar(bars.AddTask(what, maxValue: total))))
            : work(new Lines(what, total));

    private sealed class Bar(ProgressTask task) : IProgress<int>
    {
        public void Report(int value) => task.Value = value;
    }

    private sealed class Lines(string what, int total) : IProgress<int>
    {
        private readonly long start = Stopwatch.GetTimestamp();
        private long last = Stopwatch.GetTimestamp();

        public void Report(int value)
        {
            if (value < total && Stopwatch.GetElapsedTime(last) < Between) return;
            last = Stopwatch.GetTimestamp();
            var perSecond = value / Math.Max(0.001, Stopwatch.GetElapsedTime(start).TotalSeconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {value} of {total} ({perSecond:F0}/s)"));
        }
    }
}
