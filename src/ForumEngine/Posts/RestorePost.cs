using ForumEngine.Acts;
using ForumEngine.Permissions;

namespace ForumEngine.Posts;

/// <summary>Puts a deleted reply back on its floor (features.md B3).</summary>
public sealed class RestorePost(OnPost on)
{
    public async Task<Refusal?> RunAsync(Viewer who, long postId, string reason, CancellationToken cancel) =>
        (await on.RunAsync(who, postId, PostAct.Restore, ActNote.Of(reason), cancel)).Refusal;
}
