using System.Text.Json;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Backups;

/// <summary>A backup at work: since when, for whom ("" for the clock), and how far.</summary>
public sealed record BackupAtWork(string By, DateTime Since, int Done, int Steps);

/// <summary>
/// Makes one backup at a time beside the jobs, which must not wait for it. What came of it is a line of the staff log; a site
/// that stops breaks it off and leaves no file.
/// </summary>
public sealed class BackupRunner(IServiceScopeFactory scopes, BackupShelf shelf, TimeProvider clock, ILogger<BackupRunner> log) : IAsyncDisposable, IProgress<int>
{
    public const string Made = "backup.made", Failed = "backup.failed";
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock starting = new();
    private Task running = Task.CompletedTask;
    private volatile BackupAtWork? current;
    private volatile string? ordered;

    public BackupAtWork? Current => current;

    /// <summary>Somebody waits for one: the next round of the jobs starts it.</summary>
    public void Order(string by) => ordered = by;

    public string? TakeOrder() => Interlocked.Exchange(ref ordered, null);

    /// <summary>False while one is at work.</summary>
    public bool TryStart(string by)
    {
        lock (starting)
        {
            if (!running.IsCompleted || stopping.IsCancellationRequested) return false;
            current = new BackupAtWork(by, clock.Now(), 0, 0);
            running = Task.Run(() => RunAsync(by, stopping.Token));
            return true;
        }
    }

    /// <summary>Until the one at work is done.</summary>
    public Task WaitAsync() => running;

    public void Report(int value)
    {
        if (current is { } now) current = now with { Done = value };
    }

    private async Task RunAsync(string by, CancellationToken cancel)
    {
        var path = shelf.PathFor(clock.Now());
        var since = clock.GetTimestamp();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var make = scope.ServiceProvider.GetRequiredService<MakeBackup>();
            current = current! with { Steps = (await make.MeasureAsync(cancel)).Steps };
            var made = await make.RunAsync(path, this, cancel);
            if (made.Refusal is { } refusal) await NoteAsync(by, Failed, new { file = Path.GetFileName(path), error = refusal.Code });
            else await KeepAsync(by, path, made.Value, (int)clock.GetElapsedTime(since).TotalSeconds, scope.ServiceProvider, cancel);
        }
        catch (Exception error)
        {
            if (error is OperationCanceledException) log.LogWarning("The backup was broken off, since the site stops");
            else log.LogError(error, "The backup {File} failed", path);
            await NoteAsync(by, Failed, new { file = Path.GetFileName(path), error = error is OperationCanceledException ? "Stopped" : error.GetBaseException().Message });
        }
        finally
        {
            current = null;
        }
    }

    private async Task KeepAsync(string by, string path, BackupManifest made, int seconds, IServiceProvider services, CancellationToken cancel)
    {
        await NoteAsync(by, Made, new { file = Path.GetFileName(path), bytes = new FileInfo(path).Length, rows = made.Rows, files = made.Files.Count, seconds });
        var settings = await services.GetRequiredService<SettingsSource>().CurrentAsync(cancel);
        var old = shelf.Prune(settings.Backup.KeepDays, clock.Now());
        log.LogInformation("Backup {File}: {Rows} rows, {Files} files in {Seconds} s; {Old} old ones deleted", path, made.Rows, made.Files.Count, seconds, old.Count);
    }

    /// <summary>In the staff log, if the database can be written; the process's own log has it anyway.</summary>
    private async Task NoteAsync(string by, string act, object details)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ForumDb>();
            db.Log(Viewers.ForSystem(by.Length > 0 ? by : "backup", clock.Now()), act, details: JsonSerializer.Serialize(details));
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception error) when (error is DbUpdateException || error.IsOutage() || error is ObjectDisposedException)
        {
            log.LogError(error, "What came of the backup could not be written down");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }
}
