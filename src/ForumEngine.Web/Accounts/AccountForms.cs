namespace ForumEngine.Web.Accounts;

/// <summary>Fields of /account/register (surface.md). All text, so that nothing odd fails to bind.</summary>
public sealed class RegisterForm
{
    public string? UserName { get; set; }
    public string? Email { get; set; }
    public string? Password { get; set; }
    public string? ConfirmPassword { get; set; }
    public string? AcceptTerms { get; set; }

    /// <summary>Where staff decide on registrations.</summary>
    public string? Reason { get; set; }

    /// <summary>The code of who invited them, where the site asks for one.</summary>
    public string? Invitation { get; set; }

    /// <summary>A challenge that the browser has solved.</summary>
    public string? Work { get; set; }

    public string? OpenedAt { get; set; }

    /// <summary>Not seen by people; whoever fills it in is none.</summary>
    public string? Homepage { get; set; }
}

/// <summary>Fields of /account/login: name or e-mail.</summary>
public sealed class LoginForm
{
    public string? UserName { get; set; }
    public string? Password { get; set; }
    public string? RememberMe { get; set; }

    /// <summary>A challenge that the browser has solved; asked for after a wrong password.</summary>
    public string? Work { get; set; }
}

public static class Ticks
{
    /// <summary>Whether a box was ticked.</summary>
    public static bool IsTicked(this string? value) => value is "true" or "True" or "on" or "1";
}

/// <summary>Field of the second step of /account/login.</summary>
public sealed class CodeForm
{
    public string? Code { get; set; }
}

/// <summary>Fields of /account/forgot.</summary>
public sealed class ForgotForm
{
    public string? Email { get; set; }
}

/// <summary>Fields of /account/reset.</summary>
public sealed class ResetForm
{
    public string? Token { get; set; }
    public string? Password { get; set; }
    public string? ConfirmPassword { get; set; }
}

/// <summary>Fields of /account/settings.</summary>
public sealed class ChoicesForm
{
    public string? Language { get; set; }
    public string? TimeZone { get; set; }
    public string? Theme { get; set; }
    public string? Bio { get; set; }
    public string? Location { get; set; }
}

/// <summary>Fields of /account/settings/password.</summary>
public sealed class PasswordForm
{
    public string? CurrentPassword { get; set; }
    public string? Password { get; set; }
    public string? ConfirmPassword { get; set; }
}

/// <summary>Fields of /account/settings/email.</summary>
public sealed class EmailForm
{
    public string? Email { get; set; }
    public string? CurrentPassword { get; set; }
}

/// <summary>Fields of /admin/enter: one of them.</summary>
public sealed class EnterForm
{
    public string? CurrentPassword { get; set; }
    public string? Code { get; set; }
}
