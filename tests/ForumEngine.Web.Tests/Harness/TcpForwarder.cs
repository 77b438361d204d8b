using System.Net;
using System.Net.Sockets;

namespace ForumEngine.Web.Tests.Harness;

/// <summary>A port before a server's that can be closed and opened: a database that goes away and comes back.</summary>
public sealed class TcpForwarder(string host, int target) : IAsyncDisposable
{
    private readonly List<Socket> open = [];
    private TcpListener? listener;

    public int Port { get; private set; } = FreePort();

    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _ = AcceptAsync(listener);
    }

    /// <summary>Refuses new connections and cuts those there are.</summary>
    public void Close()
    {
        listener?.Stop();
        listener = null;
        lock (open)
        {
            foreach (var socket in open) socket.Close(0);
            open.Clear();
        }
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true) _ = ForwardAsync(await from.AcceptSocketAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Closed.
        }
    }

    private async Task ForwardAsync(Socket client)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (open) open.AddRange([client, server]);
        try
        {
            await server.ConnectAsync(host, target);
            await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
        }
        catch (Exception error) when (error is SocketException or IOException or ObjectDisposedException)
        {
            // Either side has gone.
        }
        finally
        {
            client.Close();
            server.Close();
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        await using var source = new NetworkStream(from);
        await using var target = new NetworkStream(to);
        await source.CopyToAsync(target);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
