using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Words;

/// <summary>
/// The list in force. When its version moves it is built anew in the background, and the one before serves meanwhile; only the
/// first is waited for. A node hears of a change within a second.
/// </summary>
public sealed class WordFilter(Versions versions, IDbContextFactory<ForumDb> dbs, ILogger<WordFilter> log)
{
    private readonly Lock gate = new();
    private volatile WordList? current;
    private Task<WordList>? building;

    public async ValueTask<WordList> CurrentAsync(CancellationToken cancel)
    {
        var version = await versions.CurrentAsync(Kinds.Words, cancel);
        if (current is { } list && list.Version == version) return list;
        var build = Build(version);
        return current ?? await build.WaitAsync(cancel);
    }

    /// <summary>After a change on this node: in force here when this returns.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        versions.Forget();
        var version = await versions.CurrentAsync(Kinds.Words, cancel);
        while (current?.Version != version) await Build(version).WaitAsync(cancel);
    }

    private Task<WordList> Build(long version)
    {
        lock (gate)
        {
            if (building is { IsCompleted: false } || (building is { IsCompletedSuccessfully: true } && current?.Version == version)) return building;
            return building = Task.Run(() => LoadAsync(version));
        }
    }

    private async Task<WordList> LoadAsync(long version)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var list = new WordList(version, await db.Words.Where(w => w.IsOn).OrderBy(w => w.Id).ToListAsync());
        if (list.BuiltIn > TimeSpan.FromMilliseconds(100)) log.LogInformation("Word list of {Count} built in {Time} ms, {Memory} KB", list.Count, (int)list.BuiltIn.TotalMilliseconds, list.Memory / 1024);
        return current = list;
    }
}
