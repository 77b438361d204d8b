using ForumEngine.Accounts;
using ForumEngine.Storage;
using ForumEngine.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace ForumEngine.Web.Accounts;

/// <summary>Identity on EF Core, and the sign-in cookie (surface.md, Headers).</summary>
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
        services.AddIdentityCore<Member>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = "";
                identity.Password = new PasswordOptions
                {
                    RequiredLength = 8,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireNonAlphanumeric = false,
                    RequireUppercase = false,
                    RequiredUniqueChars = 1,
                };
                identity.Stores.MaxLengthForKeys = 128;
                identity.Lockout.AllowedForNewUsers = false;
            })
            .AddEntityFrameworkStores<ForumDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        // The hash costs about as much as OWASP asks of PBKDF2-HMAC-SHA512.
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromSeconds(30));
        services.AddScoped<AdminDoor>();
    }
}
