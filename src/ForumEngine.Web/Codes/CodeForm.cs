using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Codes;

/// <summary>The fields of /admin/codes/{id}.</summary>
public sealed class CodeForm
{
    [BindNever]
    public int? Id { get; set; }

    public string? Tag { get; set; }
    public string? Template { get; set; }
    public string? Explanation { get; set; }
    public bool IsOn { get; set; }

    /// <summary>A text to try the code on; not kept.</summary>
    public string? Sample { get; set; }

    /// <summary>Set by the preview button.</summary>
    public string? Preview { get; set; }

    [BindNever]
    public string? Rendered { get; set; }
}
