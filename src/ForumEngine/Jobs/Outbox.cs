using System.Text.Json;
using ForumEngine.Storage;

namespace ForumEngine.Jobs;

/// <summary>Does what one kind of outbox message asks for.</summary>
public interface IOutboxHandler
{
    string Kind { get; }

    /// <summary>
    /// True: runs inside the transaction that also deletes the messages, so its effect happens exactly once.
    /// False: for the world outside (mail); runs first, at least once, one message at a time.
    /// </summary>
    bool InTransaction { get; }

    Task HandleAsync(ForumDb db, IReadOnlyList<string> payloads, CancellationToken cancel);
}

/// <summary>Puts messages into the caller's transaction and wakes this node's runner after the commit.</summary>
public sealed class Outbox : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);

    public static void Add<T>(ForumDb db, string kind, T payload, DateTime now) => db.Outbox.Add(new OutboxMessage
    {
        Kind = kind,
        Payload = JsonSerializer.Serialize(payload),
        CreatedAt = now,
        DueAt = now,
    });

    /// <summary>Call after the commit. Nothing is lost without: the runner looks every second.</summary>
    public void Wake()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Rung already.
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel) => bell.WaitAsync(atMost, cancel);

    public void Dispose() => bell.Dispose();
}
