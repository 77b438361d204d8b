using System.Globalization;
using System.Net;
using ForumEngine.Jobs;
using ForumEngine.Telemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ForumEngine.Web.Hosting;

/// <summary>Section <c>Telemetry</c>: nothing is measured for others unless one of the two ways is set.</summary>
public sealed record TelemetryOptions(bool Prometheus, IReadOnlyList<IPNetwork> Allowed, Uri? Otlp, OtlpExportProtocol Protocol, int TracePercent, string ServiceName)
{
    public static readonly string[] Keys = ["Prometheus", "Allowed", "Otlp", "OtlpProtocol", "TracePercent", "ServiceName"];

    public bool IsOn => Prometheus || Otlp is not null;

    /// <summary>Wrong values stop the start.</summary>
    public static TelemetryOptions Read(IConfiguration configuration, Func<string, bool> flag)
    {
        var percent = configuration["Telemetry:TracePercent"] ?? "10";
        if (!int.TryParse(percent, NumberStyles.None, CultureInfo.InvariantCulture, out var traced) || traced > 100)
            throw new WrongSettingException("Telemetry:TracePercent", $"'{percent}' is no number from 0 to 100.");
        var protocol = configuration["Telemetry:OtlpProtocol"] ?? nameof(OtlpExportProtocol.Grpc);
        if (!Enum.TryParse<OtlpExportProtocol>(protocol, ignoreCase: true, out var spoken) || !Enum.IsDefined(spoken) || int.TryParse(protocol, out _))
            throw new WrongSettingException("Telemetry:OtlpProtocol", $"'{protocol}' is neither Grpc nor HttpProtobuf.");
        Uri? otlp = null;
        if (configuration["Telemetry:Otlp"] is { Length: > 0 } text && (!Uri.TryCreate(text, UriKind.Absolute, out otlp) || otlp.Scheme is not ("http" or "https")))
            throw new WrongSettingException("Telemetry:Otlp", $"'{text}' is not an absolute http(s) address.");
        var allowed = configuration["Telemetry:Allowed"] ?? "127.0.0.1, ::1";
        return new TelemetryOptions(flag("Telemetry:Prometheus"), [.. allowed.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Network)],
            otlp, spoken, traced, configuration["Telemetry:ServiceName"] is { Length: > 0 } name ? name : "forum");
    }

    /// <summary>True for an address that may read /metrics; behind a web server it is the one that this passes on.</summary>
    public bool MayRead(IPAddress? address) => address is not null
        && Allowed.Any(n => n.Contains(address.IsIPv4MappedToIPv6 && n.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? address.MapToIPv4() : address));

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var one) ? new IPNetwork(one, one.GetAddressBytes().Length * 8)
        : throw new WrongSettingException("Telemetry:Allowed", $"'{text}' is neither an IP address nor a network such as 10.0.0.0/8.");
}

/// <summary>OpenTelemetry: our meter and traces, ASP.NET Core's, the runtime's and MySqlConnector's.</summary>
internal static class Telemetry
{
    public static void AddForumTelemetry(this IServiceCollection services, TelemetryOptions options)
    {
        if (!options.IsOn) return;
        services.AddSingleton<IJob, MeasureOutbox>();
        var telemetry = services.AddOpenTelemetry().ConfigureResource(r => r.AddService(options.ServiceName, serviceVersion: EngineVersion.Text));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(ForumMeter.Name, "MySqlConnector").AddAspNetCoreInstrumentation().AddRuntimeInstrumentation();
            if (options.Prometheus) metrics.AddPrometheusExporter(p => p.ScrapeResponseCacheDurationMilliseconds = 0);
            if (options.Otlp is not null) metrics.AddOtlpExporter((o, _) => To(o, options, "v1/metrics"));
        });
        if (options.Otlp is null || options.TracePercent == 0) return;
        telemetry.WithTracing(traces => traces
            .AddSource(ForumMeter.Name, "MySqlConnector")
            .AddAspNetCoreInstrumentation(o => o.Filter = http => !http.Request.Path.StartsWithSegments("/health"))
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TracePercent / 100.0)))
            .AddOtlpExporter(o => To(o, options, "v1/traces")));
    }

    /// <summary>Others get what any address without a page gets.</summary>
    public static void UseForumMetrics(this WebApplication app, TelemetryOptions options)
    {
        if (options.Prometheus)
            app.UseOpenTelemetryPrometheusScrapingEndpoint(http => http.Request.Path == "/metrics" && options.MayRead(http.Connection.RemoteIpAddress));
    }

    /// <summary>The paths are ours to add where an address is set in code.</summary>
    private static void To(OtlpExporterOptions exporter, TelemetryOptions options, string path)
    {
        exporter.Protocol = options.Protocol;
        exporter.Endpoint = options.Protocol == OtlpExportProtocol.Grpc ? options.Otlp! : new Uri(options.Otlp!.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
