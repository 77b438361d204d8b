using System.Globalization;
using System.Security.Claims;
using ForumEngine.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace ForumEngine.Web.Accounts;

/// <summary>
/// Begins, renews and ends the sign-in of a browser. The cookie says who and holds the member's stamp, by which it can be
/// ended; names and rights are looked up, they change. A new ticket each time: a planted one is worth nothing.
/// </summary>
public static class MemberSession
{
    public const string Scheme = "Forum";
    public const string StampClaim = "stamp";

    /// <summary>For 30 days, or until the browser is closed.</summary>
    public static Task BeginAsync(HttpContext http, Member member, bool remember)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, member.Id.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(StampClaim, member.SecurityStamp ?? ""));
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = remember });
    }

    /// <summary>After the member's stamp has changed: this browser stays signed in, the others don't.</summary>
    public static async Task RenewAsync(HttpContext http, Member member)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        await BeginAsync(http, member, ticket.Properties?.IsPersistent ?? false);
    }

    public static Task EndAsync(HttpContext http) => http.SignOutAsync(Scheme);
}
