using System.Globalization;
using System.Security.Claims;
using ForumEngine.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace ForumEngine.Web.Accounts;

/// <summary>
/// Begins, renews and ends the sign-in of a browser. The cookie says who, and holds the member's stamp and the number of the sign-in,
/// by which it can be ended; names and rights are looked up, they change. A new ticket each time: a planted one is worth nothing.
/// </summary>
public static class MemberSession
{
    public const string Scheme = "Forum";
    public const string StampClaim = "stamp";
    public const string SessionClaim = "session";

    /// <summary>For 30 days, or until the browser is closed.</summary>
    public static async Task BeginAsync(HttpContext http, Member member, bool remember)
    {
        var begin = http.RequestServices.GetRequiredService<BeginSession>();
        var address = http.Connection.RemoteIpAddress?.MapToIPv6().GetAddressBytes();
        await WriteAsync(http, member, remember, await begin.RunAsync(member, address, http.Request.Headers.UserAgent.ToString(), http.RequestAborted));
    }

    /// <summary>After the member's stamp has changed: this browser stays signed in, the others don't.</summary>
    public static async Task RenewAsync(HttpContext http, Member member)
    {
        var ticket = await http.AuthenticateAsync(Scheme);
        var remember = ticket.Properties?.IsPersistent ?? false;
        if (SessionOf(http.User) is { } id && await http.RequestServices.GetRequiredService<BeginSession>().RenewAsync(member, id, http.RequestAborted))
            await WriteAsync(http, member, remember, id);
        else await BeginAsync(http, member, remember);
    }

    /// <summary>The cookie goes; its copies are ended by <see cref="EndSession"/>.</summary>
    public static Task EndAsync(HttpContext http) => http.SignOutAsync(Scheme);

    public static long? SessionOf(ClaimsPrincipal member) =>
        long.TryParse(member.FindFirstValue(SessionClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static Task WriteAsync(HttpContext http, Member member, bool remember, long session)
    {
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, member.Id.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(StampClaim, member.SecurityStamp ?? ""));
        identity.AddClaim(new Claim(SessionClaim, session.ToString(CultureInfo.InvariantCulture)));
        return http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = remember });
    }
}
