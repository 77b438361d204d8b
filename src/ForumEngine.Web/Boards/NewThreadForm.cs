using ForumEngine.Boards;
using ForumEngine.Web.Posts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Boards;

/// <summary>The form of a new thread (surface.md, Form fields).</summary>
public sealed class NewThreadForm : WritingForm
{
    public string? Title { get; set; }
    public int? TypeId { get; set; }
    public Guid? SubmissionId { get; set; }

    [BindNever]
    public BoardNode? Board { get; set; }
}
