using System.Text.Json;
using ForumEngine.Drafts;
using ForumEngine.Posts;
using ForumEngine.Threads;

namespace ForumEngine.Scheduling;

/// <summary>
/// A thread that waits for its time: a row of the drafts with a key of its own (features.md A3, Scheduled publish). What else its
/// form carries is JSON. The submission's id is given out once and kept, so that it is published once, whoever publishes it.
/// </summary>
public sealed record ScheduledThread(int? TypeId, Guid SubmissionId, byte[]? Address, int Port, PostChoices Choices)
{
    public const string KeyStart = "scheduled-";

    public static string NewKey() => $"{KeyStart}{Guid.NewGuid():N}";

    public static ScheduledThread Read(Draft draft) => JsonSerializer.Deserialize<ScheduledThread>(draft.Fields)!;

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>As the use case that starts threads takes it.</summary>
    public static NewThread ToThread(Draft draft)
    {
        var fields = Read(draft);
        return new NewThread(draft.BoardId ?? 0, draft.Title, draft.Body, fields.TypeId, fields.SubmissionId) { Choices = fields.Choices with { PublishAt = null, DraftKey = null } };
    }
}
