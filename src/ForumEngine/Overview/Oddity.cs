namespace ForumEngine.Overview;

/// <summary>
/// Something an administrator should know of. The text <c>Odd_{Kind}</c> of the panel says it with <paramref name="Arguments"/>, and
/// <c>Odd_{Kind}Do</c> what helps.
/// </summary>
public sealed record Oddity(OddityKind Kind, params object[] Arguments)
{
    /// <summary>Something does not work now; the rest may become so.</summary>
    public bool IsSevere => Kind is OddityKind.NoJobs or OddityKind.OutboxLate or OddityKind.JobFailed or OddityKind.DiskFull;
}

public enum OddityKind
{
    /// <summary>No node runs the jobs: since when.</summary>
    NoJobs,

    /// <summary>What should have been done waits: for how many minutes.</summary>
    OutboxLate,

    /// <summary>Messages of the outbox fail again and again: how many, the last error.</summary>
    OutboxFails,

    /// <summary>Mails can't be sent: how many, the last error.</summary>
    MailFails,

    /// <summary>A job fails: its name, since how many times, the error.</summary>
    JobFailed,

    /// <summary>Room on the disk of the data folder, in bytes: next to none.</summary>
    DiskFull,

    /// <summary>Room on the disk of the data folder, in bytes: little.</summary>
    DiskLow,

    /// <summary>Wrong passwords in the last 15 minutes: how many.</summary>
    SignInStorm,

    /// <summary>Mail goes to files, since no server is configured.</summary>
    NoMail,

    /// <summary>Links in mails take the host that the request names.</summary>
    NoBaseUrl,
}
