using System.Collections.Concurrent;
using ForumEngine.Accounts;
using ForumEngine.Storage;
using ForumEngine.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace ForumEngine.Web.Tests.Harness;

/// <summary>
/// The real site on a free port, set up and without boards. Most tests share one per database
/// (<see cref="OnAsync"/>) and make their own boards and members in it; who changes settings starts one of their own.
/// </summary>
public sealed class Site : TestForum, IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Db, Lazy<Task<Site>>> Shared = new();
    private readonly TestDatabase database;
    private readonly string folder;
    private readonly bool isSecond;
    private readonly WebApplication app;

    private Site(TestDatabase database, Action<WebApplicationBuilder>? adjust, string[] settings, string? beside = null)
    {
        this.database = database;
        (folder, isSecond) = (beside ?? Directory.CreateTempSubdirectory("forum-site-").FullName, beside is not null);
        app = ForumSite.Build([.. ArgumentsFor(database.Options, folder), .. settings], builder =>
        {
            builder.WebHost.UseStaticWebAssets();
            builder.Logging.ClearProviders().AddProvider(Log);
            builder.Services.AddSingleton<WriteRecorder>().AddSingleton<IInterceptor>(p => p.GetRequiredService<WriteRecorder>());
            builder.Services.AddSingleton<ResourceManagerStringLocalizerFactory>().AddSingleton<TextRecorder>();
            builder.Services.AddSingleton<IStringLocalizerFactory>(p => p.GetRequiredService<TextRecorder>());
            adjust?.Invoke(builder);
        });
    }

    public override IServiceProvider Services => app.Services;
    public Db Kind => database.Kind;

    /// <summary>Warnings and errors of the site, newest last.</summary>
    public SiteLog Log { get; } = new();

    /// <summary>What GET requests wrote, which is nothing.</summary>
    public WriteRecorder Writes => Service<WriteRecorder>();

    /// <summary>Keys without a text.</summary>
    public TextRecorder Texts => Service<TextRecorder>();

    /// <summary>Where the site answers.</summary>
    public Uri Url => new(Service<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public string DataFolder => folder;

    /// <summary>The site that all tests on this database share: no waiting between posts or searches.</summary>
    public static Task<Site> OnAsync(Db kind) => Shared.GetOrAdd(kind, _ => new Lazy<Task<Site>>(() => StartAsync(kind))).Value;

    public static async Task<Site> StartAsync(Db kind, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var site = new Site(await TestDatabase.OpenAsync(kind), adjust, settings);
        foreach (var wait in (string[])["Posting.FloodSeconds", "Posting.NewMemberWaitMinutes", "Reading.SearchSeconds",
            "Flood.PostsPerHour", "Flood.ThreadsPerHour", "Flood.DuplicateHours", "Flood.NewMemberDays", "Flood.NewMemberPosts"]) await site.SetAsync(wait, "0");
        await ForumSite.PrepareAsync(site.app, default);
        await site.app.StartAsync();
        return site;
    }

    /// <summary>Another node on the same database and files, which ends before this one.</summary>
    public async Task<Site> BesideAsync()
    {
        var node = new Site(database, null, [], folder);
        await ForumSite.PrepareAsync(node.app, default);
        await node.app.StartAsync();
        return node;
    }

    public static async Task StopSharedAsync()
    {
        foreach (var site in Shared.Values.Where(s => s.IsValueCreated && s.Value.IsCompletedSuccessfully)) await (await site.Value).DisposeAsync();
    }

    /// <summary>The command line that makes the program use this database.</summary>
    public static string[] ArgumentsFor(DatabaseOptions database, string folder) =>
    [
        $"--Database:Provider={database.Provider}", $"--ConnectionStrings:Forum={database.ConnectionString}", $"--Data:Directory={folder}",
        "--urls=http://127.0.0.1:0", "--environment=Production", "--Diagnostics:QueryHeader=true",
    ];

    public Visitor Visitor(string language = "en") => new(this, language);

    /// <summary>A new browser in which this member is signed in.</summary>
    public Task<Visitor> VisitorAsync(Member member, string language = "en") => Visitor(language).SignedInAsAsync(member);

    /// <summary>The founder, who has given the password once more and may enter /admin.</summary>
    public async Task<Visitor> FounderAsync(string language = "en")
    {
        var founder = await VisitorAsync(await Rows(db => db.Members.SingleAsync(m => m.UserName == Template.Founder)), language);
        if ((await founder.GetAsync("/admin/enter")).Code == 200) (await founder.PostFormAsync("/admin/enter", new { CurrentPassword = Template.Password })).Is(303);
        return founder;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (isSecond) return;
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
