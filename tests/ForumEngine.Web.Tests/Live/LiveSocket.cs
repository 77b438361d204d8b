using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ForumEngine.Web.Tests.Live;

/// <summary>A bare socket to the hub that speaks just enough of SignalR's JSON protocol.</summary>
internal sealed class LiveSocket : IAsyncDisposable
{
    private const char End = '\u001e';
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));

    public static async Task<LiveSocket> OpenAsync(Site site, Visitor? who = null, string? origin = null)
    {
        var live = new LiveSocket();
        live.socket.Options.Cookies = who?.Cookies;
        if (origin is not null) live.socket.Options.SetRequestHeader("Origin", origin);
        await live.socket.ConnectAsync(new UriBuilder(site.Url) { Scheme = "ws", Path = "/live" }.Uri, live.limit.Token);
        await live.SendAsync("""{"protocol":"json","version":1}""");
        return live;
    }

    /// <summary>What the hub answers to Watch.</summary>
    public async Task<bool> WatchAsync(string subject)
    {
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = "Watch", arguments = new[] { subject } }));
        while (true)
        {
            var message = (await ReceiveAsync() ?? throw new InvalidOperationException("The hub has hung up.")).RootElement;
            if (message.TryGetProperty("type", out var type) && type.GetInt32() == 3) return message.GetProperty("result").GetBoolean();
        }
    }

    /// <summary>Waits until the hub hangs up by itself.</summary>
    public async Task EndsAsync()
    {
        while (await ReceiveAsync() is not null)
        {
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        limit.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task SendAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, limit.Token);

    /// <summary>The next message; null when the other side has gone.</summary>
    private async Task<JsonDocument?> ReceiveAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[1];
        try
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(buffer, limit.Token);
                if (got.MessageType == WebSocketMessageType.Close) return null;
                if (buffer[0] == End) return JsonDocument.Parse(text.ToString());
                text.Append((char)buffer[0]);
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }
}
