using System.Globalization;
using System.Net;
using System.Text;
using ForumEngine.Avatars;
using ForumEngine.Permissions;
using ForumEngine.Storage;
using ForumEngine.Web.Mvc;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Web.Avatars;

/// <summary>Members' pictures. With its version an address is cached for ever and asks no database; without, it is always the one in force.</summary>
[Access(Audience.EvenBlocked)]
public sealed class AvatarsController(AvatarFiles files, ForumDb db) : ForumController
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    [HttpGet("/avatars/{memberId:int}/{size:regex(^(48|96|192)$)}")]
    public async Task<IActionResult> Show(int memberId, int size, int? v = null)
    {
        Response.Headers.ContentSecurityPolicy = Policy;
        if (v is { } version && files.Find(memberId, version, size) is { } path)
        {
            Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return PhysicalFile(path, AvatarFiles.MediaType);
        }
        var member = await db.Members.Where(m => m.Id == memberId).Select(m => new { Name = m.UserName!, m.AvatarVersion }).SingleOrDefaultAsync(Cancel);
        if (member is null) return Refused(Refusal.NotFound);
        Response.Headers.CacheControl = "public, max-age=300";
        return files.Find(memberId, member.AvatarVersion, size) is { } current
            ? PhysicalFile(current, AvatarFiles.MediaType)
            : Content(Drawn(memberId, member.Name, size), "image/svg+xml", Encoding.UTF8);
    }

    /// <summary>The first character of the name on the member's hue, as pages draw it.</summary>
    private static string Drawn(int memberId, string name, int size) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 100 100"><rect width="100" height="100" fill="hsl({8 + 30 * AvatarTagHelper.Hue(memberId)} 34% 90%)"/><text x="50" y="66" font-family="serif" font-weight="700" font-size="46" text-anchor="middle" fill="hsl({8 + 30 * AvatarTagHelper.Hue(memberId)} 32% 27%)">{WebUtility.HtmlEncode(AvatarTagHelper.Letter(name))}</text></svg>
        """);
}
