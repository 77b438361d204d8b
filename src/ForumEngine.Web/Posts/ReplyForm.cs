using ForumEngine.Posts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Posts;

/// <summary>The reply form (surface.md, Form fields).</summary>
public sealed class ReplyForm : WritingForm
{
    public long? QuotePostId { get; set; }
    public Guid? SubmissionId { get; set; }

    [BindNever]
    public ReplyPage? Around { get; set; }
}

/// <summary>The edit form (surface.md, Form fields); the title belongs to floor 1 only.</summary>
public sealed class EditForm : WritingForm
{
    public string? Title { get; set; }
    public string? EditReason { get; set; }

    /// <summary>Of the thread, with floor 1; 0 is none.</summary>
    public int? TypeId { get; set; }

    /// <summary>What the editor started from.</summary>
    public int? Version { get; set; }

    /// <summary>After a conflict: what somebody else changed since.</summary>
    [BindNever]
    public TextDiff? Meanwhile { get; set; }

    [BindNever]
    public EditablePost? Post { get; set; }
}
