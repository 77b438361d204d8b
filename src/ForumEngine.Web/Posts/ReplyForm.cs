using ForumEngine.Posts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Posts;

/// <summary>The reply form (surface.md, Form fields).</summary>
public sealed class ReplyForm
{
    public string? Body { get; set; }
    public long? QuotePostId { get; set; }
    public Guid? SubmissionId { get; set; }

    /// <summary>Set by the preview button; nothing is written then.</summary>
    public string? Preview { get; set; }

    [BindNever]
    public ReplyPage? Around { get; set; }

    [BindNever]
    public string? Rendered { get; set; }
}

/// <summary>The edit form (surface.md, Form fields); the title belongs to floor 1 only.</summary>
public sealed class EditForm
{
    public string? Title { get; set; }
    public string? Body { get; set; }
    public string? EditReason { get; set; }

    /// <summary>What the editor started from.</summary>
    public int? Version { get; set; }

    public string? Preview { get; set; }

    [BindNever]
    public EditablePost? Post { get; set; }

    [BindNever]
    public string? Rendered { get; set; }
}
