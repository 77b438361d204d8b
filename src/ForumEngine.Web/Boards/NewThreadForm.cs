using ForumEngine.Boards;
using ForumEngine.Web.Polls;
using ForumEngine.Web.Posts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Boards;

/// <summary>The form of a new thread (surface.md, Form fields).</summary>
public sealed class NewThreadForm : WritingForm
{
    public string? Title { get; set; }
    public int? TypeId { get; set; }
    public Guid? SubmissionId { get; set; }

    /// <summary>Its fields are named as if they were this form's own.</summary>
    [ModelBinder(Name = "")]
    public PollFields Poll { get; set; } = new();

    /// <summary>What is changed when it waits already; else null.</summary>
    public int? ScheduledVersion { get; set; }

    [BindNever]
    public BoardNode? Board { get; set; }

    /// <summary>Where it is sent to.</summary>
    [BindNever]
    public string? Address { get; set; }

    /// <summary>Fields that the request filled in with what they can't hold: nothing may be published as if they were empty.</summary>
    public static readonly string[] Checked = [nameof(PublishAt), nameof(PollFields.PollMaxChoices), nameof(PollFields.PollDays)];
}
