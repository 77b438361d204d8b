using ForumEngine.Accounts;
using ForumEngine.Storage;
using ForumEngine.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace ForumEngine.Web.Accounts;

/// <summary>The sign-in cookie (surface.md, Headers), and Identity's check of its stamp; what members do is the engine's.</summary>
public static class AccountServices
{
    public static void AddForumAccounts(this IServiceCollection services, SiteConfiguration site)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            cookie.Cookie.Name = site.IsHttps ? "__Host-forum" : "forum";
            cookie.Cookie.SecurePolicy = site.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.HttpOnly = true;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(30);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        });
        services.AddScoped<ILookupNormalizer, MemberLookup>();
        services.AddScoped<IUserValidator<Member>, MemberValidator>();
        services.AddScoped<IUserClaimsPrincipalFactory<Member>, MemberPrincipals>();
        services.AddIdentityCore<Member>(o => o.ClaimsIdentity.SecurityStampClaimType = MemberPrincipals.StampClaim)
            .AddEntityFrameworkStores<ForumDb>().AddSignInManager();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromSeconds(30));
        services.AddScoped<AdminDoor>().AddSingleton<SiteAddress>().AddScoped<MemberSession>();
    }
}
