using ForumEngine.Permissions;
using ForumEngine.Storage;

namespace ForumEngine.Staff;

/// <summary>Writes the staff log; the caller's transaction holds the line together with the act.</summary>
public static class StaffLog
{
    public static void Log(this ForumDb db, Viewer actor, string act, string reason = "", int? boardId = null,
        long? threadId = null, long? postId = null, int? memberId = null, string? details = null) =>
        db.StaffActs.Add(new StaffAct
        {
            At = actor.Now,
            ActorId = actor.MemberId,
            ActorName = actor.Name,
            Address = actor.Address,
            Act = act,
            Reason = reason,
            BoardId = boardId,
            ThreadId = threadId,
            PostId = postId,
            MemberId = memberId,
            Details = details,
        });
}
