using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace ForumEngine.Web.Tests.Hosting;

public sealed class TelemetryTests
{
    [Theory, EveryDatabase]
    public async Task What_happens_on_the_site_can_be_scraped(Db db)
    {
        await using var site = await Site.StartAsync(db, null, "--Telemetry:Prometheus=true");
        using var visitor = site.Visitor();
        var member = await site.MemberAsync("counted");
        var board = await site.BoardAsync("Counted");
        var before = await ScrapeAsync(site);
        (await visitor.SignInAsync(Template.Founder)).Is(303);
        using var stranger = site.Visitor();
        (await stranger.SignInAsync(Template.Founder, "wrong wrong")).Is(422);
        Assert.Null((await site.StartAsync(await site.ViewerAsync(member), board, "Counted once")).Refusal);
        await Soon.IsAsync(async () => (await ScrapeAsync(site)).Contains("forum_job_duration_seconds_count", StringComparison.Ordinal), "run of a job");

        var after = await ScrapeAsync(site);
        // Other sites of this test program count into the same process.
        foreach (var counter in (string[])["forum_posts_total", "forum_sign_ins_total{result=\"ok\"}", "forum_sign_ins_total{result=\"wrong\"}", "forum_db_commands_total"])
            Assert.True(Value(after, counter) > Value(before, counter), $"{counter} is still {Value(after, counter)}");
        foreach (var part in (string[])["forum_outbox_messages", "dotnet_gc_"])
            Assert.Contains(part, after, StringComparison.Ordinal);
        Assert.DoesNotContain("counted", after, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("--Telemetry:Prometheus=false")]
    [InlineData("--Telemetry:Prometheus=true", "--Telemetry:Allowed=10.1.2.3, fd00::/8")]
    public async Task Elsewhere_it_looks_like_any_address_without_a_page(params string[] settings)
    {
        await using var site = await Site.StartAsync(Db.Sqlite, null, settings);
        using var visitor = site.Visitor();
        Assert.Contains("text/html", (await visitor.GetAsync("/metrics")).Is(404).Header("Content-Type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_and_traces_are_sent_to_a_collector()
    {
        using var collector = new Collector();
        await using (var site = await Site.StartAsync(Db.Sqlite, null, $"--Telemetry:Otlp={collector.Url}", "--Telemetry:OtlpProtocol=HttpProtobuf", "--Telemetry:TracePercent=100", "--Telemetry:ServiceName=river-town"))
        {
            using var visitor = site.Visitor();
            (await visitor.GetAsync("/")).Is(200);
        }
        // What is left is sent when the site stops.
        Assert.Contains(collector.Got, got => got.Path == "/v1/metrics" && got.Body.Contains("forum.db.commands", StringComparison.Ordinal) && got.Body.Contains("river-town", StringComparison.Ordinal));
        Assert.Contains(collector.Got, got => got.Path == "/v1/traces" && got.Body.Contains("url.path", StringComparison.Ordinal));
    }

    private static async Task<string> ScrapeAsync(Site site)
    {
        using var client = new HttpClient { BaseAddress = site.Url };
        using var answer = await client.GetAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Of the line with this name and these labels; the exporter's own labels about the scope are passed over.</summary>
    private static double Value(string text, string counter)
    {
        var name = counter.Split('{')[0];
        var label = counter.Contains('{', StringComparison.Ordinal) ? counter[(name.Length + 1)..^1] : "";
        return text.Split('\n').Where(l => l.StartsWith(name, StringComparison.Ordinal) && !l.StartsWith('#') && l.Contains(label, StringComparison.Ordinal))
            .Select(l => double.Parse(Regex.Match(l, @"(?:\}|^\S+) (\S+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Sum();
    }

    /// <summary>Takes what an exporter posts, and says yes.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();

        public Collector()
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            listener.Prefixes.Add(Url);
            listener.Start();
            _ = Task.Run(ListenAsync);
        }

        public string Url { get; }
        public ConcurrentQueue<(string Path, string Body)> Got { get; } = [];

        private async Task ListenAsync()
        {
            while (listener.IsListening)
            {
                try
                {
                    var context = await listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await context.Request.InputStream.CopyToAsync(body);
                    Got.Enqueue((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                    context.Response.Close();
                }
                catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
                {
                    return;
                }
            }
        }

        public void Dispose() => listener.Close();
    }
}
