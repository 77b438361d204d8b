using System.Collections.Concurrent;
using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Sanctions;
using ForumEngine.Storage;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Live;

/// <summary>
/// Tells a member's open pages that a sanction was issued or lifted, and closes the connections of whoever may not visit any
/// more. On this node at once, by <see cref="SanctionBell"/>; of what other nodes did it learns within a second, by the
/// version of <see cref="Kinds.Sanctions"/>, and asks the database only when that has moved.
/// </summary>
public sealed class LiveSanctions : IJob, IDisposable
{
    private readonly ConcurrentDictionary<int, ConcurrentDictionary<string, HubCallerContext>> open = new();
    private readonly IHubContext<LiveHub> hub;
    private readonly SanctionBell bell;
    private readonly Viewers viewers;
    private readonly Versions versions;
    private readonly IDbContextFactory<ForumDb> dbs;
    private readonly TimeProvider clock;
    private readonly ILogger<LiveSanctions> log;
    private (long Version, DateTime At)? seen;

    public LiveSanctions(IHubContext<LiveHub> hub, SanctionBell bell, Viewers viewers, Versions versions, IDbContextFactory<ForumDb> dbs, TimeProvider clock, ILogger<LiveSanctions> log)
    {
        (this.hub, this.bell, this.viewers, this.versions, this.dbs, this.clock, this.log) = (hub, bell, viewers, versions, dbs, clock, log);
        bell.Rung += OnRung;
    }

    public TimeSpan Every => TimeSpan.FromSeconds(1);
    public bool OnEveryNode => true;

    internal void Add(int memberId, HubCallerContext connection) => open.GetOrAdd(memberId, _ => new())[connection.ConnectionId] = connection;

    internal void Remove(int memberId, string connectionId)
    {
        if (!open.TryGetValue(memberId, out var connections)) return;
        connections.TryRemove(connectionId, out _);
        if (connections.IsEmpty) open.TryRemove(new(memberId, connections));
    }

    /// <summary>What other nodes issued or lifted since the last look; a second of overlap, since their clocks may differ.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var (version, now) = (await versions.CurrentAsync(Kinds.Sanctions, cancel), clock.Now());
        var since = seen;
        seen = (version, now);
        if (since is not { } last || last.Version == version || open.IsEmpty) return;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var from = last.At.AddSeconds(-2);
        var members = open.Keys.ToArray();
        var changed = await db.LedgerEntries.Where(e => e.At > from).Join(db.Sanctions.Where(s => members.Contains(s.MemberId)), e => e.SanctionId, s => s.Id, (_, s) => s.MemberId)
            .Distinct().ToListAsync(cancel);
        foreach (var member in changed)
        {
            viewers.Forget(member);
            await TellAsync(member);
        }
    }

    public void Dispose() => bell.Rung -= OnRung;

    private void OnRung(int memberId)
    {
        if (open.ContainsKey(memberId)) _ = TellSafelyAsync(memberId);
    }

    private async Task TellSafelyAsync(int memberId)
    {
        try
        {
            await TellAsync(memberId);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            log.LogWarning(error, "The open pages of member {MemberId} could not be told of a sanction", memberId);
        }
    }

    private async Task TellAsync(int memberId)
    {
        if (!open.TryGetValue(memberId, out var connections)) return;
        var viewer = await viewers.ForAsync(memberId, null, 0, CancellationToken.None);
        await hub.Clients.Clients([.. connections.Keys]).SendAsync("sanction");
        if (viewer.VisitingBarredBy() is null) return;
        foreach (var connection in connections.Values) connection.Abort();
    }
}
