using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ForumEngine.Telemetry;

/// <summary>
/// What the forum counts of itself, and the traces of its jobs (docs/operating.md, Telemetry). Of this process; costs next to
/// nothing while nobody listens. Tags have few values: never a member, a board or an address.
/// </summary>
public static class ForumMeter
{
    /// <summary>Of the meter and of the traces.</summary>
    public const string Name = "ForumEngine";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> PostCount = Meter.CreateCounter<long>("forum.posts", "{post}", "Posts written, held ones included.");
    private static readonly Counter<long> SignInCount = Meter.CreateCounter<long>("forum.sign_ins", "{attempt}", "Sign-ins by result: ok, wrong, too_soon.");
    private static readonly Counter<long> MailCount = Meter.CreateCounter<long>("forum.mails", "{mail}", "Tries to send a mail by result: sent, failed, given_up.");
    private static readonly Counter<long> CommandCount = Meter.CreateCounter<long>("forum.db.commands", "{command}", "Commands sent to the database.");
    private static readonly Histogram<double> JobTime = Meter.CreateHistogram<double>("forum.job.duration", "s", "Runs of jobs, by job and result.");
    private static readonly Histogram<double> BackupTime = Meter.CreateHistogram<double>("forum.backup.duration", "s", "Backups, by result.");
    private static OutboxDepth outbox = new(0, 0);

    static ForumMeter()
    {
        Meter.CreateObservableGauge("forum.outbox.messages", () => Volatile.Read(ref outbox).Messages, "{message}", "Messages that wait in the outbox.");
        Meter.CreateObservableGauge("forum.outbox.age", () => Volatile.Read(ref outbox).OldestSeconds, "s", "How long the oldest message that is due has waited.");
    }

    public static ActivitySource Traces { get; } = new(Name);

    public static void Post() => PostCount.Add(1);

    public static void SignIn(string result) => SignInCount.Add(1, new KeyValuePair<string, object?>("result", result));

    public static void Mail(string result) => MailCount.Add(1, new KeyValuePair<string, object?>("result", result));

    public static void Command() => CommandCount.Add(1);

    public static void Job(string job, bool isOk, TimeSpan took) =>
        JobTime.Record(took.TotalSeconds, new("job", job), new("result", isOk ? "ok" : "failed"));

    public static void Backup(bool isOk, TimeSpan took) => BackupTime.Record(took.TotalSeconds, new KeyValuePair<string, object?>("result", isOk ? "ok" : "failed"));

    public static void Outbox(long messages, double oldestSeconds) => Volatile.Write(ref outbox, new OutboxDepth(messages, oldestSeconds));

    private sealed record OutboxDepth(long Messages, double OldestSeconds);
}
