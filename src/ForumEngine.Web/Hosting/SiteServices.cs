using System.Text.Encodings.Web;
using System.Text.Unicode;
using ForumEngine.Web.Accounts;
using ForumEngine.Web.Live;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.WebEncoders;

namespace ForumEngine.Web.Hosting;

/// <summary>The services of the web application.</summary>
public static class SiteServices
{
    public static void AddForumSite(this WebApplicationBuilder builder, SiteConfiguration site)
    {
        var services = builder.Services;
        services.AddSingleton(site).AddSingleton(site.Mail).AddSingleton(new Storage.FileStoreOptions(Path.Combine(site.DataDirectory, "files")))
            .AddSingleton(new ForumEngine.Backups.BackupOptions(site.BackupDirectory));
        services.AddSingleton(new Overview.SiteHost(site.BaseUrl is not null, !builder.Environment.IsDevelopment()));
        services.AddForumEngine(site.Database).AddForumJobs();
        services.AddSingleton<QueryCounter>().AddSingleton<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>(p => p.GetRequiredService<QueryCounter>());
        services.AddFace();
        services.AddLive();
        services.AddScoped<Sanctions.DarkroomFeed>().AddSingleton<Sanctions.AppealLinks>();
        services.AddScoped<Staff.DeskFrames>().AddScoped<Staff.DeskPulses>().AddScoped<Reports.DeskNext>();
        services.AddScoped<Attachments.WritingFiles>().AddScoped<Acts.StampWords>();
        services.AddScoped<CurrentViewer>().AddScoped<Refusals>();
        services.AddSingleton<Setup.SetupDoor>();
        services.AddHttpContextAccessor();
        services.AddLocalization().AddTransient(typeof(IStringLocalizer<>), typeof(Localizer<>));
        services.AddSingleton(p => Posts.HideWords.Of(p.GetRequiredService<IStringLocalizer<Posts.WritingText>>()));
        services.AddForumAccounts(site);
        services.AddForumHealth();
        services.AddForumCompression();
        // Razor writes Chinese as entities otherwise.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(new FeatureViews()));
        services.AddControllersWithViews(mvc =>
        {
            mvc.Conventions.Add(new HeadLikeGet());
            // After the token check: a POST without one is 400, whoever sends it.
            mvc.Filters.Add<AccessFilter>(order: 2000);
            mvc.Filters.Add<SingleFields>();
            mvc.Filters.Add<Staff.ForgetsPulse>();
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            // A missing field must reach the use case as "", so that one message serves missing and blank.
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        }).AddViewLocalization();
        services.ConfigureOptions<BindingMessages>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = site.IsHttps ? "__Host-forum-csrf" : "forum-csrf";
            o.Cookie.SecurePolicy = site.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = site.KnownProxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            o.KnownIPNetworks.Clear();
            o.KnownProxies.Clear();
            foreach (var proxy in site.KnownProxies) o.KnownProxies.Add(proxy);
        });
        services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Sockets of open pages; those beyond ask instead.
            kestrel.Limits.MaxConcurrentUpgradedConnections = 20_000;
            kestrel.Limits.MaxRequestBodySize = 4 * 1024 * 1024;
        });
    }
}
