using ForumEngine.Accounts;
using ForumEngine.Boards;
using ForumEngine.Groups;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Permissions;

/// <summary>Why a member (or a guest) may do something at a board, or may not.</summary>
public sealed class ExplainAccess(ForumDb db, BoardTrees trees, GroupSets groups, Viewers viewers)
{
    /// <summary>An empty name is a guest.</summary>
    public async Task<Outcome<Explanation>> RunAsync(Viewer who, string? userName, int? boardId, string? action, CancellationToken cancel)
    {
        if (!who.IsAdministrator) return Refusal.NotFound;
        int? member = null;
        if ((userName ?? "").Trim() is { Length: > 0 } name)
        {
            var folded = MemberName.Fold(name);
            member = await db.Members.Where(m => m.NormalizedUserName == folded).Select(m => (int?)m.Id).SingleOrDefaultAsync(cancel);
            if (member is null) return Refusal.Invalid("UserName", "MemberUnknown");
        }
        if (boardId is not { } id || (await trees.CurrentAsync(cancel)).Find(id) is not { } board) return Refusal.Invalid("BoardId", "NoSuchBoard");
        if (AccessQuestion.Parse(action) is not { } question) return Refusal.Invalid("Action", "NoSuchChoice");
        if (member is { } fresh) viewers.Forget(fresh);
        return AccessExplainer.Explain(await viewers.ForAsync(member, null, 0, cancel), board, question, await groups.CurrentAsync(cancel));
    }
}
