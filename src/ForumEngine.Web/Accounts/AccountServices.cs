using ForumEngine.Web.Hosting;

namespace ForumEngine.Web.Accounts;

/// <summary>The sign-in cookie (surface.md, Headers); what members do with their account is the engine's.</summary>
public static class AccountServices
{
    public static void AddForumAccounts(this IServiceCollection services, SiteConfiguration site)
    {
        services.AddAuthentication(MemberSession.Scheme).AddCookie(MemberSession.Scheme, cookie =>
        {
            cookie.Cookie.Name = site.IsHttps ? "__Host-forum" : "forum";
            cookie.Cookie.SecurePolicy = site.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.HttpOnly = true;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
            cookie.SlidingExpiration = true;
            // Where to go after signing in is the controller's to say; the handler would send on by itself.
            cookie.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
        });
        services.AddScoped<AdminDoor>().AddScoped<HalfSignIn>().AddScoped<Boards.BoardKeyring>().AddScoped<Groups.Simulation>().AddScoped<Groups.GroupDesk>().AddSingleton<SiteAddress>();
    }
}
