using System.Collections.Concurrent;
using System.Text.Json;
using ForumEngine.Jobs;
using ForumEngine.Statistics;
using ForumEngine.Storage;
using Microsoft.AspNetCore.SignalR;

namespace ForumEngine.Web.Live;

/// <summary>
/// Hears from the outbox what was written, after the commit, and tells this node's readers once a second at most, however
/// much came. Readers of other nodes find out by asking.
/// </summary>
public sealed class Nudges(IHubContext<LiveHub> hub) : IOutboxHandler, IJob
{
    private readonly ConcurrentDictionary<string, bool> waiting = new();

    public string Kind => BoardDelta.Kind;
    public bool InTransaction => true;
    public TimeSpan Every => TimeSpan.FromSeconds(1);
    public bool OnEveryNode => true;

    public Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel)
    {
        foreach (var payload in payloads)
        {
            if (JsonSerializer.Deserialize<BoardDelta>(payload) is not { Last: { } last } delta) continue;
            waiting[$"/threads/{last.ThreadId}"] = true;
            waiting[$"/boards/{delta.BoardId}"] = true;
        }
        return Task.CompletedTask;
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var subject in waiting.Keys)
            if (waiting.TryRemove(subject, out _)) await hub.Clients.Group(subject).SendAsync("news", cancel);
    }
}
