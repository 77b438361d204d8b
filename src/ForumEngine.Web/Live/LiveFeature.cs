using ForumEngine.Jobs;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Http.Connections;

namespace ForumEngine.Web.Live;

/// <summary>The live bar's server side.</summary>
public static class LiveFeature
{
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSignalR(hub =>
        {
            // One short message a page: more is not a browser of ours.
            hub.MaximumReceiveMessageSize = 1024;
            hub.MaximumParallelInvocationsPerClient = 1;
        });
        return services.AddSingleton<LiveSanctions>().AddSingleton<IJob>(p => p.GetRequiredService<LiveSanctions>()).AddSingleton<Nudges>()
            .AddSingleton<IOutboxHandler>(p => p.GetRequiredService<Nudges>()).AddSingleton<IJob>(p => p.GetRequiredService<Nudges>());
    }

    /// <summary>Sockets only: they need no negotiation and so no sticky sessions. Where none gets through, pages ask.</summary>
    public static void MapLive(this WebApplication app) =>
        app.MapHub<LiveHub>("/live", http => http.Transports = HttpTransportType.WebSockets).WithMetadata(new AccessAttribute(Audience.Everyone));
}
