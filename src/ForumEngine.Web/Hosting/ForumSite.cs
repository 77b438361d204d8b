using ForumEngine.Settings;
using ForumEngine.Storage;
using ForumEngine.Web.Setup;

namespace ForumEngine.Web.Hosting;

/// <summary>Builds the web application: configuration, services, pipeline. Tests and commands build the same one.</summary>
public static class ForumSite
{
    public const string DefaultUrl = "http://localhost:5080";

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var probe = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args).Build();
        var development = string.Equals(probe["environment"], Environments.Development, StringComparison.OrdinalIgnoreCase);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(ForumSite).Assembly.GetName().Name,
            ContentRootPath = SiteRoot.ForContent(development),
        });
        // In code: `Urls` in appsettings.json would win over a container's ASPNETCORE_HTTP_PORTS.
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null) builder.WebHost.UseUrls(DefaultUrl);
        adjust?.Invoke(builder);

        var site = SiteConfiguration.Read(builder.Configuration, SiteRoot.ForData);
        builder.AddForumSite(site);
        var app = builder.Build();
        app.UseForumSite(site);
        return app;
    }

    /// <summary>
    /// What has to be done before the first request: Development migrates and makes a site to look at; Production only looks, and serves 503 pages
    /// that say why until the schema is there. A database that is down is no reason to stop: the site waits for it.
    /// </summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancel)
    {
        var log = app.Services.GetRequiredService<ILogger<SchemaState>>();
        var schema = app.Services.GetRequiredService<SchemaState>();
        try
        {
            if (app.Environment.IsDevelopment())
            {
                await schema.MigrateAsync(cancel);
                await FirstRun.PrepareAsync(app, cancel);
            }
            else if (!await schema.IsCurrentAsync(cancel))
                log.LogError("The database has an older schema than this version needs. Run `forum migrate`; until then every page answers 503.");
            else if (!(await app.Services.GetRequiredService<SettingsSource>().CurrentAsync(cancel)).Site.IsSetUp)
                app.Services.GetRequiredService<SetupDoor>().Announce();
        }
        catch (Exception error) when (error.IsOutage())
        {
            log.LogError("The database does not answer ({Message}). Serving 503 until it does.", error.Message);
        }
    }
}
