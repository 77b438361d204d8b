using ForumEngine.Acts;
using ForumEngine.Permissions;

namespace ForumEngine.Posts;

/// <summary>Takes a reply out of its thread; its floor stays empty. The first floor is the thread itself (features.md B3).</summary>
public sealed class DeletePost(OnPost on)
{
    public async Task<Refusal?> RunAsync(Viewer who, long postId, string reason, CancellationToken cancel) =>
        (await on.RunAsync(who, postId, PostAct.Delete, ActNote.Of(reason), cancel)).Refusal;
}
