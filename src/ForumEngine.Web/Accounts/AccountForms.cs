namespace ForumEngine.Web.Accounts;

/// <summary>Fields of /account/register (surface.md). All text, so that nothing odd fails to bind.</summary>
public sealed class RegisterForm
{
    public string? UserName { get; set; }
    public string? Email { get; set; }
    public string? Password { get; set; }
    public string? ConfirmPassword { get; set; }
    public string? AcceptTerms { get; set; }
}

/// <summary>Fields of /account/login: name or e-mail.</summary>
public sealed class LoginForm
{
    public string? UserName { get; set; }
    public string? Password { get; set; }
    public string? RememberMe { get; set; }
}

public static class Ticks
{
    /// <summary>Whether a box was ticked.</summary>
    public static bool IsTicked(this string? value) => value is "true" or "True" or "on" or "1";
}
