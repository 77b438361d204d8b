using ForumEngine.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ForumEngine.Tests.Harness;

/// <summary>A forum without its web pages: a database of its own, the engine's services and a clock that stands still.</summary>
public sealed class Forum : TestForum, IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private Forum(TestDatabase database, Action<IServiceCollection>? more)
    {
        this.database = database;
        var collection = new ServiceCollection().AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton(new FileStoreOptions(Files));
        collection.AddSingleton(new ForumEngine.Backups.BackupOptions(Files + "-backups"));
        collection.AddForumEngine(database.Options);
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public static async Task<Forum> OpenAsync(Db kind, Action<IServiceCollection>? more = null)
    {
        var forum = new Forum(await TestDatabase.OpenAsync(kind), more);
        return forum;
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero));

    /// <summary>Where uploads lie; made by the first of them.</summary>
    public string Files { get; } = Path.Combine(Path.GetTempPath(), $"forum-files-{Guid.NewGuid():N}");

    public override IServiceProvider Services => services;

    public DatabaseOptions Options => database.Options;

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
        if (Directory.Exists(Files)) Directory.Delete(Files, recursive: true);
    }
}
