using System.Globalization;
using System.Security.Claims;
using ForumEngine.Accounts;
using Microsoft.AspNetCore.Identity;

namespace ForumEngine.Web.Accounts;

/// <summary>What the cookie says: who, and the stamp that lets it be ended. Names and rights are looked up, they change.</summary>
public sealed class MemberPrincipals : IUserClaimsPrincipalFactory<Member>
{
    public const string StampClaim = "stamp";

    public Task<ClaimsPrincipal> CreateAsync(Member user) => Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, user.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(StampClaim, user.SecurityStamp ?? ""),
        ], IdentityConstants.ApplicationScheme)));
}
