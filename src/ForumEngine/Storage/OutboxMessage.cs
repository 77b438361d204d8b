namespace ForumEngine.Storage;

/// <summary>
/// What follows from a write (counters, notices, mail), written in the same transaction and done by the job runner
/// within a second or two: never lost, never slowing the answer.
/// </summary>
public sealed class OutboxMessage
{
    public long Id { get; init; }
    public required string Kind { get; init; }

    /// <summary>JSON; its shape is the record named by <see cref="Kind"/>.</summary>
    public required string Payload { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Not before this time; moved forward after a failure.</summary>
    public DateTime DueAt { get; set; }

    public int Attempts { get; set; }
    public string? Error { get; set; }
}
