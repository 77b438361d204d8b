using ForumEngine.Boards;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Boards;

/// <summary>The form of a new thread (surface.md, Form fields).</summary>
public sealed class NewThreadForm
{
    public string? Title { get; set; }
    public string? Body { get; set; }
    public int? TypeId { get; set; }
    public Guid? SubmissionId { get; set; }

    /// <summary>Set by the preview button; nothing is written then.</summary>
    public string? Preview { get; set; }

    [BindNever]
    public BoardNode? Board { get; set; }

    [BindNever]
    public string? Rendered { get; set; }
}
