using System.Globalization;
using ForumEngine.Permissions;
using ForumEngine.Posts;
using ForumEngine.Warnings;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Warnings;

/// <summary>The fields of a warning, as typed.</summary>
public sealed class WarnForm
{
    public string? Points { get; set; }
    public string? Days { get; set; }
    public string? RuleId { get; set; }
    public string? Reason { get; set; }

    /// <summary>The post that is warned; null for a member as such.</summary>
    [BindNever]
    public PostOnDesk? Post { get; set; }

    /// <summary>Shown below the form of a member.</summary>
    [BindNever]
    public WarningList? List { get; set; }

    public Outcome<NewWarning> Read()
    {
        int? rule = int.TryParse(RuleId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        if (rule is null && !string.IsNullOrWhiteSpace(RuleId)) return Refusal.Invalid("RuleId", "NotANumber");
        return new NewWarning(Points, Days, Reason ?? "", rule);
    }
}

/// <summary>The form that takes a warning back.</summary>
public sealed record RevokeForm(Warning Warning, string Reason);
