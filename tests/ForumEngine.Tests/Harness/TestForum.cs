using ForumEngine.Jobs;
using ForumEngine.Permissions;
using ForumEngine.Settings;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Tests.Harness;

/// <summary>What a forum without pages and a whole site have in common; <see cref="Builder"/> fills both.</summary>
public abstract class TestForum
{
    public abstract IServiceProvider Services { get; }

    public DateTime Now => Service<TimeProvider>().Now();

    /// <summary>Who acts when nobody is signed in; may everything.</summary>
    public Viewer System => Viewers.ForSystem("test", Now);

    public T Service<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Calls a use case in a scope of its own, as a request would.</summary>
    public async Task<TAnswer> Use<T, TAnswer>(Func<T, Task<TAnswer>> call) where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>Reads or writes rows behind the engine's back.</summary>
    public async Task<T> Rows<T>(Func<ForumDb, Task<T>> work)
    {
        await using var db = await Service<IDbContextFactory<ForumDb>>().CreateDbContextAsync();
        return await work(db);
    }

    public async Task SetAsync(string key, string value) =>
        Assert.Null(await Use<ChangeSettings, Refusal?>(c => c.RunAsync(System, new Dictionary<string, string> { [key] = value }, default)));

    /// <summary>Works off the outbox now, which the background service does within a second.</summary>
    public Task RunJobsAsync() => Service<OutboxRunner>().RunDueAsync(default);
}
