using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ForumEngine.Tests.Harness;

/// <summary>A forum without its web pages: a database of its own, the engine's services and a clock that stands still. See <see cref="Builder"/>.</summary>
public sealed class Forum : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private Forum(TestDatabase database, Action<IServiceCollection>? more)
    {
        this.database = database;
        var collection = new ServiceCollection().AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddForumEngine(database.Options);
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public static async Task<Forum> OpenAsync(Db kind, Action<IServiceCollection>? more = null)
    {
        var forum = new Forum(await TestDatabase.OpenAsync(kind), more);
        await forum.SetAsync("Site.IsSetUp", "true");
        return forum;
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };

    public DateTime Now => Clock.Now();

    public DatabaseOptions Options => database.Options;

    public Viewer System => Viewers.ForSystem("test", Now);

    /// <summary>A singleton of the engine.</summary>
    public T Service<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Calls a use case in a scope of its own, as a request would.</summary>
    public async Task<TAnswer> Get<T, TAnswer>(Func<T, Task<TAnswer>> call) where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>Reads or writes rows behind the engine's back.</summary>
    public async Task<T> Rows<T>(Func<ForumDb, Task<T>> work)
    {
        await using var db = await Service<IDbContextFactory<ForumDb>>().CreateDbContextAsync();
        return await work(db);
    }

    public async Task SetAsync(string key, string value) =>
        Assert.Null(await Get<ChangeSettings, Refusal?>(c => c.RunAsync(System, new Dictionary<string, string> { [key] = value }, default)));

    /// <summary>Works off the outbox now, which the background service does within a second.</summary>
    public Task RunJobsAsync() => Service<OutboxRunner>().RunDueAsync(default);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
