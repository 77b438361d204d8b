using ForumEngine.Storage;
using ForumEngine.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Web.Tests.Harness;

/// <summary>The site on a database in any state: not migrated, not set up, not there.</summary>
internal sealed class BareSite : TestForum, IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly WebApplication app;

    private BareSite(DatabaseOptions database)
    {
        app = ForumSite.Build(Site.ArgumentsFor(database, folder.Path), builder =>
        {
            builder.WebHost.UseStaticWebAssets();
            builder.Logging.ClearProviders().AddProvider(Log);
        });
    }

    public SiteLog Log { get; } = new();
    public override IServiceProvider Services => app.Services;
    public Uri Url => new(Service<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<BareSite> StartAsync(DatabaseOptions database)
    {
        var site = new BareSite(database);
        await ForumSite.PrepareAsync(site.app, default);
        await site.app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Dispose();
    }
}

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("forum-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
