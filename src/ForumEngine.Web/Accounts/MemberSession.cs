using ForumEngine.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace ForumEngine.Web.Accounts;

/// <summary>Begins, renews and ends the sign-in of a browser. A new ticket each time, so that a planted one is worth nothing.</summary>
public sealed class MemberSession(SignInManager<Member> signIn)
{
    /// <summary>For 30 days, or until the browser is closed.</summary>
    public Task BeginAsync(Member member, bool remember) => signIn.SignInAsync(member, remember);

    /// <summary>After the member's stamp has changed: this browser stays signed in, the others don't.</summary>
    public async Task RenewAsync(HttpContext http, Member member)
    {
        var ticket = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await signIn.SignInAsync(member, ticket.Properties?.IsPersistent ?? false);
    }

    public static Task EndAsync(HttpContext http) => http.SignOutAsync(IdentityConstants.ApplicationScheme);
}
